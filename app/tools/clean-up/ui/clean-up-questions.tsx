import { useT } from "#app/platform/i18n.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";

import { type Answers, questions, readAnswers, replyOptions, things } from "../answers.ts";

/** The answers go to the page alone: the form is never sent, and nothing in it can be typed. */
export function CleanUpQuestions({ onAnswer }: { onAnswer: (answers: Answers) => void }) {
  const t = useT();
  return (
    <form
      autoComplete="off"
      className="stack no-print"
      onChange={(event) => onAnswer(readAnswers(new FormData(event.currentTarget)))}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>{t("cleanUp.questions")}</h2>
      <p>{t("cleanUp.lead")}</p>
      <CheckboxGroup
        name="things"
        legend={t("cleanUp.things")}
        options={things.map((thing) => ({ value: thing, label: t(`cleanUp.thing_${thing}`) }))}
      />
      {questions.map((question) => (
        <RadioGroup
          key={question}
          name={question}
          legend={t(`cleanUp.${question}`)}
          hint={question === "now" ? t("cleanUp.nowHint") : undefined}
          options={replyOptions.map((value) => ({ value, label: t(`cleanUp.${value}`) }))}
        />
      ))}
    </form>
  );
}
