import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import type { Feedback, Verdict } from "#app/assessment/feedback.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { webAddress } from "#app/platform/web-address.ts";
import { Notice } from "#app/ui/notice.tsx";

export const verdictWords: Record<Verdict, MessageKey> = {
  right: "quiz.correct",
  partly: "quiz.partlyCorrect",
  wrong: "quiz.incorrect",
  awaited: "quiz.awaited",
};

const looks = { right: "success", partly: "warning", wrong: "danger", awaited: "info" } as const;

/** Right or not, why, and the right answer if it was not. Said by screen readers when it appears. */
export function FeedbackBox({ type, feedback }: { type: AskedQuestion["type"]; feedback: Feedback }) {
  const t = useT();
  const { verdict } = feedback;
  return (
    <Notice
      kind={verdict ? looks[verdict] : "info"}
      title={verdict ? t(verdictWords[verdict]) : undefined}
      isStatus
    >
      <Explanation type={type} feedback={feedback} />
    </Notice>
  );
}

/** What is told about an answer besides the verdict. */
export function Explanation({ type, feedback }: { type: AskedQuestion["type"]; feedback: Feedback }) {
  const t = useT();
  const { rightAnswer, notes, why, sources } = feedback;
  return (
    <>
      {rightAnswer.length > 0 && <AnswerLines type={type} lines={rightAnswer} isRight />}
      {notes.map(({ about, text }) => (
        <p key={about} className="mt-1">
          <span className="font-semibold">{wordOf(type, about, t)}:</span> {text}
        </p>
      ))}
      {why && <p className="mt-1">{why}</p>}
      {sources.map(({ publisher, title, url }) => (
        <p key={title} className="mt-1 text-sm">
          {publisher}: {webAddress(url) ? <a href={webAddress(url)}>{title}</a> : title}
        </p>
      ))}
    </>
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
  const isOrdered = type === "order" || type === "branching";
  const rightLabel = isOrdered
    ? "quiz.rightOrder"
    : lines.length > 1
      ? "quiz.rightAnswers"
      : "quiz.rightAnswer";
  const List = isOrdered ? "ol" : "ul";
  return (
    <div>
      <p className="font-semibold">{t(isRight ? rightLabel : "quiz.yourAnswer")}:</p>
      {lines.length === 0 ? (
        <p>{t("quiz.noAnswer")}</p>
      ) : (
        <List className={`ps-5 ${isOrdered ? "list-decimal" : "list-disc"}`}>
          {lines.map((line, index) => (
            <li key={index} className="whitespace-pre-line">
              {wordOf(type, line, t)}
            </li>
          ))}
        </List>
      )}
    </div>
  );
}

/** Answers that stand for themselves in the format, in the reader's language. */
function wordOf(type: AskedQuestion["type"], line: string, t: ReturnType<typeof useT>): string {
  if (type === "truefalse") return t(line === "true" ? "quiz.true" : "quiz.false");
  if (type !== "detection") return line;
  const sure = /^([\d.]+) %$/.exec(line)?.[1];
  if (sure) return t("quiz.sure", { percent: Number(sure) });
  return line === "real" ? t("quiz.real") : line === "manipulated" ? t("quiz.manipulated") : line;
}
