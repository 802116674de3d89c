import type { QuestionType } from "#app/library/question-format.ts";
import { useT } from "#app/platform/i18n.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

export type ListedQuestion = {
  id: string;
  key: string;
  q: string;
  type: QuestionType;
  category: string;
  bank: string | null;
  isCritical: boolean;
};

/** A fixed list of questions with their places, and the banks to add from. */
export function QuestionListFields({ chosen, questions }: { chosen: string[]; questions: ListedQuestion[] }) {
  const t = useT();
  const listed = chosen.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const rest = questions.filter(({ id }) => !chosen.includes(id));
  const groups = [...new Set(rest.map((question) => groupOf(question)))];
  return (
    <>
      <fieldset className="grid gap-3">
        <legend className="font-semibold">{t("quizzes.chosen")}</legend>
        {listed.length === 0 ? (
          <p>{t("quizzes.chosenNone")}</p>
        ) : (
          <p className="text-slate">{t("quizzes.chosenHint")}</p>
        )}
        {listed.map((question, index) => (
          <div key={question.id} className="flex items-start gap-3">
            <input
              name={`place-${question.id}`}
              defaultValue={index + 1}
              inputMode="numeric"
              aria-label={t("quizzes.chosenPlace", { question: question.q })}
              className="control !w-16 shrink-0"
            />
            <QuestionLine question={question} />
          </div>
        ))}
      </fieldset>
      <section className="stack">
        <h3>{t("quizzes.addTitle")}</h3>
        {questions.length === 0 && <p>{t("quizzes.bankEmpty")}</p>}
        {groups.map((group, index) => {
          const inGroup = rest.filter((question) => groupOf(question) === group);
          const [first] = inGroup;
          const title = t("quizzes.addBank", {
            bank: first?.bank ?? t("quizzes.ownBank"),
            category: first?.category ?? "",
            count: inGroup.length,
          });
          return (
            <Disclosure key={group} summary={title}>
              <AddGroup index={index} title={title} questions={inGroup} />
            </Disclosure>
          );
        })}
      </section>
    </>
  );
}

function AddGroup({
  index,
  title,
  questions,
}: {
  index: number;
  title: string;
  questions: ListedQuestion[];
}) {
  const t = useT();
  return (
    <CheckboxGroup
      name={`add${index}`}
      legend={<span className="sr-only">{title}</span>}
      options={questions.map(({ id, q, type, key, isCritical }) => ({
        value: id,
        label: q,
        hint: [key, t(`quizzes.type_${type}`), isCritical && t("quizzes.safetyQuestion")]
          .filter(Boolean)
          .join(", "),
      }))}
    />
  );
}

function QuestionLine({ question: { q, key, type, isCritical } }: { question: ListedQuestion }) {
  const t = useT();
  return (
    <p>
      {q}
      <span className="block text-sm text-slate">
        {key}, {t(`quizzes.type_${type}`)}
        {isCritical && `, ${t("quizzes.safetyQuestion")}`}
      </span>
    </p>
  );
}

function groupOf({ bank, category }: ListedQuestion): string {
  return JSON.stringify([bank, category]);
}
