import { Form } from "@remix-run/react";

import type { AssignmentPage } from "#app/assessment/assignment-page.server.ts";
import type { AnswerReceipt, OtherAnswer } from "#app/assessment/answering/answer-receipt.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";

import { useAnswer } from "../autosave.tsx";
import { FileAnswer } from "../grading/file-answer.tsx";
import { OtherAnswerForm } from "../other-answer-form.tsx";
import { QuestionFields } from "../question-fields.tsx";
import { NoCaseData } from "./assignment-task.tsx";

type Answer = NonNullable<AssignmentPage["answer"]>;
type Item = Answer["items"][number];

/** What came back of a text that could not simply be saved. */
type FailedText = {
  errors: FormErrors | null;
  given: AnswerFields;
  other:
    | (Exclude<AnswerReceipt, { outcome: "unfinished" }> & { isConflict: boolean; other: OtherAnswer | null })
    | null;
};

/** The field for the text, the form for the file, or both, with the task above each. */
export function AssignmentAnswer({
  answer,
  address,
  next,
  failed,
}: {
  answer: Answer;
  /** Of the attempt, where answers are saved. */
  address: string;
  next: string;
  failed: FailedText | null;
}) {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="answer-title">
      <h2 id="answer-title">{t("assignment.yourAnswer")}</h2>
      <NoCaseData />
      {answer.items.map((item) =>
        item.asked.type === "file" ? (
          <FileAnswer
            key={item.position}
            asked={item.asked}
            given={item.given}
            address={`${address}/questions/${item.position}`}
            next={next}
          />
        ) : (
          <TextAnswer
            key={item.position}
            item={item}
            answering={answer.answering}
            address={address}
            next={next}
            failed={failed}
          />
        ),
      )}
    </section>
  );
}

function TextAnswer({
  item: { asked, position, revision, given },
  answering,
  address,
  next,
  failed,
}: {
  item: Item;
  answering: Answer["answering"];
  address: string;
  next: string;
  failed: FailedText | null;
}) {
  const t = useT();
  const answer = useAnswer({ type: asked.type, answering, address, position, revision, next });
  return (
    <>
      {failed?.other && <OtherAnswerForm type={asked.type} other={failed.other} own={failed.given} />}
      <Form method="post" noValidate className="stack" {...answer.form}>
        <ErrorSummary errors={failed?.errors} />
        <QuestionFields
          key={answer.key}
          asked={asked}
          given={answer.fields ?? failed?.given ?? given}
          errors={failed?.errors}
        />
        {answer.inside}
        {answer.note}
        {answer.status}
        <div>
          <Button>{t("assignment.goOn")}</Button>
        </div>
      </Form>
    </>
  );
}
