import type { Question, QuestionOf, QuestionText, Region, Response } from "#app/library/question-format.ts";

import { askedBlanks, type AskedBlanks } from "./asked-blanks.ts";
import { askedWay, type AskedWay } from "./asked-way.ts";
import type { Presentation } from "./presentation.ts";

/** A question as a page may know it: texts in the order shown, no ids of parts, no key, no explanation. */
export type AskedQuestion = {
  type: Question["type"];
  q: string;
  /** Safe HTML of what stands above the question. */
  context?: string;
  options: string[];
  right: string[];
  unit: string | null;
  /** The unit is a part of the answer. */
  isUnitAsked?: boolean;
  /** What only some types have; its controls are loaded when they are needed. */
  rare?: AskedRare;
  /** Where the texts of those controls are. */
  messagesUrl?: string;
};

export type AskedRare =
  | AskedBlanks
  | AskedWay
  | ({ kind: "hotspot"; image: string; alt: string; isOne: boolean } & { regions: AskedRegion[] })
  | { kind: "essay"; maxCharacters: number; rubric: AskedCriterion[] }
  | {
      kind: "file";
      accept: QuestionOf<"file">["accept"];
      maxMegabytes: number;
      rubric: AskedCriterion[];
    }
  | {
      kind: "detection";
      medium: QuestionOf<"detection">["medium"];
      media: string;
      alt: string;
      transcript: string | null;
      locate: "region" | "second" | null;
      regions: AskedRegion[];
    };

export type AskedRegion = { name: string } & Pick<Region, "shape" | "at">;

/** Levels from the lowest to the highest. */
export type AskedCriterion = { title: string; levels: { text: string; points: number }[] };

/** What a question's page needs besides the question. */
export type Around = {
  /** What was answered so far: steps of a branching question are shown as they are reached. */
  response?: Response | null;
  /** Where a file of the question is served. */
  addressOf?: (name: string) => string;
  /** Its context as safe HTML. */
  context?: string;
};

export function askedQuestion(
  question: Question,
  text: QuestionText,
  shown: Presentation,
  around: Around = {},
): AskedQuestion {
  const texts = (question.type === "match" ? text.left : text.options) ?? {};
  const isNamed = "options" in question || question.type === "match";
  return {
    type: question.type,
    q: text.q,
    ...(around.context ? { context: around.context } : {}),
    options: isNamed ? shown.options.map((id) => texts[id] ?? id) : [],
    right: shown.right.map((id) => text.right?.[id] ?? id),
    ...(question.type === "numeric" && question.isUnitRequired ? { isUnitAsked: true } : {}),
    unit: question.type === "numeric" && !question.isUnitRequired ? (question.unit ?? null) : null,
    ...rareOf(question, text, shown, around),
  };
}

function rareOf(
  question: Question,
  text: QuestionText,
  shown: Presentation,
  { response = null, addressOf = (name) => name }: Around,
): { rare?: AskedRare } {
  const alt = text.alt ?? "";
  const regionsIn = (regions: readonly Region[]): AskedRegion[] =>
    shown.options.flatMap((id) => {
      const region = regions.find((candidate) => candidate.id === id);
      return region ? [{ name: text.regions?.[id] ?? id, shape: region.shape, at: region.at }] : [];
    });
  switch (question.type) {
    case "blanks":
      return { rare: askedBlanks(question, text, shown) };
    case "branching":
      return { rare: askedWay(question, text, shown, response) };
    case "hotspot":
      return {
        rare: {
          kind: "hotspot",
          image: addressOf(question.image),
          alt,
          isOne: question.choose === "one",
          regions: regionsIn(question.regions),
        },
      };
    case "essay":
      return {
        rare: { kind: "essay", maxCharacters: question.maxCharacters, rubric: criteriaOf(question, text) },
      };
    case "file": {
      const { accept, maxMegabytes } = question;
      return { rare: { kind: "file", accept, maxMegabytes, rubric: criteriaOf(question, text) } };
    }
    case "detection": {
      const { locate } = question;
      return {
        rare: {
          kind: "detection",
          medium: question.medium,
          media: addressOf(question.media),
          alt,
          transcript: text.transcript ?? null,
          locate: locate?.kind ?? null,
          regions: locate?.kind === "region" ? regionsIn(locate.regions) : [],
        },
      };
    }
    default:
      return {};
  }
}

function criteriaOf({ rubric }: QuestionOf<"essay" | "file">, text: QuestionText): AskedCriterion[] {
  return rubric.map(({ id, levels }) => ({
    title: text.rubric?.[id]?.title || id,
    levels: levels.map((points, index) => ({ text: text.rubric?.[id]?.levels[index] ?? "", points })),
  }));
}
