import type { OutlineStep } from "#app/learning/course-outline.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { useT } from "#app/platform/i18n.tsx";

/** In words, rule by rule: why an activity is not complete. */
export function Reasons({ step }: { step: OutlineStep }) {
  const t = useT();
  const steps = step.missing
    .map((id, index) => (id === certificateStepId ? t("learn.certificateStep") : step.missingTitles[index]))
    .join(", ");
  return (
    <ul className="list-disc ps-5">
      {step.state === "locked" && <li>{t("learn.reasonLocked", { steps })}</li>}
      {step.state === "open" && <li>{t("learn.reasonNotStarted")}</li>}
      <RuleOfKind step={step} />
      {!step.isRequired && <li>{t("learn.ruleOptional")}</li>}
    </ul>
  );
}

function RuleOfKind({ step }: { step: OutlineStep }) {
  const t = useT();
  if (step.kind === "lesson") {
    return <li>{t("learn.reasonPagesLeft", { pages: step.pages - step.pagesRead })}</li>;
  }
  if (step.kind === "package") return <li>{t("learn.reasonPackage")}</li>;
  if (step.kind === "survey") return <li>{t("learn.reasonSurvey")}</li>;
  if (!step.quizRule) return null;
  const { passMark, attempts, hasCritical } = step.quizRule;
  if (attempts === null) return <li>{t("learn.reasonQuizPractice", { passMark })}</li>;
  return (
    <li>
      {t(hasCritical ? "learn.reasonQuizTestCritical" : "learn.reasonQuizTest", { passMark, attempts })}
    </li>
  );
}
