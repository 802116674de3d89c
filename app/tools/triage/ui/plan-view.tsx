import { Link } from "@remix-run/react";
import { type Ref, useId } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import type { Plan, Step } from "#app/tools/triage/plan.ts";
import { beginsWithNotice, factsOfReason } from "#app/tools/triage/routes.ts";
import { Button } from "#app/ui/button.tsx";

import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { reasonWords, routeWords } from "./route-words.ts";

const parts = [
  ["first", "triage.firstTitle"],
  ["then", "triage.thenTitle"],
  ["after", "triage.afterTitle"],
] as const satisfies [keyof Plan, MessageKey][];

/** The plan in the order in which it is done; on paper with room for a date and for what comes next. */
export function PlanView({
  plan,
  knownFacts,
  heading,
}: {
  plan: Plan;
  knownFacts: string[];
  heading: Ref<HTMLHeadingElement>;
}) {
  const t = useT();
  const titleId = useId();
  const shown = parts.filter(([part]) => plan[part].length > 0);
  return (
    <section aria-labelledby={titleId} className="print-alone grid gap-6">
      <div className="grid gap-2">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {t("triage.planTitle")}
        </h2>
        <p>{t("triage.planLead")}</p>
      </div>
      {shown.map(([part, title], index) => (
        <div key={part} className="grid gap-3">
          <h3>{t(title)}</h3>
          <ol
            start={1 + shown.slice(0, index).reduce((sum, [earlier]) => sum + plan[earlier].length, 0)}
            className="grid list-decimal gap-5 ps-6"
          >
            {plan[part].map((step) => (
              <PlanStep key={step.route} step={step} knownFacts={knownFacts} />
            ))}
          </ol>
        </div>
      ))}
      {plan.unfit.length > 0 && (
        <div className="grid gap-3">
          <h3>{t("triage.unfitTitle")}</h3>
          <ul className="grid list-disc gap-3 ps-6">
            {plan.unfit.map((step) => (
              <li key={step.route}>
                <p className="font-semibold">{t(routeWords(step.route).name)}</p>
                <Reasons step={step} knownFacts={knownFacts} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="no-print">
        <Button type="button" variant="secondary" onClick={() => window.print()}>
          {t("triage.print")}
        </Button>
      </p>
    </section>
  );
}

function PlanStep({ step, knownFacts }: { step: Step; knownFacts: string[] }) {
  const t = useT();
  const words = routeWords(step.route);
  return (
    <li className="break-inside-avoid">
      <div className="print:grid print:grid-cols-[1fr_5rem_10rem] print:gap-4">
        <div className="grid gap-1">
          <p className="font-semibold">{t(words.name)}</p>
          <p>{t(words.how)}</p>
          <Reasons step={step} knownFacts={knownFacts} />
          {beginsWithNotice.has(step.route) && (
            <p className="print:hidden">
              {/* Asks the server for nothing before it is followed: which steps there are would be seen there. */}
              <Link to="/tools/notice" discover="none" prefetch="none" className="inline-block min-h-6">
                {t("triage.toNotice")}
              </Link>
            </p>
          )}
        </div>
        <BlankLines label={t("triage.dateLine")} />
        <BlankLines label={t("triage.nextLine")} />
      </div>
    </li>
  );
}

function Reasons({ step, knownFacts }: { step: Step; knownFacts: string[] }) {
  const t = useT();
  if (step.reasons.length === 0) return null;
  return (
    <ul className="grid gap-1 text-slate">
      {step.reasons.map((reason) => (
        <li key={reason}>
          {t(reasonWords(reason))} <FactNumbers facts={factsOfReason[reason]} sourced={knownFacts} />
        </li>
      ))}
    </ul>
  );
}

/** To be filled in by hand. */
function BlankLines({ label }: { label: string }) {
  return (
    <div className="hidden content-start gap-6 text-sm print:grid">
      <span>{label}</span>
      <span className="border-b" />
      <span className="border-b" />
    </div>
  );
}
