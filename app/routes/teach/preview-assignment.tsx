import { useLoaderData } from "@remix-run/react";

import { previewAssignment } from "#app/assessment/preview.server.ts";
import { AssignmentTask, NoCaseData } from "#app/assessment/ui/assignment/assignment-task.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewAssignment(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewAssignmentPage() {
  const t = useT();
  const { slug, courseTitle, title, task } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: `/teach/${slug}/preview`, label: courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader title={title} kicker={t("assignment.kicker")} />
      <p>{t("assignment.byPerson")}</p>
      <AssignmentTask task={task} />
      <NoCaseData />
    </div>
  );
}
