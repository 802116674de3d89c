import type { Question, Response } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";

import { addAnswer, addEmptyAttempt, type AnswerSet, emptyAnswerSet } from "./statistics/answer-set.ts";
import { givenAnswer } from "./statistics/given-answer.ts";
import { getQuestionVersions } from "./stored-question.server.ts";

/** An attempt in a set of answers. */
export type CountedAttempt = { attemptId: string; quizVersionId: string };

export type SubmittedAnswers = {
  /** Attempts by their place in the set. */
  attempts: CountedAttempt[];
  set: AnswerSet;
};

/** So many attempts are read at once: with thirty questions each some 8 MB. */
const batch = 5000;

/** The answers to one version of a question, a column a property: lists in JSON, all equally long. */
type Columns = { versionId: string; places: string; points: string; responses: string; seconds: string };

/**
 * Every submitted attempt at a quiz, in the order of submission: `all`, and `first`, each learner's first alone; one and
 * the same where nobody had a second. A question counts as the version that graded it. The database lays the answers
 * out in columns: a row each, or an object, would take many times as long to read.
 */
export async function readSubmittedAnswers(
  quizId: string,
): Promise<{ first: SubmittedAnswers; all: SubmittedAnswers }> {
  const rows = await db.attempt.findMany({
    where: { quizId, submittedAt: { not: null } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true, quizVersionId: true, number: true },
  });
  const questions = await questionsGradedIn(quizId);
  const all = emptyAnswers();
  const isFirst = rows.map(({ number }) => number === 1);
  const first = isFirst.includes(false) ? emptyAnswers() : all;
  for (const { id: attemptId, quizVersionId } of rows) addTo(all, { attemptId, quizVersionId });
  const placeInFirst = rows.map(({ id: attemptId, quizVersionId, number }, place) =>
    first === all ? place : number === 1 ? addTo(first, { attemptId, quizVersionId }) : -1,
  );
  const ids = rows.map(({ id }) => id);
  for (let from = 0; from < ids.length; from += batch) {
    for (const columns of await readColumns(ids.slice(from, from + batch), questions)) {
      const question = questions.get(columns.versionId);
      if (!question) continue;
      for (const { place, ...answer } of answersIn(columns, question)) {
        addAnswer(all.set, from + place, answer);
        const inFirst = placeInFirst[from + place] as number;
        if (first !== all && inFirst >= 0) addAnswer(first.set, inFirst, answer);
      }
    }
  }
  return { first, all };
}

function emptyAnswers(): SubmittedAnswers {
  return { attempts: [], set: emptyAnswerSet() };
}

function addTo({ attempts, set }: SubmittedAnswers, attempt: CountedAttempt): number {
  attempts.push(attempt);
  return addEmptyAttempt(set);
}

/**
 * Place among the ids, points, response and seconds. The time of an answer runs from the one saved before it in the
 * attempt, or from the start: what somebody thought of in between is in it, and an answer that was changed later has
 * the time of the change. Of what people grade it is read only that something was answered.
 */
function readColumns(ids: string[], questions: Map<string, Question>): Promise<Columns[]> {
  const graded = [...questions].filter(([, { type }]) => type === "essay" || type === "file");
  return db.$queryRaw<Columns[]>`
    SELECT version_id AS "versionId", json_agg(place)::text AS places, json_agg(points)::text AS points,
           json_agg(response)::text AS responses, json_agg(seconds)::text AS seconds
    FROM (
      SELECT coalesce(item.graded_version_id, item.question_version_id) AS version_id, counted.place - 1 AS place,
             item.points,
             CASE WHEN item.response IS NULL THEN NULL
                  WHEN coalesce(item.graded_version_id, item.question_version_id) = ANY(${graded.map(([id]) => id)}) THEN 'true'
                  ELSE item.response::text END AS response,
             extract(epoch FROM item.answered_at - coalesce(
               max(item.answered_at) OVER (PARTITION BY item.attempt_id ORDER BY item.answered_at
                                           GROUPS BETWEEN 1 PRECEDING AND 1 PRECEDING),
               attempt.started_at))::float8 AS seconds
      FROM unnest(${ids}::text[]) WITH ORDINALITY AS counted(id, place)
      JOIN attempt ON attempt.id = counted.id
      JOIN attempt_item item ON item.attempt_id = counted.id
    ) answers
    GROUP BY version_id`;
}

function* answersIn({ versionId, ...columns }: Columns, question: Question) {
  const [places, points, responses, seconds] = [
    JSON.parse(columns.places) as number[],
    JSON.parse(columns.points) as (number | null)[],
    JSON.parse(columns.responses) as (string | null)[],
    JSON.parse(columns.seconds) as (number | null)[],
  ];
  const known = new Map<string, ReturnType<typeof givenAnswer>>();
  for (const [index, place] of places.entries()) {
    const written = responses[index] as string | null;
    if (written !== null && !known.has(written)) {
      known.set(written, givenAnswer(question, JSON.parse(written) as Response));
    }
    const took = seconds[index] as number | null;
    yield {
      place,
      questionVersionId: versionId,
      earned: points[index] as number | null,
      max: question.points,
      seconds: took === null ? null : Math.max(0, took),
      given: written === null ? null : (known.get(written) ?? null),
    };
  }
}

async function questionsGradedIn(quizId: string): Promise<Map<string, Question>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT coalesce(item.graded_version_id, item.question_version_id) AS id
    FROM attempt_item item JOIN attempt ON attempt.id = item.attempt_id
    WHERE attempt.quiz_id = ${quizId} AND attempt.submitted_at IS NOT NULL`;
  const stored = await getQuestionVersions(rows.map(({ id }) => id));
  return new Map(stored.map(({ versionId, question }) => [versionId, question]));
}
