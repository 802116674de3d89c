import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { type Question, questionNames, questions, readAnswers } from "#app/tools/triage/answers.ts";
import { type Plan, planFor } from "#app/tools/triage/plan.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";

import { PlanView } from "./plan-view.tsx";

type Errors = Partial<Record<Question, MessageKey>>;

/**
 * The questions and, once they are answered, the plan. It is made by a button and takes the focus, so that a screen
 * reader begins where the plan does; a changed answer takes it away, so that it never belongs to other answers.
 */
export function TriageForm({ knownFacts }: { knownFacts: string[] }) {
  const t = useT();
  const heading = useRef<HTMLHeadingElement>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [errors, setErrors] = useState<Errors | null>(null);
  const [isChanged, setIsChanged] = useState(false);

  function makePlan(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { answers, open } = readAnswers((question) =>
      form.getAll(question === "places" ? "places[]" : question).map(String),
    );
    // At once, so that the heading is there to be focused.
    flushSync(() => {
      setErrors(open ? Object.fromEntries(open.map((name) => [name, `triage.open_${name}`])) : null);
      setPlan(answers ? planFor(answers) : null);
      setIsChanged(false);
    });
    if (answers) heading.current?.focus();
  }

  function forgetPlan() {
    setIsChanged(isChanged || plan !== null);
    setPlan(null);
  }

  return (
    <div className="grid gap-8">
      <form
        onSubmit={makePlan}
        onChange={forgetPlan}
        onReset={() => {
          setPlan(null);
          setErrors(null);
          setIsChanged(false);
        }}
        autoComplete="off"
        noValidate
        className="grid gap-8"
      >
        <ErrorSummary errors={errors as Record<string, MessageKey> | null} />
        <p>{t("triage.lead")}</p>
        {questionNames.map((question) => (
          <QuestionGroup key={question} question={question} error={errors?.[question]} />
        ))}
        <p className="text-sm text-slate">{t("common.kosovoFootnote")}</p>
        <div className="grid gap-3">
          <p className="flex flex-wrap gap-4">
            <Button>{t("triage.makePlan")}</Button>
            <Button type="reset" variant="secondary">
              {t("triage.startOver")}
            </Button>
          </p>
          <p role="status">{isChanged && t("triage.changed")}</p>
        </div>
      </form>
      {plan && <PlanView plan={plan} knownFacts={knownFacts} heading={heading} />}
    </div>
  );
}

function QuestionGroup({ question, error }: { question: Question; error?: MessageKey }) {
  const t = useT();
  const Group = question === "places" ? CheckboxGroup : RadioGroup;
  return (
    <Group
      name={question}
      legend={t(`triage.q_${question}`)}
      hint={t(`triage.hint_${question}`)}
      options={questions[question].map((value) => ({ value, label: t(answerWords(question, value)) }))}
      error={error}
    />
  );
}

function answerWords(question: Question, value: string): MessageKey {
  const isNamed = question === "jurisdiction" && value !== "eu";
  return (isNamed ? `common.jurisdiction_${value}` : `triage.a_${value}`) as MessageKey;
}
