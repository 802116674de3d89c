import { Form } from "@remix-run/react";

import type { QuestionType } from "#app/library/question-format.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { OtherAnswer } from "../answering/answer-receipt.ts";
import type { AnswerFields } from "../response.ts";
import { BothAnswers } from "./other-answer-note.tsx";

/** Marks that say when an answer was given: whoever chooses between two gives one anew. */
const marks = ["key", "page", "change", "signedTime", "elapsed", "revision"];

/**
 * The note of `OtherAnswerNote` for a page without JavaScript, after its form was sent: two forms, one for each answer.
 */
export function OtherAnswerForm({
  type,
  other,
  own,
  to,
}: {
  type: QuestionType;
  /** The question's page, where the form stands on another. */
  to?: string;
  other: {
    isConflict: boolean;
    outcome: string;
    revision: number;
    own: string[];
    other: OtherAnswer | null;
  };
  own: AnswerFields;
}) {
  const { t, formatClock } = useI18n();
  if (!other.other) return null;
  const isReplaced = other.outcome === "saved";
  const sentence = other.isConflict
    ? "attempt.otherUnsaved"
    : isReplaced
      ? "attempt.otherReplaced"
      : "attempt.otherCounts";
  return (
    <Notice kind="warning" title={t("attempt.otherTitle")} isStatus>
      <p>{t(sentence, { time: formatClock(other.other.at) })}</p>
      <BothAnswers type={type} own={other.own} other={other.other.words} />
      {!isReplaced && (
        <Choice to={to} fields={own} revision={other.revision}>
          {t("attempt.otherTakeYours")}
        </Choice>
      )}
      <Choice to={to} fields={other.other.fields} revision={other.revision}>
        {t("attempt.otherTakeThat")}
      </Choice>
    </Notice>
  );
}

function Choice({
  to,
  fields,
  revision,
  children,
}: {
  to?: string;
  fields: AnswerFields;
  revision: number;
  children: string;
}) {
  return (
    <Form method="post" action={to}>
      {Object.entries(fields)
        .filter(([name]) => !marks.includes(name))
        .flatMap(([name, value]) =>
          Array.isArray(value)
            ? value.map((one) => <input key={name + one} type="hidden" name={`${name}[]`} value={one} />)
            : [<input key={name} type="hidden" name={name} value={value} />],
        )}
      <input type="hidden" name="revision" value={revision} />
      <Button variant="quiet">{children}</Button>
    </Form>
  );
}
