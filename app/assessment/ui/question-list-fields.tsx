import { Link } from "@remix-run/react";

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

/** So many questions at most are shown without having to be unfolded. */
const few = 10;

/** A fixed list of questions with their places, and the banks to add from. */
export function QuestionListFields({
  chosen,
  questions,
  writeAt,
}: {
  chosen: string[];
  questions: ListedQuestion[];
  /** The page for a question that is not written yet. */
  writeAt: string;
}) {
  const t = useT();
  const listed = chosen.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  const rest = questions.filter(({ id }) => !chosen.includes(id));
  const banks = [...new Set(rest.map(({ bank }) => bank))];
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
        <p>
          <Link to={writeAt}>{t("quizzes.writeQuestion")}</Link>{" "}
          <span className="text-slate">{t("quizzes.writeQuestionHint")}</span>
        </p>
        {banks.map((bank, index) => {
          const inBank = rest.filter((question) => question.bank === bank);
          return (
            <Disclosure
              key={bank ?? ""}
              isOpen={rest.length <= few}
              summary={t("quizzes.addBank", { bank: bank ?? t("quizzes.ownBank"), count: inBank.length })}
            >
              <div className="grid gap-1">
                <AddFromBank bank={index} questions={inBank} isOpen={rest.length <= few} />
              </div>
            </Disclosure>
          );
        })}
      </section>
    </>
  );
}

function AddFromBank({
  bank,
  questions,
  isOpen,
}: {
  bank: number;
  questions: ListedQuestion[];
  isOpen: boolean;
}) {
  const categories = [...new Set(questions.map(({ category }) => category))];
  return categories.map((category, index) => {
    const inCategory = questions.filter((question) => question.category === category);
    const title = `${category} (${inCategory.length})`;
    return (
      <Disclosure key={category} summary={title} isOpen={isOpen}>
        <AddGroup id={`add-${bank}-${index}`} title={title} questions={inCategory} />
      </Disclosure>
    );
  });
}

function AddGroup({
  id: groupId,
  title,
  questions,
}: {
  id: string;
  title: string;
  questions: ListedQuestion[];
}) {
  const t = useT();
  return (
    <CheckboxGroup
      name="add"
      id={groupId}
      legend={<span className="sr-only">{title}</span>}
      options={questions.map(({ id, q, type, key, isCritical }) => ({
        value: id,
        label: q,
        hint: [key, t(`bank.type_${type}`), isCritical && t("quizzes.safetyQuestion")]
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
        {key}, {t(`bank.type_${type}`)}
        {isCritical && `, ${t("quizzes.safetyQuestion")}`}
      </span>
    </p>
  );
}
