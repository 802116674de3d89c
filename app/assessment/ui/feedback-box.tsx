import type { AskedQuestion, Feedback } from "#app/assessment/asked-question.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** Right or not, why, and the right answer if it was not. Said by screen readers when it appears. */
export function FeedbackBox({ type, feedback }: { type: AskedQuestion["type"]; feedback: Feedback }) {
  const t = useT();
  return (
    <Notice
      kind={feedback.isCorrect ? "success" : "danger"}
      title={t(feedback.isCorrect ? "quiz.correct" : "quiz.incorrect")}
      isStatus
    >
      {!feedback.isCorrect && <AnswerLines type={type} lines={feedback.rightAnswer} isRight />}
      <p className="mt-1">{feedback.why}</p>
    </Notice>
  );
}

/** An answer in words under its label. */
export function AnswerLines({
  type,
  lines,
  isRight = false,
}: {
  type: AskedQuestion["type"];
  lines: string[];
  isRight?: boolean;
}) {
  const t = useT();
  const rightLabel =
    type === "order" ? "quiz.rightOrder" : lines.length > 1 ? "quiz.rightAnswers" : "quiz.rightAnswer";
  const List = type === "order" ? "ol" : "ul";
  const words = lines.map((line) =>
    type === "truefalse" ? t(line === "true" ? "quiz.true" : "quiz.false") : line,
  );
  return (
    <div>
      <p className="font-semibold">{t(isRight ? rightLabel : "quiz.yourAnswer")}:</p>
      {words.length === 0 ? (
        <p>{t("quiz.noAnswer")}</p>
      ) : (
        <List className={`ps-5 ${type === "order" ? "list-decimal" : "list-disc"}`}>
          {words.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      )}
    </div>
  );
}
