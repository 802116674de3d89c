import { Link, useLoaderData } from "@remix-run/react";

import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import { quizStepsInDraft } from "#app/authoring/draft-quiz-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { OfWhich } from "#app/ui/of-which.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "quizzes.quizzesTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const page = await quizListPage(actor, course, languageOf(request));
  const stepsInDraft = await quizStepsInDraft(actor, course);
  return { ...page, stepsInDraft, isAdministrator: actor.role === "administrator" };
});

export default function QuizzesPage() {
  const t = useT();
  const { slug, courseTitle, quizzes, checks, stepsInDraft, isAdministrator } =
    useLoaderData<typeof loader>();
  const here = `/teach/${slug}/quizzes`;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
        ]}
      />
      <PageHeader title={t("quizzes.quizzes")} lead={t("quizzes.listLead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={t("teach.courses")} />
      </PageHeader>
      <p>
        <ButtonLink to={`${here}/new`}>{t("quizzes.new")}</ButtonLink>
      </p>
      {quizzes.length === 0 && (
        <EmptyState title={t("quizzes.listEmpty")}>{t("quizzes.listEmptyHint")}</EmptyState>
      )}
      <ul className="grid gap-4">
        {quizzes.map((quiz) => (
          <li key={quiz.slug} className="card stack">
            <h2>
              <Link to={isTask(quiz) ? `/teach/${slug}/assignments/${quiz.slug}` : `${here}/${quiz.slug}`}>
                {quiz.title}
              </Link>
            </h2>
            <p>
              {t(`quizzes.mode_${quiz.mode}`)}
              {!isTask(quiz) && ", "}
              {!isTask(quiz) &&
                t(quiz.isDrawn ? "quizzes.countDraw" : "quizzes.countList", { count: quiz.questionCount })}
            </p>
            <p className="text-slate">
              <PlaceInCourse step={quiz.step} inDraft={stepsInDraft[quiz.slug]} />{" "}
              {t("quizzes.attemptsTaken", { count: quiz.attempts })}
            </p>
            <ul className="flex flex-wrap gap-x-6">
              {!isTask(quiz) && (
                <>
                  <PlaceLink to={`${here}/${quiz.slug}/questions`} title={quiz.title}>
                    {t("quizzes.navQuestions")}
                  </PlaceLink>
                  <PlaceLink to={`${here}/${quiz.slug}/place`} title={quiz.title}>
                    {t("quizzes.navPlace")}
                  </PlaceLink>
                </>
              )}
              {quiz.questionCount > 0 && (
                <PlaceLink
                  to={`/teach/${slug}/preview/${isTask(quiz) ? "assignments" : "quizzes"}/${quiz.activityId ?? quiz.slug}`}
                  title={quiz.title}
                >
                  {t("quizzes.navPreview")}
                </PlaceLink>
              )}
              {quiz.attempts > 0 && (
                <>
                  <PlaceLink to={`${here}/${quiz.slug}/statistics`} title={quiz.title}>
                    {t("quizzes.navStatistics")}
                  </PlaceLink>
                  <PlaceLink to={`${here}/${quiz.slug}/regrade`} title={quiz.title}>
                    {t("grading.regrade")}
                  </PlaceLink>
                </>
              )}
            </ul>
          </li>
        ))}
      </ul>
      {checks > 0 && <p className="text-slate">{t("quizzes.checksNote", { count: checks })}</p>}
    </div>
  );
}

/** What learners meet now goes before what they will. */
function PlaceInCourse({ step, inDraft }: { step: number | null; inDraft: number | undefined }) {
  const t = useT();
  if (step !== null) return `${t("quizzes.stepNumber", { step })}.`;
  return `${inDraft ? t("quizzes.stepOfNext", { step: inDraft }) : t("quizzes.noPlace")}.`;
}

/** An assignment is a quiz with one page for all there is to say of it. */
function isTask({ mode }: { mode: string }): boolean {
  return mode === "assignment";
}

function PlaceLink({ to, title, children }: { to: string; title: string; children: string }) {
  return (
    <li>
      <Link to={to} className="inline-flex min-h-11 items-center">
        {children}
        <OfWhich>{title}</OfWhich>
      </Link>
    </li>
  );
}
