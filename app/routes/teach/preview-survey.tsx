import { useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { previewSurvey } from "#app/library/preview.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { SurveyFields } from "#app/surveys/ui/survey-fields.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewSurvey(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    languageOf(request),
  ),
);

export default function PreviewSurveyPage() {
  const t = useT();
  const { slug, courseTitle, survey, text } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-10">
      <Breadcrumbs items={[{ to: `/teach/${slug}/preview`, label: courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader title={text.title} lead={text.intro} />
      <SurveyFields survey={survey} text={text} />
    </div>
  );
}
