import type { OutlineStep, RuledStep } from "#app/learning/course-outline.server.ts";
import { waitsForGrading } from "#app/learning/path.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { useI18n, useT } from "#app/platform/i18n.tsx";

/** In words, rule by rule: why an activity is not complete. */
export function Reasons({ step }: { step: RuledStep }) {
  const t = useT();
  const steps = step.missing
    .map((id, index) => (id === certificateStepId ? t("learn.certificateStep") : step.missingTitles[index]))
    .join(", ");
  return (
    <ul className="list-disc ps-5">
      {step.missing.length > 0 && step.state === "locked" && <li>{t("learn.reasonLocked", { steps })}</li>}
      {step.outside && (
        <li>
          {t(step.outside.kind === "notYet" ? "learn.reasonOpensOn" : "learn.reasonClosedOn", {
            date: step.outside.day,
          })}
        </li>
      )}
      {step.state === "open" && step.kind !== "session" && <li>{t("learn.reasonNotStarted")}</li>}
      <RuleOfKind step={step} />
      {step.minimumMinutes !== null && (
        <li>{t("learn.reasonTime", { minutes: Math.ceil(step.secondsLeft / 60) })}</li>
      )}
      {!step.isRequired && <li>{t("learn.ruleOptional")}</li>}
    </ul>
  );
}

function RuleOfKind({ step }: { step: RuledStep }) {
  const t = useT();
  if (step.kind === "lesson") {
    if (step.pages === step.pagesRead) return null;
    return <li>{t("learn.reasonPagesLeft", { pages: step.pages - step.pagesRead })}</li>;
  }
  if (step.kind === "assignment") return <RuleOfAssignment step={step} />;
  if (step.kind === "video" || step.kind === "file" || step.kind === "link") {
    return <li>{t(`learn.reasonSeen_${step.kind}`)}</li>;
  }
  if (step.kind === "package") return <li>{t("learn.reasonPackage")}</li>;
  if (step.kind === "session") return <li>{t("learn.reasonSession")}</li>;
  if (step.kind === "survey") return <li>{t("learn.reasonSurvey")}</li>;
  if (!step.quizRule) return null;
  const { passMark, attempts, hasCritical } = step.quizRule;
  if (passMark === 0 && !hasCritical) return <li>{t("learn.reasonQuizOnce")}</li>;
  const rule =
    attempts === null
      ? t("learn.reasonQuizPractice", { passMark })
      : t(hasCritical ? "learn.reasonQuizTestCritical" : "learn.reasonQuizTest", { passMark, attempts });
  return (
    <>
      <li>{rule}</li>
      {step.outcome && <SoFar outcome={step.outcome} />}
    </>
  );
}

function RuleOfAssignment({ step: { state, outcome, quizRule } }: { step: RuledStep }) {
  const t = useT();
  const { complete = "passed", passMark = 0 } = quizRule ?? {};
  if (waitsForGrading({ state, outcome })) return <li>{t("learn.reasonWaits")}</li>;
  return (
    <>
      {state === "started" && !outcome && <li>{t("learn.reasonHandIn")}</li>}
      <li>
        {complete === "submitted" ? t("learn.ruleHandIn") : t("learn.ruleAssignmentPass", { passMark })}
      </li>
      {outcome && <SoFar outcome={outcome} />}
    </>
  );
}

/** What the attempts at a quiz have come to. */
function SoFar({ outcome }: { outcome: NonNullable<OutlineStep["outcome"]> }) {
  const { t, formatPercent } = useI18n();
  const { bestPercent, criticalMissed, attemptsLeft } = outcome;
  return (
    <>
      {bestPercent !== null && (
        <li>
          {t("learn.reasonBest", { percent: formatPercent(bestPercent / 100) })}{" "}
          {criticalMissed > 0 && t("learn.reasonCritical", { count: criticalMissed })}
        </li>
      )}
      {attemptsLeft !== null && <li>{t("learn.reasonLeft", { count: attemptsLeft })}</li>}
    </>
  );
}
