import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { attemptSummary } from "#app/assessment/attempt-pages.server.ts";
import { SubmitForm } from "#app/assessment/ui/submit-form.tsx";
import { TimeLeft } from "#app/assessment/ui/time-left.tsx";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "quiz.summaryTitle" } satisfies PageHandle;

function placeOf(params: Record<string, string | undefined>) {
  return [
    requireParam(params, "course"),
    requireParam(params, "activity"),
    Number(requireParam(params, "number")),
  ] as const;
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity, number] = placeOf(params);
  const summary = await attemptSummary(actor, course, activity, number, languageOf(request));
  const elsewhere = assignmentLink(summary);
  if (elsewhere) return redirect(elsewhere);
  return summary.isSubmitted
    ? redirect(`/learn/${course}/quizzes/${activity}/attempts/${number}/result`)
    : summary;
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity, number] = placeOf(params);
  await submitAttempt(actor, course, activity, number);
  return redirect(`/learn/${course}/quizzes/${activity}/attempts/${number}/result`);
});

export default function QuizSummaryPage() {
  const t = useT();
  const { items, courseSlug, courseTitle, activityId, quizTitle, number, answering, layout, firstReachable } =
    useLoaderData<typeof loader>();
  const here = `/learn/${courseSlug}/quizzes/${activityId}`;
  const done = items.filter(({ isAnswered }) => isAnswered).length;
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: `/learn/${courseSlug}`, label: courseTitle },
          { to: here, label: quizTitle },
        ]}
      />
      <PageHeader title={t("quiz.summary")} />
      <p>{t("quiz.summaryLead", { done, total: items.length })}</p>
      <TimeLeft answering={answering} address={`${here}/attempts/${number}`} />
      <SubmitForm answering={answering} address={`${here}/attempts/${number}`}>
        <Button>{t("quiz.submit")}</Button>
      </SubmitForm>
      <ol className="grid gap-3">
        {items.map((item) => (
          <li key={item.position} className="card grid gap-1">
            <p>
              {item.position}. {item.q}
            </p>
            <StatusTag kind={item.isAnswered ? "done" : "todo"}>
              {t(item.isAnswered ? "quiz.answered" : "quiz.open")}
            </StatusTag>
            {item.position >= firstReachable && (
              <Link
                to={
                  layout === "all"
                    ? `${here}/attempts/${number}/questions#question-${item.position}`
                    : `${here}/attempts/${number}/questions/${item.position}`
                }
                className="py-1"
              >
                {t("quiz.change")}
                <span className="sr-only">{` (${t("quiz.questionOf", { position: item.position, total: items.length })})`}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
