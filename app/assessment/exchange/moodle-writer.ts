import type { QuestionOf, QuestionText } from "#app/library/question-format.ts";

import type { ExchangeQuestion, MediaFile } from "./exchange.ts";
import { writtenMoodlePath } from "./foreign-category.ts";
import { toleranceOf } from "./gift-writer.ts";
import { escaped, htmlOfPlain, number, rubricLines, stemHtml } from "./written-text.ts";

/** The questions as Moodle XML; those that it cannot hold must not be among them. */
export async function writeMoodle(questions: ExchangeQuestion[], language: string): Promise<string> {
  const parts: string[] = [];
  let category: string | null = null;
  for (const question of questions) {
    if (question.category !== category) {
      category = question.category;
      parts.push(
        `<question type="category"><category>${text(writtenMoodlePath(category))}</category></question>`,
      );
    }
    parts.push(await questionXml(question, question.texts[language] as QuestionText));
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("\n")}\n</quiz>\n`;
}

const text = (content: string) => `<text>${escaped(content)}</text>`;
const rich = (name: string, html: string, rest = "") =>
  `<${name} format="html">${text(html)}${rest}</${name}>`;
const plain = (name: string, content: string | undefined) => rich(name, content ? htmlOfPlain(content) : "");

async function questionXml(question: ExchangeQuestion, words: QuestionText): Promise<string> {
  const { structure, name, isRetired } = question;
  const { type, parts, html = "" } = typeXml(structure, words);
  const files = await Promise.all(question.media.map(fileXml));
  const stem = stemHtml(words, (file) => `@@PLUGINFILE@@/${encodeURIComponent(file)}`) + html;
  const tags = structure.tags.map((tag) => `<tag>${text(tag)}</tag>`).join("");
  return [
    `<question type="${type}">`,
    `<name>${text(name)}</name>`,
    rich("questiontext", stem, files.join("")),
    plain("generalfeedback", words.why),
    `<defaultgrade>${number(structure.points)}</defaultgrade>`,
    // Of the points, for every further try where Moodle allows some: its own usual share.
    "<penalty>0.3333333</penalty>",
    `<hidden>${isRetired ? 1 : 0}</hidden>`,
    `<idnumber>${escaped(structure.id)}</idnumber>`,
    ...parts,
    tags && `<tags>${tags}</tags>`,
    "</question>",
  ]
    .filter(Boolean)
    .join("\n");
}

async function fileXml({ name, read }: MediaFile): Promise<string> {
  return `<file name="${escaped(name)}" path="/" encoding="base64">${(await read()).toString("base64")}</file>`;
}

function answer(percent: number, content: string, feedback?: string, format = "html"): string {
  const written = format === "html" ? htmlOfPlain(content) : content;
  const fraction = Number(percent.toFixed(5));
  return `<answer fraction="${fraction}" format="${format}">${text(written)}${plain("feedback", feedback)}</answer>`;
}

type TypeXml = { type: string; parts: string[]; html?: string };

function typeXml(structure: ExchangeQuestion["structure"], words: QuestionText): TypeXml {
  switch (structure.type) {
    case "single":
    case "scenario":
      return {
        type: "multichoice",
        parts: [
          "<single>true</single>",
          ...shuffled,
          ...structure.options.map((id) => {
            const percent = id === structure.answer ? 100 : (structure.partial[id] ?? 0);
            return answer(percent, words.options?.[id] ?? "", words.optionWhy?.[id]);
          }),
        ],
      };
    case "multiple": {
      const wrong = structure.options.length - structure.answer.length;
      return {
        type: "multichoice",
        parts: [
          "<single>false</single>",
          ...shuffled,
          ...structure.options.map((id) => {
            const percent = structure.answer.includes(id) ? 100 / structure.answer.length : -100 / wrong;
            return answer(percent, words.options?.[id] ?? "", words.optionWhy?.[id]);
          }),
        ],
      };
    }
    case "truefalse":
      return {
        type: "truefalse",
        parts: [true, false].map((value) =>
          answer(
            value === structure.answer ? 100 : 0,
            String(value),
            words.optionWhy?.[String(value)],
            "moodle_auto_format",
          ),
        ),
      };
    case "short":
      return {
        type: "shortanswer",
        parts: [
          `<usecase>${structure.fold.case ? 0 : 1}</usecase>`,
          ...structure.accepted.map(({ text: word, percent }) =>
            answer(
              percent,
              structure.wildcards ? word : word.replaceAll("*", "\\*"),
              undefined,
              "moodle_auto_format",
            ),
          ),
        ],
      };
    case "numeric":
      return { type: "numerical", parts: numericParts(structure) };
    case "match":
      return {
        type: "matching",
        parts: [
          "<shuffleanswers>true</shuffleanswers>",
          ...[...structure.pairs, ...structure.distractors].map((id) =>
            rich(
              "subquestion",
              words.left?.[id] ? htmlOfPlain(words.left[id]) : "",
              // Moodle shows it as HTML.
              `<answer>${text(escaped(words.right?.[id] ?? ""))}</answer>`,
            ),
          ),
        ],
      };
    case "order":
      return {
        type: "ordering",
        parts: [
          "<layouttype>VERTICAL</layouttype>",
          "<selecttype>ALL</selecttype>",
          `<gradingtype>${structure.scoring === "exact" ? "ALL_OR_NOTHING" : "RELATIVE_NEXT_EXCLUDE_LAST"}</gradingtype>`,
          ...structure.options.map((id, index) => answer(index + 1, words.options?.[id] ?? "")),
        ],
      };
    case "blanks":
      return { type: "cloze", parts: [], html: `\n${clozeHtml(structure, words)}` };
    case "file":
      return {
        type: "essay",
        parts: [
          "<responseformat>noinline</responseformat>",
          "<attachments>1</attachments>",
          "<attachmentsrequired>1</attachmentsrequired>",
          `<maxbytes>${Math.round(structure.maxMegabytes * 1024 ** 2)}</maxbytes>`,
          `<filetypeslist>${structure.accept.map((kind) => fileTypes[kind]).join(",")}</filetypeslist>`,
          plain("graderinfo", rubricLines(words, structure.rubric)),
        ],
      };
    case "essay":
      return {
        type: "essay",
        parts: [
          "<responseformat>editor</responseformat>",
          "<responserequired>1</responserequired>",
          ...(structure.maxCharacters === 4000
            ? []
            : [`<maxwordlimit>${Math.ceil(structure.maxCharacters / 10)}</maxwordlimit>`]),
          plain("graderinfo", rubricLines(words, structure.rubric)),
        ],
      };
    default:
      throw new Error(`Moodle XML has no ${structure.type} question.`);
  }
}

/** Moodle's own default when nothing is said is not to shuffle. */
const shuffled = ["<shuffleanswers>true</shuffleanswers>", "<answernumbering>abc</answernumbering>"];

const fileTypes = { pdf: ".pdf", image: "image", document: "document", text: ".txt" };

function numericParts(structure: QuestionOf<"numeric">): string[] {
  const tolerance = `<tolerance>${number(toleranceOf(structure))}</tolerance>`;
  // Moodle multiplies the right answer to have it in the other unit.
  const units = [{ unit: structure.unit, factor: 1 }, ...structure.units].flatMap(({ unit, factor }) =>
    unit
      ? [`<unit><multiplier>${number(1 / factor)}</multiplier><unit_name>${escaped(unit)}</unit_name></unit>`]
      : [],
  );
  return [
    `<answer fraction="100" format="moodle_auto_format">${text(number(structure.answer))}${plain("feedback", "")}${tolerance}</answer>`,
    ...(units.length > 0 ? [`<units>${units.join("")}</units>`] : []),
    `<unitgradingtype>${structure.isUnitRequired ? 1 : 0}</unitgradingtype>`,
    // 0: units are typed; 3: there are none.
    `<showunits>${units.length > 0 ? 0 : 3}</showunits>`,
  ];
}

function clozeHtml(structure: QuestionOf<"blanks">, words: QuestionText): string {
  const gaps = new Map(structure.gaps.map((gap) => [gap.id, gapText(gap, words)]));
  return htmlOfPlain(words.body ?? "").replace(/\{\{(\w+)\}\}/g, (mark, id: string) => gaps.get(id) ?? mark);
}

function gapText(gap: QuestionOf<"blanks">["gaps"][number], words: QuestionText): string {
  // Weights are whole numbers in Moodle.
  const weight = Math.max(1, Math.round(gap.weight));
  if (gap.kind === "number")
    return `{${weight}:NUMERICAL:=${number(gap.answer)}:${number(toleranceOf(gap))}}`;
  if (gap.kind === "typed") {
    const answers = gap.accepted.map(({ text: word, percent }) => {
      const written = gap.wildcards ? word : word.replaceAll("*", "\\*");
      return `%${number(percent)}%${clozeEscaped(written)}`;
    });
    return `{${weight}:${gap.fold.case ? "SHORTANSWER" : "SHORTANSWER_C"}:${answers.join("~")}}`;
  }
  const options = gap.options.map((id) => {
    const sign = id === gap.answer ? "=" : "";
    return sign + clozeEscaped(words.gaps?.[gap.id]?.options?.[id] ?? "");
  });
  return `{${weight}:MULTICHOICE:${options.join("~")}}`;
}

function clozeEscaped(content: string): string {
  return escaped(content.replace(/[}#~/\\]/g, "\\$&"));
}
