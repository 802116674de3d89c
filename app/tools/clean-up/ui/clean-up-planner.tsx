import { useState } from "react";

import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

import { noAnswers } from "../answers.ts";
import { planOf } from "../plan.ts";
import { steps } from "../steps.ts";
import { CleanUpPlan } from "./clean-up-plan.tsx";
import { CleanUpQuestions } from "./clean-up-questions.tsx";

/** Questions and the plan that follows from them; without JavaScript the whole plan, each step with its condition. */
export function CleanUpPlanner({ sourced }: { sourced: string[] }) {
  const t = useT();
  const isScripted = useIsScripted();
  const [answers, setAnswers] = useState(noAnswers);
  const planned = planOf(answers);
  return (
    <>
      {isScripted && <CleanUpQuestions onAnswer={setAnswers} />}
      <section className="stack">
        <h2>{t("cleanUp.plan")}</h2>
        {isScripted ? (
          <>
            <p role="status" className="text-slate">
              {t("cleanUp.count", { count: planned.length })}
            </p>
            {answers.now !== "yes" && <Notice kind="warning">{t("cleanUp.notNow")}</Notice>}
            <CleanUpPlan steps={planned} sourced={sourced} />
          </>
        ) : (
          <>
            <p>{t("cleanUp.whole")}</p>
            <CleanUpPlan steps={steps} sourced={sourced} withConditions />
          </>
        )}
      </section>
    </>
  );
}
