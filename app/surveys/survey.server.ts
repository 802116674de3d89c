import { randomInt } from "node:crypto";

import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { markCompletedUntimed, requireOpenActivity } from "#app/learning/progress.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { answersOf } from "./survey-answers.ts";

/** Fewer answers than this are never shown nor released together. */
export const smallestGroup = 5;

/** A survey for its learner. Opening it leaves no trace. Throws NotFoundError, or ConflictError while it is locked. */
export async function surveyOf(actor: Actor, courseSlug: string, activityId: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const activity = await requireOpenActivity(enrolment, activityId, "survey");
  const survey = enrolment.course.structure.surveys[activity.survey];
  const { text, isFallback } = await getCourseText(enrolment.course.versionId, language);
  const surveyText = text.surveys[activity.survey];
  if (!survey || !surveyText) throw new NotFoundError();
  const participation = await db.surveyParticipation.findUnique({
    where: { enrolmentId_surveyId: { enrolmentId: enrolment.id, surveyId: survey.id } },
  });
  return {
    courseSlug,
    courseTitle: text.course.title,
    isFallback,
    isAnswered: participation !== null,
    survey,
    text: surveyText,
  };
}

/**
 * Takes a learner's answers so that nobody can tell whose they are. That she answered is noted without a time. The
 * answers join those that wait; all of these are written anew, under new ids, in random order and with the same day,
 * so neither ids, nor row order, nor the writing transaction, nor the day points at one of them. Five or more are
 * released together. Throws ConflictError when she has answered already. Serializable: two submissions at once would
 * otherwise each see the other's answers missing.
 */
export async function answerSurvey(
  actor: Actor,
  courseSlug: string,
  activityId: string,
  fields: Record<string, string | string[]>,
): Promise<void> {
  await serializable(async (tx) => {
    const enrolment = await enrolmentOf(actor, courseSlug, tx);
    const activity = await requireOpenActivity(enrolment, activityId, "survey", tx);
    const survey = enrolment.course.structure.surveys[activity.survey];
    if (!survey) throw new NotFoundError();
    const key = { enrolmentId: enrolment.id, surveyId: survey.id };
    const known = await tx.surveyParticipation.findUnique({ where: { enrolmentId_surveyId: key } });
    if (known) throw new ConflictError("survey.answeredAlready");
    await noteParticipation(tx, key);
    await markCompletedUntimed(tx, enrolment, activityId);
    const answers = answersOf(survey, fields);
    if (Object.keys(answers).length === 0) return;
    await addToWaiting(tx, { courseSlug, surveyId: survey.id, answers });
  });
}

/** How many rows are written anew with a new one, so that the database's own marks do not tell which is new. */
const crowd = 200;

/**
 * Notes that somebody has answered. The row and up to 200 others of the survey, picked by chance, are written anew in
 * random order: otherwise PostgreSQL's number of the writing transaction (xmin), and the place on disk, would be hers
 * and her answers' alone.
 */
async function noteParticipation(tx: Transaction, key: { enrolmentId: string; surveyId: string }) {
  const { surveyId } = key;
  const others = await tx.$queryRaw<{ enrolmentId: string }[]>`
    DELETE FROM survey_participation WHERE survey_id = ${surveyId} AND enrolment_id IN (
      SELECT enrolment_id FROM survey_participation WHERE survey_id = ${surveyId} ORDER BY random() LIMIT ${crowd})
    RETURNING enrolment_id AS "enrolmentId"`;
  const rows = shuffle([key, ...others.map(({ enrolmentId }) => ({ enrolmentId, surveyId }))]);
  await tx.surveyParticipation.createMany({ data: rows });
}

type Waiting = { courseSlug: string; surveyId: string; answers: object };

async function addToWaiting(tx: Transaction, response: Waiting) {
  const { courseSlug, surveyId } = response;
  const day = new Date(clock.now().toISOString().slice(0, 10));
  const waiting = await tx.surveyPendingResponse.findMany({ where: { courseSlug, surveyId } });
  await tx.surveyPendingResponse.deleteMany({ where: { courseSlug, surveyId } });
  const rows = shuffle([...waiting, response]).map(({ answers }) => ({
    id: newId(),
    courseSlug,
    surveyId,
    day,
    answers: answers as object,
  }));
  if (rows.length >= smallestGroup) await tx.surveyResponse.createMany({ data: rows });
  else await tx.surveyPendingResponse.createMany({ data: rows });
}

function shuffle<T>(list: T[]): T[] {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [list[index], list[other]] = [list[other] as T, list[index] as T];
  }
  return list;
}
