import { moodlePath } from "./foreign-category.ts";
import type { Draft, DraftAsked } from "./draft.ts";
import { firstWords } from "./drafted-question.ts";
import { type ReadSettings, type ReadQuestions, sentence } from "./exchange.ts";
import {
  type GiftAnswers,
  type GiftChoice,
  type GiftQuestion,
  type GiftText,
  parseGift,
} from "./gift-syntax.ts";
import { leaveOut } from "./left-out.ts";
import { dataFile } from "./media-intake.ts";
import { QuestionGathering } from "./question-gathering.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { treeOfHtml, treeOfLooseText, treeOfMarkdown, treeOfPlainText } from "./rich-text.ts";

export function readGift(source: string, settings: ReadSettings): ReadQuestions {
  const gathering = new QuestionGathering("gift", settings);
  let category = "";
  for (const entry of parseGift(source)) {
    if (entry.kind === "category") {
      category = moodlePath(entry.path);
      gathering.category(category);
    } else if (entry.kind === "fault") {
      gathering.leftOut(entry.text, sentence("exchange.leftSyntax", { line: entry.line }));
    } else {
      const within = category;
      gathering.question(nameOf(entry), () => draftOf(entry, within), dataFile);
    }
  }
  return gathering.result();
}

function nameOf({ title, stem }: GiftQuestion): string {
  return title ?? firstWords([{ type: "text", value: stem.text }]);
}

function draftOf(question: GiftQuestion, category: string): Draft {
  return {
    name: question.title ?? "",
    key: question.id ?? undefined,
    category,
    stem: treeOf(question.stem),
    why: question.feedback ? [treeOf(question.feedback)] : [],
    points: 1,
    tags: question.tags,
    isRetired: false,
    asked: askedOf(question.answers),
  };
}

function askedOf(answers: GiftAnswers): DraftAsked {
  switch (answers.type) {
    case "description":
      return leaveOut("exchange.leftDescription");
    case "essay":
      return { kind: "essay", guidance: [] };
    case "truefalse": {
      const [right, wrong] = [treeOf(answers.ifRight), treeOf(answers.ifWrong)];
      return answers.answer
        ? { kind: "truefalse", answer: true, ifTrue: right, ifFalse: wrong }
        : { kind: "truefalse", answer: false, ifTrue: wrong, ifFalse: right };
    }
    case "choice":
      return choiceOf(answers.choices);
    case "short":
      return {
        kind: "short",
        isCaseSensitive: false,
        wildcards: true,
        accepted: answers.choices.map(({ text, weight }) => ({ text: typed(text), percent: weight ?? 100 })),
        feedback: answers.choices.map(({ feedback }) => treeOf(feedback)),
      };
    case "numeric":
      return {
        kind: "numeric",
        answers: answers.numbers.map(({ value, tolerance, weight }) => ({
          value,
          tolerance,
          toleranceKind: "absolute",
          percent: weight ?? 100,
        })),
        feedback: [
          ...answers.numbers.map(({ feedback }) => treeOf(feedback)),
          ...answers.feedback.map(treeOf),
        ],
        units: [],
        isUnitRequired: false,
      };
    case "match": {
      const pairs = answers.pairs.map(({ left, right }) => ({
        left: treeOf(left),
        right: treeOfPlainText(right),
        isAsked: left.text !== "",
      }));
      return {
        kind: "match",
        pairs: pairs.filter(({ isAsked }) => isAsked),
        distractors: pairs.filter(({ isAsked }) => !isAsked).map(({ right }) => right),
        scoring: "each",
      };
    }
  }
}

/** Without a right answer ("=") several are to be chosen, each with its weight. */
function choiceOf(choices: GiftChoice[]): DraftAsked {
  return {
    kind: "choice",
    isSingle: choices.some(({ isRight }) => isRight),
    scoring: "partial",
    options: choices.map(({ text, feedback, isRight, weight }) => ({
      nodes: treeOf(text),
      feedback: treeOf(feedback),
      percent: weight ?? (isRight ? 100 : 0),
    })),
  };
}

/** What is to be typed is never formatted. */
function typed({ format, text }: GiftText): string {
  return format === "html" ? text.replace(/<[^<>]*>/g, "") : text;
}

/** Moodle's own format is plain text in which HTML counts. */
export function treeOf(text: GiftText | null): HtmlNode[] {
  if (!text) return [];
  if (text.format === "html") return treeOfHtml(text.text);
  if (text.format === "markdown") return treeOfMarkdown(text.text);
  return text.format === "moodle" ? treeOfLooseText(text.text) : treeOfPlainText(text.text);
}
