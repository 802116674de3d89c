import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { outlinePage, submitOutline } from "#app/authoring/draft-outline.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { OutlineAdditions } from "#app/authoring/ui/outline-additions.tsx";
import { OutlinePath } from "#app/authoring/ui/outline-path.tsx";
import { type Moved, OutlineSteps } from "#app/authoring/ui/outline-steps.tsx";
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
  assignment: "outline.doneAssignment",
  package: "outline.donePackage",
  survey: "outline.doneSurvey",
  session: "outline.doneSession",
  transferred: "transfer.done",
  shared: "transfer.shared",
  taken: "transfer.taken",
  section: "outline.doneSection",
  sectionRemoved: "outline.doneSectionRemoved",
  hidden: "outline.doneHidden",
  shown: "outline.doneShown",
  saved: "outline.doneSaved",
  duplicated: "outline.doneDuplicated",
  removed: "outline.doneRemoved",
};

export default function DraftOutlinePage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const params = useSearchParams()[0];
  const done = params.get("done") ?? "";
  const moved = failed ? null : movedBy(params);
  const { slug, courseTitle, steps } = page;
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
      {moved && <MovedNotice moved={moved} />}
      <OutlineSteps page={page} moved={moved} />
      <div>
        <ButtonLink to={`/teach/${slug}/draft/new-section`} variant="secondary">
          {t("outline.sectionAdd")}
        </ButtonLink>
      </div>
      {/* A new list means that what was typed has been taken. */}
      <OutlineAdditions key={steps.length} page={page} failed={failed} />
      <OutlinePath steps={steps} />
      <section className="stack">
        <h2>{t("outline.next")}</h2>
        <div>
          <ButtonLink to={`/teach/${slug}/draft`}>{t("outline.toDraft")}</ButtonLink>
        </div>
      </section>
    </div>
  );
}

function movedBy(params: URLSearchParams): Moved | null {
  const [activity, section] = [params.get("activity"), params.get("section")];
  const id = activity ?? section;
  return id === null ? null : { id, isSection: activity === null, way: params.get("done") ?? "" };
}

/** Where something stands now. */
function MovedNotice({ moved: { id, isSection } }: { moved: Moved }) {
  const t = useT();
  const { steps, sectionTitles } = useLoaderData<typeof loader>();
  const place = steps.findIndex((step) => (isSection ? step.section : step.id) === id);
  const step = steps[place];
  if (!step) return null;
  const where = { place: place + 1, count: steps.length };
  const section = step.section === undefined ? null : (sectionTitles[step.section] ?? step.section);
  return (
    <Notice kind="success" isStatus>
      {isSection
        ? t("outline.sectionMoved", { ...where, title: section ?? id })
        : section === null
          ? t("outline.movedTo", { ...where, title: step.title })
          : t("outline.movedToIn", { ...where, title: step.title, section })}
    </Notice>
  );
}
