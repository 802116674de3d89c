import { Link } from "@remix-run/react";

import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import type { AnsweringPart } from "../answering/answering-part.ts";
import { partAt, prefixOf } from "../answering/question-prefix.ts";
import type { AskedQuestion } from "../asked-question.ts";
import type { Feedback } from "../feedback.ts";
import type { AnswerFields } from "../response.ts";
import { useAnswer } from "./autosave.tsx";
import { FeedbackBox } from "./feedback-box.tsx";
import { QuestionFields } from "./question-fields.tsx";

type OpenQuestionItem = {
  position: number;
  revision: number;
  isAnswered: boolean;
  asked: AskedQuestion;
  given: AnswerFields;
  isCritical: boolean;
  feedback: Feedback | null;
};

type Props = {
  item: OpenQuestionItem;
  answering: AnsweringPart;
  /** Of the attempt. */
  address: string;
  /** Whether its answer is saved as it is given, or marked by the form's button. */
  isSavedAtOnce: boolean;
  /** The form as it was sent, when the server has found something wrong. */
  sent?: AnswerFields;
  errors?: FormErrors;
};

/** One of several questions in one form. What has steps, files or pictures is answered on a page of its own. */
export function OpenQuestion({ total, ...props }: Props & { total: number }) {
  const t = useT();
  const { position, asked, isCritical, feedback } = props.item;
  return (
    <section
      id={`question-${position}`}
      aria-labelledby={`question-${position}-title`}
      className="card stack scroll-mt-4"
    >
      <h2 id={`question-${position}-title`} className="text-base text-slate">
        {t("quiz.questionOf", { position, total })}
      </h2>
      {isCritical && <p className="text-accent">{t("quiz.criticalNote")}</p>}
      {feedback ? (
        <>
          <p className="text-lg font-semibold">{asked.q}</p>
          <FeedbackBox type={asked.type} feedback={feedback} />
        </>
      ) : asked.rare ? (
        <ElsewhereAnswered {...props} />
      ) : (
        <Answer {...props} />
      )}
    </section>
  );
}

function ElsewhereAnswered({ item: { position, asked, isAnswered }, address }: Props) {
  const t = useT();
  return (
    <>
      {asked.context && <Prose html={asked.context} />}
      {asked.q && <p className="text-lg leading-snug font-semibold">{asked.q}</p>}
      <StatusTag kind={isAnswered ? "done" : "todo"}>
        {t(isAnswered ? "quiz.answered" : "quiz.open")}
      </StatusTag>
      <p>
        <Link to={`${address}/questions/${position}`} className="py-1">
          {t("attempt.onOwnPage")}
          <span className="sr-only">{` (${position})`}</span>
        </Link>
      </p>
    </>
  );
}

function Answer({ item, answering, address, isSavedAtOnce, sent, errors = {} }: Props) {
  const { position, revision, asked, given } = item;
  const prefix = prefixOf(position);
  const next = `${address}/summary`;
  const answer = useAnswer({ type: asked.type, answering, address, position, revision, next, prefix });
  return (
    <div className="stack" {...(isSavedAtOnce ? answer.part : {})}>
      <QuestionFields
        key={answer.key}
        asked={asked}
        given={answer.fields ?? (sent ? partAt(position, sent) : given)}
        errors={partAt(position, errors)}
        prefix={prefix}
      />
      {answer.inside}
      {isSavedAtOnce && answer.note}
      {isSavedAtOnce && answer.status}
    </div>
  );
}
