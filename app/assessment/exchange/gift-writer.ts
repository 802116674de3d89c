import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion } from "./exchange.ts";
import { writtenMoodlePath } from "./foreign-category.ts";
import { number, stemHtml } from "./written-text.ts";

/** The questions as a GIFT text; those that it cannot hold must not be among them. */
export function writeGift(questions: ExchangeQuestion[], language: string): string {
  let category = "";
  const blocks = questions.map((question) => {
    const isSame = question.category === category;
    category = question.category;
    const heading = isSame ? "" : `$CATEGORY: ${writtenMoodlePath(category).replace(/[\r\n]/g, " ")}\n\n`;
    return heading + blockOf(question, question.texts[language] as QuestionText);
  });
  return `${blocks.join("\n\n")}\n`;
}

function blockOf({ structure, name }: ExchangeQuestion, text: QuestionText): string {
  const tags = structure.tags.map((tag) => ` [tag:${tag}]`).join("");
  // Pictures are not written; their descriptions are.
  const stem = text.context
    ? `[html]${escaped(stemHtml({ ...text, context: text.context.replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1") }, String))}`
    : `[plain]${escaped(text.q)}`;
  return `// [id:${structure.id}]${tags}\n::${escaped(name.replace(/\s+/g, " "))}::${stem}{${answersOf(structure, text)}}`;
}

function answersOf(structure: ExchangeQuestion["structure"], text: QuestionText): string {
  const general = text.why ? `\n\t####[plain]${escaped(text.why)}\n` : "\n";
  switch (structure.type) {
    case "truefalse": {
      const { optionWhy = {} } = text;
      const said = [optionWhy[String(!structure.answer)], optionWhy[String(structure.answer)]];
      const feedback = said.some(Boolean)
        ? said.map((one) => `#${one ? `[plain]${escaped(one)}` : ""}`).join("")
        : "";
      return `${structure.answer ? "TRUE" : "FALSE"}${feedback}${text.why ? general : ""}`;
    }
    case "single":
    case "scenario":
      return (
        structure.options
          .map((id) => {
            // Moodle takes a percentage behind "=" for words of the answer.
            const mark = id === structure.answer ? "=" : weighted("~", structure.partial[id] ?? 0);
            return line(mark, text.options?.[id], text.optionWhy?.[id]);
          })
          .join("") + general
      );
    case "multiple":
      return (
        structure.options
          .map((id) => {
            const isRight = structure.answer.includes(id);
            const wrong = structure.options.length - structure.answer.length;
            const percent = isRight ? 100 / structure.answer.length : -100 / wrong;
            return line(weighted("~", percent), text.options?.[id], text.optionWhy?.[id]);
          })
          .join("") + general
      );
    case "short":
      return (
        structure.accepted
          .map(({ text: word, percent }) =>
            line(weighted("=", percent), structure.wildcards ? word : word.replaceAll("*", "\\*"), undefined),
          )
          .join("") + general
      );
    case "numeric":
      return `#\n\t=${number(structure.answer)}:${number(toleranceOf(structure))}${general}`;
    case "match":
      return (
        [...structure.pairs, ...structure.distractors]
          .map(
            (id) =>
              `\n\t=${text.left?.[id] ? `[plain]${arrowless(text.left[id])}` : ""} -> ${arrowless(text.right?.[id] ?? "")}`,
          )
          .join("") + general
      );
    default:
      return text.why ? general : "";
  }
}

/** In the answer's unit. */
export function toleranceOf({
  answer,
  tolerance,
  toleranceKind,
}: Pick<QuestionOf<"numeric">, "answer" | "tolerance" | "toleranceKind">): number {
  return toleranceKind === "relative" ? Math.abs(answer) * tolerance : tolerance;
}

const weighted = (sign: string, percent: number) =>
  percent === 0 ? sign : `${sign}%${Number(percent.toFixed(5))}%`;

function line(mark: string, text = "", feedback: string | undefined): string {
  return `\n\t${mark}[plain]${escaped(text)}${feedback ? `#[plain]${escaped(feedback)}` : ""}`;
}

const arrowless = (text: string) => escaped(text.replaceAll("->", "→"));

/** A line's end would divide questions. */
function escaped(text: string): string {
  return text.replace(/[~=#{}:\\]/g, "\\$&").replace(/\r?\n/g, "\\n");
}
