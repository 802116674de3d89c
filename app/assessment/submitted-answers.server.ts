import type { Question, Response } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";

import { addAttempt, type AnswerSet, emptyAnswerSet, type ScoredAnswer } from "./statistics/answer-set.ts";
import { givenAnswer } from "./statistics/given-answer.ts";
import { getQuestionVersions } from "./stored-question.server.ts";

/** An attempt in a set of answers. */
export type CountedAttempt = { attemptId: string; quizVersionId: string };

export type SubmittedAnswers = {
  /** Attempts by their place in the set. */
  attempts: CountedAttempt[];
  set: AnswerSet;
};

/** So many attempts are read at once: with thirty questions each some 4 MB. */
const batch = 1000;

/** One question of an attempt: version, points (null: not graded), response, seconds since 1970 when it was answered. */
type ItemRow = [string, number | null, Response | null, number | null];
type AttemptRow = CountedAttempt & { number: number; startedAt: number; items: ItemRow[] };

/**
 * Every submitted attempt at a quiz, in the order of submission: `all`, and `first`, each learner's first alone. One
 * pass over the database in batches, kept in columns.
 */
export async function readSubmittedAnswers(
  quizId: string,
): Promise<{ first: SubmittedAnswers; all: SubmittedAnswers }> {
  const questions = await questionsAskedIn(quizId);
  const first: SubmittedAnswers = { attempts: [], set: emptyAnswerSet() };
  const all: SubmittedAnswers = { attempts: [], set: emptyAnswerSet() };
  const ids = await attemptIds(quizId);
  for (let from = 0; from < ids.length; from += batch) {
    for (const row of await readBatch(ids.slice(from, from + batch))) {
      const answers = scoredAnswers(row, questions);
      for (const into of row.number === 1 ? [first, all] : [all]) {
        addAttempt(into.set, answers);
        into.attempts.push({ attemptId: row.attemptId, quizVersionId: row.quizVersionId });
      }
    }
  }
  return { first, all };
}

async function attemptIds(quizId: string): Promise<string[]> {
  const rows = await db.attempt.findMany({
    where: { quizId, submittedAt: { not: null } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

function readBatch(ids: string[]): Promise<AttemptRow[]> {
  return db.$queryRaw<AttemptRow[]>`
    SELECT attempt.id AS "attemptId", attempt.quiz_version_id AS "quizVersionId", attempt.number,
           extract(epoch FROM attempt.started_at)::float8 AS "startedAt",
           json_agg(json_build_array(item.question_version_id, item.points, item.response,
                                     extract(epoch FROM item.answered_at)::float8)) AS items
    FROM attempt JOIN attempt_item item ON item.attempt_id = attempt.id
    WHERE attempt.id = ANY(${ids})
    GROUP BY attempt.id ORDER BY attempt.submitted_at, attempt.id`;
}

async function questionsAskedIn(quizId: string): Promise<Map<string, Question>> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT item.question_version_id AS id
    FROM attempt_item item JOIN attempt ON attempt.id = item.attempt_id
    WHERE attempt.quiz_id = ${quizId} AND attempt.submitted_at IS NOT NULL`;
  const stored = await getQuestionVersions(rows.map(({ id }) => id));
  return new Map(stored.map(({ versionId, question }) => [versionId, question]));
}

/**
 * The time of an answer runs from the one saved before it in the attempt, or from the start: what somebody thought of
 * in between is in it, and an answer that was changed later has the time of the change.
 */
function scoredAnswers({ startedAt, items }: AttemptRow, questions: Map<string, Question>): ScoredAnswer[] {
  const inTime = items.flatMap(([, , , at]) => (at === null ? [] : [at])).sort((a, b) => a - b);
  return items.flatMap(([questionVersionId, points, response, at]) => {
    const question = questions.get(questionVersionId);
    if (!question) return [];
    const before = at === null ? startedAt : (inTime[inTime.indexOf(at) - 1] ?? startedAt);
    return {
      questionVersionId,
      earned: points,
      max: question.points,
      seconds: at === null ? null : Math.max(0, at - before),
      given: givenAnswer(question, response),
    };
  });
}
