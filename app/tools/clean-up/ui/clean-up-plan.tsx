import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { TickItem } from "#app/tools/ui/tick-item.tsx";

import { changesSomething } from "../plan.ts";
import { phases, reasons, type Step } from "../steps.ts";
import { useConditionText } from "./condition-text.ts";

/** Steps by phase, with boxes to tick and, on paper, room for when and who. */
export function CleanUpPlan({
  steps,
  sourced,
  withConditions = false,
}: {
  steps: Step[];
  /** The facts whose sources stand on the page, in their order. */
  sourced: string[];
  /** For the whole plan, which nobody's answers have chosen from. */
  withConditions?: boolean;
}) {
  const t = useT();
  return phases
    .map((phase) => ({ phase, own: steps.filter((step) => step.phase === phase) }))
    .filter(({ own }) => own.length > 0)
    .map(({ phase, own }) => (
      <section key={phase} className="stack">
        <h3>{t(`cleanUp.phase_${phase}` as MessageKey)}</h3>
        {changesSomething({ phase }) && <p className="text-slate">{t("cleanUp.whenSafe")}</p>}
        <ol className="grid gap-3">
          {own.map((step) => (
            <li
              key={step.id}
              className="break-inside-avoid print:grid print:grid-cols-[1fr_11rem] print:gap-2"
            >
              <PlannedStep step={step} sourced={sourced} withCondition={withConditions} />
              <p className="hidden border border-control p-2 text-sm print:block">{t("cleanUp.whenWho")}</p>
            </li>
          ))}
        </ol>
      </section>
    ));
}

function PlannedStep({
  step,
  sourced,
  withCondition,
}: {
  step: Step;
  sourced: string[];
  withCondition: boolean;
}) {
  const t = useT();
  const conditionText = useConditionText();
  const condition = withCondition && conditionText(step.when);
  return (
    <div>
      <TickItem>
        {condition && <span className="block text-sm text-slate">{condition}</span>}
        {t(`cleanUp.step_${step.id}` as MessageKey)}
      </TickItem>
      <p className="mt-1 ps-12 text-sm text-slate">
        {t("cleanUp.why")}
        {step.reasons.map((reason) => (
          <span key={reason}>
            {" "}
            {t(`cleanUp.why_${reason}`)} <FactNumbers facts={reasons[reason]} sourced={sourced} />
          </span>
        ))}
      </p>
    </div>
  );
}
