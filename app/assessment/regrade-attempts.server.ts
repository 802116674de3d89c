import type { Response } from "#app/library/question-format.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { type AttemptScore, scoreOfItems } from "./answering/attempt-score.ts";
import { fractionOf } from "./answering/fraction.ts";
import { regradeEffect, type RegradeEffect } from "./regrade-effect.ts";
import { scoreIn } from "./settle-attempt.server.ts";
import { getQuestionVersions, type StoredQuestion } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

/** Question id → version its answers are to be graded by. */
export type RegradeChoice = Map<string, string>;

export type RegradedItem = {
  position: number;
  fraction: number;
  points: number;
  isCorrect: boolean;
  versionId: string;
};

/** What a choice makes of one attempt. `score` is null while an answer of it waits for a person. */
export type RegradedAttempt = {
  attemptId: string;
  enrolmentId: string;
  userId: string;
  name: string;
  number: number;
  /** Whoever has completed the course keeps every pass. */
  keepsPass: boolean;
  items: RegradedItem[];
  score: { before: AttemptScore; after: AttemptScore; effect: RegradeEffect } | null;
};

const attemptsAtOnce = 500;

const ofAttempt = {
  items: { omit: { presentation: true } },
  enrolment: {
    select: { userId: true, completedAt: true, user: { select: { name: true, email: true } } },
  },
} satisfies Prisma.AttemptInclude;

type AttemptRow = Prisma.AttemptGetPayload<{ include: typeof ofAttempt }>;

/**
 * Every submitted attempt at a quiz of which the choice grades an answer anew, in the order of their ids, some hundreds at
 * a time.
 */
export async function* regradedAttempts(
  client: Transaction,
  quizId: string,
  choice: RegradeChoice,
): AsyncIterable<RegradedAttempt[]> {
  const targets = new Map(
    (await getQuestionVersions([...choice.values()], client)).map((stored) => [stored.questionId, stored]),
  );
  let last = "";
  for (;;) {
    const attempts = await client.attempt.findMany({
      where: {
        quizId,
        submittedAt: { not: null },
        id: { gt: last },
        items: { some: { questionVersion: { questionId: { in: [...choice.keys()] } } } },
      },
      orderBy: { id: "asc" },
      take: attemptsAtOnce,
      include: ofAttempt,
    });
    const batch: RegradedAttempt[] = [];
    for (const attempt of attempts) {
      const regraded = await regradedAttempt(client, attempt, targets);
      if (regraded) batch.push(regraded);
    }
    if (batch.length > 0) yield batch;
    if (attempts.length < attemptsAtOnce) return;
    last = attempts.at(-1)?.id ?? "";
  }
}

async function regradedAttempt(
  client: Transaction,
  attempt: AttemptRow,
  targets: Map<string, StoredQuestion>,
): Promise<RegradedAttempt | null> {
  const gradedBy = await getQuestionVersions(
    attempt.items.map(({ gradedVersionId, questionVersionId }) => gradedVersionId ?? questionVersionId),
    client,
  );
  const anew: RegradedItem[] = [];
  const all = attempt.items.map((item, index) => {
    const now = gradedBy[index] as StoredQuestion;
    const target = targets.get(now.questionId);
    if (!target || target.versionId === now.versionId)
      return { question: now.question, fraction: item.fraction };
    // Questions that people grade are no part of a choice.
    const fraction = fractionOf(target.question, item.response as Response | null) ?? 0;
    anew.push({
      position: item.position,
      fraction,
      points: fraction * target.question.points,
      isCorrect: fraction >= 1 - 1e-9,
      versionId: target.versionId,
    });
    return { question: target.question, fraction };
  });
  if (anew.length === 0) return null;
  const { user, userId, completedAt } = attempt.enrolment;
  return {
    attemptId: attempt.id,
    enrolmentId: attempt.enrolmentId,
    userId,
    name: user.name || user.email,
    number: attempt.number,
    keepsPass: completedAt !== null,
    items: anew,
    score: await scoreOf(client, attempt, all),
  };
}

async function scoreOf(
  client: Transaction,
  attempt: AttemptRow,
  items: { question: StoredQuestion["question"]; fraction: number | null }[],
): Promise<RegradedAttempt["score"]> {
  const graded = items.filter((item): item is typeof item & { fraction: number } => item.fraction !== null);
  if (!attempt.gradedAt || graded.length < items.length) return null;
  const { settings } = await getQuizVersion(attempt.quizVersionId, client);
  const before = scoreIn(attempt);
  const after = scoreOfItems(graded, settings);
  return { before, after, effect: regradeEffect(before, after) };
}
