import type { Question } from "#app/library/question-format.ts";

import { choicesOf } from "./given-answer.ts";
import type { ItemFigures } from "./item-figures.ts";

/** Why a trainer should look at a question. Bounds are in the rules below; docs/statistics.md says them in words. */
export type ItemFlag =
  | { kind: "tooFew" }
  /** Of those who did well, more (or most) chose this part than were right. */
  | { kind: "keyPerhapsWrong"; part: string; isMost: boolean; chose: number; of: number }
  | { kind: "wrongWay" }
  | { kind: "doesNotSeparate" }
  | { kind: "tooHard" }
  | { kind: "tooEasy" }
  | { kind: "unchosen"; parts: string[] }
  | { kind: "leftOut" };

/** Answers below which nothing is said about a question, and below which no figure is shown at all. */
export const fewestForFlags = 20;
export const fewestForFigures = 5;

/**
 * Discrimination below 0.2 marks a poor item (R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement, 5th
 * ed. 1991, p. 232); only below −0.1 it is said to work the wrong way, as a little below 0 is nothing. Facility of 0.95 and more: as good as everybody is right; but a critical question is meant to be
 * right for everybody. Facility below 0.2, or below what guessing gives: more is wrong than not knowing.
 */
export function itemFlags(question: Question, figures: ItemFigures): ItemFlag[] {
  if (figures.n < fewestForFlags) return [{ kind: "tooFew" }];
  const { facility, discrimination, omitted, n } = figures;
  const isEasy = facility >= 0.95;
  const flags: ItemFlag[] = [...keyPerhapsWrong(question, figures)];
  if (discrimination !== null && discrimination < -0.1) flags.push({ kind: "wrongWay" });
  else if (discrimination !== null && discrimination < 0.2 && !isEasy)
    flags.push({ kind: "doesNotSeparate" });
  if (facility < Math.max(0.2, guessing(question))) flags.push({ kind: "tooHard" });
  if (isEasy && !question.critical) flags.push({ kind: "tooEasy" });
  const unchosen = unchosenParts(question, figures);
  if (unchosen.length > 0) flags.push({ kind: "unchosen", parts: unchosen });
  if (omitted / n > 0.1) flags.push({ kind: "leftOut" });
  return flags;
}

/**
 * A wrong part that more of the best third chose than were right, at least three of them. Of several right options
 * partly found nobody can say that, so there it takes more than half of the best third.
 */
function keyPerhapsWrong(question: Question, { groups, parts }: ItemFigures): ItemFlag[] {
  const right = choicesOf(question).filter(({ isRight }) => isRight);
  if (!groups || !canNameWrongPart(question)) return [];
  const isRight = (part: string) => right.some((choice) => choice.part === part);
  const [most] = parts
    .filter(({ part }) => !isRight(part))
    .map(({ part, groups: of }) => ({ part, chose: of?.high ?? 0 }))
    .sort((a, b) => b.chose - a.chose);
  if (!most || most.chose < 3) return [];
  const isMost = most.chose > groups.size.high / 2;
  const isMore = right.length === 1 && most.chose > groups.right.high;
  return isMost || isMore ? [{ kind: "keyPerhapsWrong", ...most, isMost, of: groups.size.high }] : [];
}

/** Written answers are right in many forms, so that only what was chosen can be held against the key. */
function canNameWrongPart({ type }: Question) {
  return ["single", "scenario", "multiple", "truefalse", "hotspot", "detection", "blanks"].includes(type);
}

/** Parts of the wrong ones that nobody chose; "real" and "false" are no distractors somebody thought up. */
function unchosenParts(question: Question, { parts }: ItemFigures): string[] {
  if (question.type === "truefalse" || question.type === "detection") return [];
  return choicesOf(question)
    .filter(({ part, isRight }) => !isRight && !parts.some((chosen) => chosen.part === part))
    .map(({ part }) => part);
}

/** The share that guessing gets right, where guessing is choosing one of several. */
function guessing(question: Question): number {
  switch (question.type) {
    case "single":
    case "scenario":
      return 1 / question.options.length;
    case "truefalse":
    case "detection":
      return 1 / 2;
    default:
      return 0;
  }
}
