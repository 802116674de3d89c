import type { Actor } from "#app/identity/actor.ts";
import type { Question, Response } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { answerInWords } from "../answer-in-words.ts";
import { isFinished } from "../grading/grade.ts";
import { type AnswerFields, fieldsOfResponse, responseOf } from "../response.ts";
import { getQuestionVersion, questionTextIn } from "../stored-question.server.ts";
import { type AnswerMark, answerMarkOf, shownRevisionOf } from "./answer-mark.ts";
import type { AnswerReceipt, OtherAnswer } from "./answer-receipt.ts";
import { type AttemptFrame, attemptFrame, type AttemptPlace } from "./attempt-frame.server.ts";
import { fractionOf } from "./fraction.ts";
import { givenAt, signedTime } from "./signed-time.server.ts";

type StoredOutcome =
  | "unknown"
  | "submitted"
  | "late"
  | "left"
  | "stands"
  | "stored"
  | "known"
  | "overtaken"
  | "older"
  | "conflict";

export type StoredAnswer = {
  outcome: StoredOutcome;
  revision: number | null;
  /** From another window: counts (older, conflict) or was replaced without having been seen (stored). */
  other: { response: Response; at: Date } | null;
};

/**
 * Takes one answer in, in one round trip: function store_answer of the database, where the rules are. Of several
 * answers to a question the one given last counts, whichever arrives first; sending one again changes nothing. In
 * practice the first answer is marked at once and stands; a way through steps, when it has come to its end.
 */
export async function storeAnswer(
  actor: Actor,
  { id: attemptId, isMarkedAtOnce, items }: AttemptFrame,
  position: number,
  response: Response,
  given: { mark: AnswerMark | null; shownRevision: number | null },
): Promise<StoredAnswer> {
  const item = items.get(position);
  if (!item) throw new NotFoundError();
  const { question } = await getQuestionVersion(item.questionVersionId);
  const fraction = isMarkedAtOnce && isFinished(question, response) ? fractionOf(question, response) : null;
  const { mark } = given;
  const at = mark && (await givenAt(attemptId, mark));
  const [row] = await db.$queryRaw<
    {
      outcome: StoredOutcome;
      revision: number | null;
      otherResponse: Response | null;
      otherAt: Date | null;
    }[]
  >`SELECT outcome, revision, other_response AS "otherResponse", other_at AS "otherAt" FROM store_answer(
      ${attemptId}, ${actor.id}, ${position}::int, ${JSON.stringify(response)}::jsonb, ${mark?.key ?? null},
      ${mark?.page ?? null}, ${mark?.change ?? null}::int, ${mark?.revision ?? given.shownRevision}::int,
      ${at}::timestamptz, ${clock.now()}::timestamptz, ${fraction}::float8)`;
  if (!row) throw new Error("store_answer returned nothing");
  const { outcome, revision, otherResponse, otherAt } = row;
  return { outcome, revision, other: otherAt && { response: otherResponse as Response, at: otherAt } };
}

type Receipt = Exclude<AnswerReceipt, { outcome: "unfinished" }>;

/** `total`: how many questions the attempt has. `hasTakenStep`: the question goes on, with what followed from the step. */
export type AnswerResult = {
  isPractice: boolean;
  layout: QuizSettings["layout"];
  total: number;
  hasTakenStep: boolean;
} & (
  | { errors: FormErrors; receipt: null; isConflict: false }
  /** `isConflict`: a page without JavaScript showed an older answer; nothing was saved, the learner decides. */
  | { errors: null; receipt: Receipt; isConflict: boolean }
);

/**
 * Reads the form of a question against what was shown to this learner and takes the answer in. Errors belong to
 * fields. Throws NotFoundError; ConflictError when the attempt is submitted or its time was up.
 */
export async function saveAnswer(
  actor: Actor,
  place: AttemptPlace,
  position: number,
  fields: AnswerFields,
  language: Language,
): Promise<AnswerResult> {
  const frame = await attemptFrame(actor, place);
  const item = frame.items.get(position);
  if (!item) throw new NotFoundError();
  const stored = await getQuestionVersion(item.questionVersionId);
  const { question } = stored;
  const before = goesOnFromStored(question) ? await storedResponse(actor, frame, position) : null;
  const { response, errors } = responseOf(question, item.presentation, fields, before);
  const about = {
    isPractice: frame.isMarkedAtOnce,
    layout: frame.layout,
    total: frame.items.size,
    hasTakenStep: question.type === "branching" && Boolean(fields.answer),
  };
  if (errors) return { ...about, errors, receipt: null, isConflict: false };
  const mark = answerMarkOf(fields);
  const saved = await storeAnswer(actor, frame, position, response, {
    mark,
    // What goes on from the stored answer replaces nothing that its window has not seen.
    shownRevision: before === null ? shownRevisionOf(fields) : null,
  });
  requireTaken(saved);
  const inWords = (given: Response) => answerInWords(question, questionTextIn(stored, language).text, given);
  const other: OtherAnswer | null = saved.other && {
    at: saved.other.at.toISOString(),
    words: inWords(saved.other.response),
    fields: fieldsOfResponse(question, item.presentation, saved.other.response),
  };
  const common = {
    time: await signedTime(frame.id),
    revision: saved.revision ?? 0,
    own: other ? inWords(response) : [],
  };
  const isConflict = saved.outcome === "conflict";
  return {
    ...about,
    errors: null,
    isConflict,
    receipt:
      other && (isConflict || saved.outcome === "older")
        ? { ...common, outcome: "older", other }
        : { ...common, outcome: "saved", other },
  };
}

/**
 * The same for an answer that its page sends while the learner is still at it: what is half-answered is not wrong, only
 * not finished. Practice is marked by the form's own button only.
 */
export async function saveInBackground(
  actor: Actor,
  place: AttemptPlace,
  position: number,
  fields: AnswerFields,
  language: Language,
): Promise<AnswerReceipt> {
  const { id, isMarkedAtOnce } = await attemptFrame(actor, place);
  const saved = isMarkedAtOnce ? null : await saveAnswer(actor, place, position, fields, language);
  return saved?.receipt ?? { outcome: "unfinished", time: await signedTime(id) };
}

/** Takes in an answer that no form of a page has given, as of now. Throws like `saveAnswer`. */
export async function saveResponse(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  number: number,
  position: number,
  response: Response,
): Promise<void> {
  const frame = await attemptFrame(actor, { courseSlug, activityId, number });
  requireTaken(await storeAnswer(actor, frame, position, response, { mark: null, shownRevision: null }));
}

/** What is answered in steps, or by a request of its own, is read on top of what is stored. */
function goesOnFromStored({ type }: Question): boolean {
  return type === "branching" || type === "file";
}

async function storedResponse(
  actor: Actor,
  { id: attemptId }: AttemptFrame,
  position: number,
): Promise<Response | null> {
  const item = await db.attemptItem.findFirst({
    where: { attemptId, position, attempt: { enrolment: { userId: actor.id } } },
    select: { response: true },
  });
  return (item?.response ?? null) as Response | null;
}

/** Throws when the answer was not taken and never will be. */
export function requireTaken({ outcome }: Pick<StoredAnswer, "outcome">): void {
  if (outcome === "unknown") throw new NotFoundError();
  if (outcome === "submitted") throw new ConflictError("quiz.submittedAlready");
  if (outcome === "late") throw new ConflictError("attempt.late");
  if (outcome === "left") throw new ConflictError("attempt.noWayBack");
}
