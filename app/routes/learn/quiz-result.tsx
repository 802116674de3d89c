import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { attemptResult } from "#app/assessment/attempt-pages.server.ts";
import { DetectionSkill } from "#app/assessment/ui/detection-skill.tsx";
import { AnswerLines, Explanation, verdictWords } from "#app/assessment/ui/feedback-box.tsx";
import { MarkedAnswer } from "#app/assessment/ui/grading/marked-answer.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
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
  const result = await attemptResult(
    actor,
    requireParam(params, "course"),
    requireParam(params, "activity"),
    Number(requireParam(params, "number")),
    languageOf(request),
  );
  const elsewhere = assignmentLink(result);
  return elsewhere ? redirect(elsewhere) : result;
});

export default function QuizResultPage() {
  const { t, formatNumber, formatPercent, formatDateTime } = useI18n();
  const result = useLoaderData<typeof loader>();
  const here = `/learn/${result.courseSlug}`;
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: here, label: result.courseTitle }]} />
      {result.waiting > 0 ? (
        <PageHeader
          kicker={result.quizTitle}
          title={t("graded.waitingTitle")}
          lead={t("graded.waitingResult", { count: result.waiting })}
        />
      ) : (
        <PageHeader
          kicker={result.quizTitle}
          title={t(titleOf(result))}
          lead={
            result.tellsPoints
              ? t(result.canBeFailed ? "quiz.resultScore" : "quiz.resultPoints", {
                  points: formatNumber(result.points),
                  max: formatNumber(result.maxPoints),
                  percent: formatPercent(result.percent / 100),
                  passMark: result.passMark,
                })
              : t("quiz.resultUntold")
          }
        />
      )}
      {result.hasCritical && result.criticalMissed > 0 && (
        <Notice kind="warning">{t("quiz.resultCritical", { count: result.criticalMissed })}</Notice>
      )}
      <section className="stack">
        <h2>{t("quiz.next")}</h2>
        <NextSteps />
      </section>
      {result.gain && <Gain gain={result.gain} />}
      {result.detection && <DetectionSkill outcome={result.detection} />}
      {result.shownFrom && (
        <Notice kind="info">{t("attempt.shownFrom", { date: formatDateTime(result.shownFrom) })}</Notice>
      )}
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
              {!item.marked && item.verdict && (
                <StatusTag kind={tags[item.verdict]}>{t(verdictWords[item.verdict])}</StatusTag>
              )}
              <AnswerLines type={item.type} lines={item.given} />
              {item.marked && <MarkedAnswer marked={item.marked} />}
              <Explanation type={item.type} feedback={item} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function titleOf({ canBeFailed, isPassed }: { canBeFailed: boolean; isPassed: boolean }): MessageKey {
  if (!canBeFailed) return "quiz.resultThanks";
  return isPassed ? "quiz.resultPassed" : "quiz.resultNotPassed";
}

/** What the post-test says beside the pre-test; less than before is shown as figures only. */
function Gain({ gain: { before, after } }: { gain: { before: number; after: number } }) {
  const { t, formatPercent } = useI18n();
  const points = Math.round(after) - Math.round(before);
  return (
    <section className="stack">
      <h2>{t("attempt.gainTitle")}</h2>
      <p>
        {t(points > 0 ? "attempt.gain" : "attempt.noGain", {
          before: formatPercent(before / 100),
          after: formatPercent(after / 100),
          gain: points,
        })}
      </p>
    </section>
  );
}

/** One clear way on: the certificate, the course, another attempt, or somebody to write to. */
function NextSteps() {
  const { t } = useI18n();
  const result = useLoaderData<typeof loader>();
  const here = `/learn/${result.courseSlug}`;
  if (result.waiting > 0) return <ButtonLink to={here}>{t("quiz.nextCourse")}</ButtonLink>;
  if (result.isPassed) {
    return result.isCourseComplete ? (
      <ButtonLink to={`${here}/certificate`}>{t("quiz.nextCertificate")}</ButtonLink>
    ) : (
      <ButtonLink to={here}>{t("quiz.nextCourse")}</ButtonLink>
    );
  }
  if (result.can === null || result.needsCode || result.needsHonesty) {
    return (
      <ButtonLink to={`${here}/quizzes/${result.activityId}`}>
        {t(result.attemptsLeft === 0 ? "quiz.noneLeftTitle" : "quiz.toStart")}
      </ButtonLink>
    );
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
