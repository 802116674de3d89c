import { z } from "zod";

import { type ActivityValues, ownElements } from "./run-elements.ts";
import type { TimelessResult } from "./scorm-result.ts";
import { activityIriOf, type XapiStatement } from "./xapi-statement.ts";

export type H5pResult = TimelessResult & {
  /** Parts by subContentId ("" is the content itself) that are questions, as the content or its statements say. */
  questions: string[];
  /** Those of them that were answered. */
  answered: string[];
};

const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`;
const answering = [verb("answered"), verb("completed")];
const ending = [
  ...answering,
  verb("passed"),
  verb("failed"),
  verb("mastered"),
  "http://activitystrea.ms/schema/1.0/consume",
];
const interactionType = "http://adlnet.gov/expapi/activities/cmi.interaction";

/** Types that give a score at the end but do not say beforehand, as H5P's contract for questions asks, that they will. */
const scoredWithoutSaying = ["H5P.ArithmeticQuiz", "H5P.Flashcards", "H5P.MemoryGame"];

const finishedValue = z.object({ score: z.number(), maxScore: z.number().positive() });

/**
 * What the statements of one attempt at H5P content say, in the order they were made; `values` are those of the
 * activity "content". Only statements about the content itself give its score, the last one counts, none is added to
 * another: parts of a course presentation or question set are in the score of the whole already.
 */
export function h5pResult(
  statements: XapiStatement[],
  { values, mainLibrary, isOpened }: { values: ActivityValues; mainLibrary: string; isOpened: boolean },
): H5pResult {
  const main = statements.filter(isAboutTheWhole);
  const scored = main.findLast(({ verb, result }) => ending.includes(verb.id) && result?.score !== undefined);
  const ended = main.some(({ verb, result }) => ending.includes(verb.id) || result?.completion === true);
  const finished = finishedValue.safeParse(parseJson(values[ownElements.h5pFinished])).data;
  const isTask = Number(values[ownElements.h5pMaxScore] ?? 1) > 0 || isScoredWithoutSaying(mainLibrary);
  const hasBegun = isOpened || statements.length > 0;
  const isDone = ended || finished !== undefined || (hasBegun && !isTask);
  return {
    completion: isDone ? "completed" : hasBegun ? "incomplete" : "not attempted",
    success: scored?.result?.success === undefined ? "unknown" : scored.result.success ? "passed" : "failed",
    ...scoreOf(scored, finished),
    ...questionsOf(statements, values),
  };
}

/** For the rule that every question must be answered: content without questions is done when it is completed. */
export function hasAnsweredAll({ questions, answered, completion }: H5pResult): boolean {
  return questions.length === 0 ? completion === "completed" : answered.length === questions.length;
}

function isAboutTheWhole({ object, context }: XapiStatement): boolean {
  return partOf(activityIriOf(object)) === "" && (context?.contextActivities?.parent ?? []).length === 0;
}

function isScoredWithoutSaying(mainLibrary: string): boolean {
  return scoredWithoutSaying.includes(mainLibrary.split(" ")[0] ?? "");
}

function scoreOf(scored: XapiStatement | undefined, finished: z.infer<typeof finishedValue> | undefined) {
  const score =
    scored?.result?.score ?? (finished && { min: 0, raw: finished.score, max: finished.maxScore });
  const [raw, min, max] = [number(score?.raw), number(score?.min), number(score?.max)];
  const given = score && "scaled" in score ? number(score.scaled) : null;
  const scaled = given ?? (raw !== null && max !== null && max > 0 ? raw / max : null);
  return { raw, min, max, scaled: scaled === null ? null : Math.max(-1, Math.min(1, scaled)) };
}

function questionsOf(statements: XapiStatement[], values: ActivityValues) {
  const questions = new Set(z.array(z.string()).catch([]).parse(parseJson(values[ownElements.h5pQuestions])));
  const answered = new Set<string>();
  for (const { object, verb, result } of statements) {
    const part = partOf(activityIriOf(object));
    const definition = "definition" in object ? object.definition : undefined;
    const isQuestion = definition?.type === interactionType || definition?.interactionType !== undefined;
    if (!isQuestion && !questions.has(part)) continue;
    questions.add(part);
    if (answering.includes(verb.id) && result !== undefined) answered.add(part);
  }
  return { questions: [...questions].sort(), answered: [...answered].sort() };
}

/** H5P names a part by the IRI of the whole with the part's id behind it. */
function partOf(iri: string | null): string {
  return /\?subContentId=(.*)$/.exec(iri ?? "")?.[1] ?? "";
}

/** Content is not held to the rules of xAPI: a score may be anything. */
function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null") as unknown;
  } catch {
    return null;
  }
}
