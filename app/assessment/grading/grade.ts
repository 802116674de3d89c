import type { DetectionResponse, Question, QuestionOf, Response } from "#app/library/question-format.ts";

import { fractionOfBlanks } from "./blanks.ts";
import { fractionOfWay, wayOf } from "./branching.ts";
import { fractionOfOption, fractionOfOrder, fractionOfPairs, fractionOfSeveral } from "./choices.ts";
import { isQuantityRight } from "./number-answer.ts";
import { percentOfTyped } from "./typed-answer.ts";

/** `fraction` of the points, 0 to 1; right is only what has all of them. */
export type Grade = { fraction: number; isRight: boolean };

/**
 * Marks a response by the question's key; null when a person has to. Nothing answered is wrong, whoever marks. Depends
 * on nothing but its arguments, so that marking again gives the same.
 */
export function gradeResponse(question: Question, response: Response | null): Grade | null {
  if (response === null) return { fraction: 0, isRight: false };
  if (isGradedByPerson(question)) return null;
  const fraction = Math.min(1, Math.max(0, fractionOf(question, response)));
  return { fraction, isRight: fraction > 1 - 1e-9 };
}

/** Whether answers to it are marked by a person. */
export function isGradedByPerson(question: Question): question is QuestionOf<"essay" | "file"> {
  return question.type === "essay" || question.type === "file";
}

/** Whether nothing is left to answer: of a branching question, that its way has come to an end. */
export function isFinished(question: Question, response: Response): boolean {
  return question.type !== "branching" || wayOf(question, response).next === null;
}

/** Whether the place or the second was found, apart from the verdict. Null when that is not asked of this answer. */
export function isLocated(question: QuestionOf<"detection">, response: DetectionResponse): boolean | null {
  const { locate } = question;
  if (!locate || question.answer === "real" || response.verdict === "real") return null;
  if (locate.kind === "second") {
    const { second } = response;
    return second !== undefined && second >= locate.from && second <= locate.to;
  }
  const chosen = locate.regions.filter(({ id }) => response.regions?.includes(id));
  return chosen.length > 0 && chosen.every(({ right }) => right);
}

function fractionOf(
  question: Exclude<Question, QuestionOf<"essay" | "file">>,
  response: NonNullable<Response>,
): number {
  switch (question.type) {
    case "single":
    case "scenario":
      return fractionOfOption(question, response);
    case "multiple":
      return fractionOfSeveral(question, response);
    case "truefalse":
      return Number(response === question.answer);
    case "order":
      return fractionOfOrder(question, response);
    case "match":
      return fractionOfPairs(question, response);
    case "numeric":
      return Number(isQuantityRight(question, response));
    case "short":
      return typeof response === "string" ? percentOfTyped(question, response) / 100 : 0;
    case "blanks":
      return fractionOfBlanks(question, response);
    case "branching":
      return fractionOfWay(question, response);
    case "hotspot":
      return fractionOfRegions(question, response);
    case "detection":
      return Number((response as DetectionResponse).verdict === question.answer);
  }
}

function fractionOfRegions({ regions, choose, scoring }: QuestionOf<"hotspot">, response: unknown): number {
  const options = regions.map(({ id }) => id);
  const answer = regions.filter(({ right }) => right).map(({ id }) => id);
  if (choose === "some") return fractionOfSeveral({ options, answer, scoring }, response);
  return Array.isArray(response) && response.length === 1 && answer.includes(response[0] as string) ? 1 : 0;
}
