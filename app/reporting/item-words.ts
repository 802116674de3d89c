import { choicesOf } from "#app/assessment/statistics/given-answer.ts";
import type { ItemFlag } from "#app/assessment/statistics/item-flags.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

/** A part of an answer as learners read it: the text of an option, of a region, of a gap's option; or what was written. */
export function partInWords({ t }: I18n, question: Question, text: QuestionText, part: string): string {
  const [first = "", ...others] = part.split(".");
  const rest = others.join(".");
  switch (question.type) {
    case "truefalse":
      return t(part === "true" ? "statistics.true" : "statistics.false");
    case "detection":
      return t(part === "real" ? "statistics.verdictReal" : "statistics.verdictManipulated");
    case "hotspot":
      return text.regions?.[part] ?? part;
    case "blanks": {
      const gap = text.gaps?.[first];
      return `${gap?.label ?? first}: ${gap?.options?.[rest] ?? rest}`;
    }
    case "branching":
      return text.steps?.[first]?.choices[rest]?.text ?? part;
    default:
      return text.options?.[part] ?? part;
  }
}

/** Whether a part was written by hand, so that it may tell who wrote it. */
export function isWritten(question: Question, part: string): boolean {
  if (question.type === "numeric" || question.type === "short") return true;
  return question.type === "blanks" && !choicesOf(question).some((choice) => choice.part === part);
}

/** What a trainer should look at in a question, a sentence each. */
export function flagInWords(i18n: I18n, question: Question, text: QuestionText, flag: ItemFlag): string {
  const { t } = i18n;
  const words = (part: string) => partInWords(i18n, question, text, part);
  switch (flag.kind) {
    case "keyPerhapsWrong":
      return t(flag.isMost ? "statistics.flag_keyMost" : "statistics.flag_keyMore", {
        part: words(flag.part),
        chose: flag.chose,
        of: flag.of,
      });
    case "unchosen":
      return t("statistics.flag_unchosen", {
        parts: flag.parts.map((part) => t("statistics.quoted", { text: words(part) })).join(", "),
      });
    default:
      return t(`statistics.flag_${flag.kind}`);
  }
}
