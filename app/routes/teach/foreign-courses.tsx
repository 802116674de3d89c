import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { maxPlainBytes } from "#app/authoring/foreign-course/foreign-limits.ts";
import { foreignCoursesPage, sendForeignCourse } from "#app/authoring/foreign-course/foreign-pages.server.ts";
import { ForeignState } from "#app/authoring/ui/foreign-state.tsx";
import { ForeignUpload } from "#app/authoring/ui/foreign-upload.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { requireAuthor } from "#app/library/uploaded-package.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "foreignCourse.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => foreignCoursesPage(await requireActor(request)));

const limits = { maxFileBytes: maxPlainBytes, maxFormBytes: maxPlainBytes + 1024 ** 2 };

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  // Before a large file is read.
  requireAuthor(actor);
  return withSentForm(request, limits, async (form) => {
    const outcome = await sendForeignCourse(actor, form);
    if ("errors" in outcome) return data(outcome, { status: 422 });
    return redirect(`/teach/imports/${outcome.uploadId}`);
  });
});

export default function ForeignCoursesPage() {
  const { t } = useI18n();
  const { uploads } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: "/teach/new", label: t("outline.new") },
        ]}
      />
      <PageHeader title={t("foreignCourse.title")} lead={t("foreignCourse.lead")} />
      <section className="stack">
        <h2>{t("foreignCourse.sendTitle")}</h2>
        <p>{t("foreignCourse.people")}</p>
        <ForeignUpload errors={answer?.errors} />
      </section>
      {uploads.length > 0 && <Sent />}
    </div>
  );
}

function Sent() {
  const { t, formatDate } = useI18n();
  const { uploads, keptDays } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("foreignCourse.listTitle")}</h2>
      <p className="text-slate">{t("foreignCourse.kept", { days: keptDays })}</p>
      <ul className="grid gap-3">
        {uploads.map(({ id, fileName, state, createdAt }) => (
          <li key={id} className="card grid gap-1">
            <Link to={`/teach/imports/${id}`} className="py-1 font-semibold wrap-anywhere">
              {fileName}
            </Link>
            <ForeignState state={state} />
            <span className="text-slate">{t("foreignCourse.sent", { date: formatDate(createdAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
