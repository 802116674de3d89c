import { Form, Link, useLoaderData } from "@remix-run/react";

import { attemptResult } from "#app/assessment/attempt-pages.server.ts";
import { AnswerLines, Explanation, verdictWords } from "#app/assessment/ui/feedback-box.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "quiz.resultTitle" } satisfies PageHandle;

const tags = { right: "done", partly: "current", wrong: "wrong", awaited: "neutral" } as const;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return attemptResult(
    actor,
    requireParam(params, "course"),
    requireParam(params, "activity"),
    Number(requireParam(params, "number")),
    languageOf(request),
  );
});

export default function QuizResultPage() {
  const { t, formatNumber, formatPercent } = useI18n();
  const result = useLoaderData<typeof loader>();
  const here = `/learn/${result.courseSlug}`;
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: here, label: result.courseTitle }]} />
      <PageHeader
        kicker={result.quizTitle}
        title={t(result.isPassed ? "quiz.resultPassed" : "quiz.resultNotPassed")}
        lead={t("quiz.resultScore", {
          points: formatNumber(result.points),
          max: formatNumber(result.maxPoints),
          percent: formatPercent(result.percent / 100),
          passMark: result.passMark,
        })}
      />
      {result.hasCritical && result.criticalMissed > 0 && (
        <Notice kind="warning">{t("quiz.resultCritical", { count: result.criticalMissed })}</Notice>
      )}
      <section className="stack">
        <h2>{t("quiz.next")}</h2>
        <NextSteps />
      </section>
      {result.lookAgain.length > 0 && (
        <section className="stack">
          <h2>{t("quiz.lookAgain")}</h2>
          <ul className="list-disc ps-5">
            {result.lookAgain.map(({ id, title }) => (
              <li key={id}>
                <Link to={`${here}/lessons/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="stack">
        <h2>{t("quiz.answers")}</h2>
        <ol className="grid gap-4">
          {result.items.map((item) => (
            <li key={item.position} className="card grid gap-2">
              <p className="font-semibold">
                {item.position}. {item.q}
              </p>
              {item.verdict && (
                <StatusTag kind={tags[item.verdict]}>{t(verdictWords[item.verdict])}</StatusTag>
              )}
              <AnswerLines type={item.type} lines={item.given} />
              <Explanation type={item.type} feedback={item} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** One clear way on: the certificate, the course, another attempt, or somebody to write to. */
function NextSteps() {
  const { t } = useI18n();
  const result = useLoaderData<typeof loader>();
  const here = `/learn/${result.courseSlug}`;
  if (result.isPassed) {
    return result.isCourseComplete ? (
      <ButtonLink to={`${here}/certificate`}>{t("quiz.nextCertificate")}</ButtonLink>
    ) : (
      <ButtonLink to={here}>{t("quiz.nextCourse")}</ButtonLink>
    );
  }
  if (result.attemptsLeft === 0) {
    return <ButtonLink to={`${here}/quizzes/${result.activityId}`}>{t("quiz.noneLeftTitle")}</ButtonLink>;
  }
  return (
    <Form method="post" action={`${here}/quizzes/${result.activityId}`} reloadDocument className="stack">
      <p>
        {result.mode === "test" && t("quiz.nextAgain")}{" "}
        {result.attemptsLeft !== null && t("quiz.attemptsLeft", { count: result.attemptsLeft })}
      </p>
      <Button>{t("quiz.again")}</Button>
    </Form>
  );
}
