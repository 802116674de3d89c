import { Form } from "@remix-run/react";

import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import type { Feedback } from "#app/assessment/feedback.ts";
import type { AnswerFields } from "#app/assessment/response.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import { FeedbackBox } from "./feedback-box.tsx";
import { QuestionFields } from "./question-fields.tsx";

export type CheckOutcome = {
  id: string;
  /** How far a way through steps has come. */
  asked?: AskedQuestion;
  given: AnswerFields;
  feedback: Feedback | null;
  errors: FormErrors | null;
};

/**
 * A question inside a lesson, or in a preview: feedback at once, nothing stored. Its form goes to the page it stands on.
 */
export function InlineCheck({
  id,
  title,
  to = "",
  asked,
  outcome,
}: {
  id: string;
  title?: string;
  /** Address of the page it stands on, where that has a query. */
  to?: string;
  asked: AskedQuestion;
  outcome: CheckOutcome | null;
}) {
  const t = useT();
  return (
    <Form
      method="post"
      action={`${to}#${id}`}
      id={id}
      noValidate
      preventScrollReset
      className="no-print measure card stack border-s-4 border-s-accent"
    >
      <h2 className="text-xl">{title ?? t("quiz.checkTitle")}</h2>
      <input type="hidden" name="intent" value="check" />
      <input type="hidden" name="question" value={id} />
      <QuestionFields asked={outcome?.asked ?? asked} given={outcome?.given ?? {}} errors={outcome?.errors} />
      <Button variant="secondary">{t("quiz.checkSubmit")}</Button>
      {outcome?.feedback && <FeedbackBox type={asked.type} feedback={outcome.feedback} />}
      {outcome?.feedback && <p className="text-sm text-slate">{t("quiz.checkAgain")}</p>}
    </Form>
  );
}
