import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import type { Feedback, Verdict } from "#app/assessment/feedback.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { element } from "./dom.ts";
import { t } from "./words.ts";

const verdictWords: Record<Verdict, MessageKey> = {
  right: "quiz.correct",
  partly: "quiz.partlyCorrect",
  wrong: "quiz.incorrect",
  awaited: "quiz.awaited",
};

/** Right or not, why, and the right answer if it was not. Screen readers say it when it appears. */
export function feedbackView(type: AskedQuestion["type"], feedback: Feedback): HTMLElement {
  const { verdict, rightAnswer, notes, why, sources } = feedback;
  const isOrdered = type === "order" || type === "branching";
  return element(
    "div",
    { class: `notice ${verdict ?? "told"}`, role: "status" },
    ...(verdict ? [element("p", { class: "strong" }, t(verdictWords[verdict]))] : []),
    ...(rightAnswer.length > 0
      ? [
          element("p", { class: "strong" }, `${t(labelOf(isOrdered, rightAnswer.length))}:`),
          element(
            isOrdered ? "ol" : "ul",
            {},
            ...rightAnswer.map((line) => element("li", { class: "lines" }, wordOf(type, line))),
          ),
        ]
      : []),
    ...notes.map(({ about, text }) =>
      element("p", {}, element("strong", {}, `${wordOf(type, about)}:`), ` ${text}`),
    ),
    ...(why ? [element("p", {}, why)] : []),
    ...sources.map(({ publisher, title, url }) =>
      element(
        "p",
        { class: "hint" },
        `${publisher}: `,
        url ? element("a", { href: url, rel: "noreferrer", target: "_blank" }, title) : title,
      ),
    ),
  );
}

function labelOf(isOrdered: boolean, count: number): MessageKey {
  if (isOrdered) return "quiz.rightOrder";
  return count > 1 ? "quiz.rightAnswers" : "quiz.rightAnswer";
}

/** Answers that stand for themselves in the format, in the reader's language. */
function wordOf(type: AskedQuestion["type"], line: string): string {
  if (type === "truefalse") return t(line === "true" ? "quiz.true" : "quiz.false");
  if (type !== "detection") return line;
  return line === "real" ? t("quiz.real") : line === "manipulated" ? t("quiz.manipulated") : line;
}
