import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { outlinePage, submitOutline } from "#app/authoring/draft-outline.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { OutlineAdditions } from "#app/authoring/ui/outline-additions.tsx";
import { OutlinePath } from "#app/authoring/ui/outline-path.tsx";
import { OutlineSteps } from "#app/authoring/ui/outline-steps.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "outline.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return outlinePage(actor, requireParam(params, "course"), languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const outcome = await submitOutline(actor, course, fieldsOf(await request.formData()));
  if ("errors" in outcome) return data(outcome, { status: 422 });
  if ("begun" in outcome) return redirect(`/teach/${course}/draft/outline/${outcome.begun}?begun`);
  return redirect(`/teach/${course}/draft/outline?${new URLSearchParams(outcome).toString()}`);
});

const doneWords: Record<string, MessageKey> = {
  lesson: "outline.doneLesson",
  quiz: "outline.doneQuiz",
  package: "outline.donePackage",
  survey: "outline.doneSurvey",
  saved: "outline.doneSaved",
  duplicated: "outline.doneDuplicated",
  removed: "outline.doneRemoved",
};

export default function DraftOutlinePage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const params = useSearchParams()[0];
  const [done, activity] = [params.get("done") ?? "", params.get("activity")];
  const { slug, courseTitle, steps } = page;
  const place = steps.findIndex(({ id }) => id === activity);
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} />
      <PageHeader title={t("outline.title")} lead={t("outline.lead")} />
      <ErrorSummary errors={failed?.errors} />
      {!failed && doneWords[done] && (
        <Notice kind="success" isStatus>
          {t(doneWords[done])}
        </Notice>
      )}
      {!failed && place >= 0 && (
        <Notice kind="success" isStatus>
          {t("outline.movedTo", {
            title: steps[place]?.title ?? "",
            place: place + 1,
            count: steps.length,
          })}
        </Notice>
      )}
      <OutlineSteps page={page} moved={activity && !failed ? { id: activity, way: done } : null} />
      {/* A new list means that what was typed has been taken. */}
      <OutlineAdditions key={steps.length} page={page} failed={failed} />
      <OutlinePath path={page.path} steps={steps} />
      <section className="stack">
        <h2>{t("outline.next")}</h2>
        <div>
          <ButtonLink to={`/teach/${slug}/draft`}>{t("outline.toDraft")}</ButtonLink>
        </div>
      </section>
    </div>
  );
}
