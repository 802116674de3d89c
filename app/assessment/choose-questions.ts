import type { Question } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { drawBeforeAnother, drawQuestions } from "./draw.ts";
import type { DrawCandidate } from "./draw-conditions.ts";
import { randomFrom, shuffled } from "./random.ts";

type Repeat<Given> = { isAvoided?: (candidate: Given) => boolean; comesFirst?: boolean };

type Candidate = { question: Question; category: string; isRetired: boolean };

/**
 * The questions of a new attempt in the order in which they are asked; the same seed chooses the same. Retired ones only
 * where the others do not suffice: whoever has begun a course can finish it. Of a draw, questions for which `isAvoided`
 * holds only where it must be; one that `comesFirst` leaves enough for a post-test's. Without shuffling, a list keeps its order, and drawn questions that of their pool.
 */
export function chooseQuestions<Given extends Candidate>(
  candidates: Given[],
  { draw, shuffleQuestions }: Pick<QuizSettings, "draw" | "shuffleQuestions">,
  seed: number,
  { isAvoided = () => false, comesFirst = false }: Repeat<Given> = {},
): Given[] {
  const inUse = candidates.filter(({ isRetired }) => !isRetired);
  if (!draw) {
    const asked = inUse.length > 0 ? inUse : candidates;
    return shuffleQuestions ? shuffled(asked, randomFrom(seed + 1)) : asked;
  }
  const drawFrom = (pool: Given[]) => {
    const entries = pool.map((given) => ({ ...drawCandidate(given), given }));
    const drawn = comesFirst
      ? drawBeforeAnother(entries, draw, seed)
      : drawQuestions(entries, draw, seed, ({ given }) => isAvoided(given));
    const chosen = drawn.map(({ given }) => given);
    return shuffleQuestions ? chosen : pool.filter((given) => chosen.includes(given));
  };
  try {
    return drawFrom(inUse);
  } catch (error) {
    if (inUse.length === candidates.length) throw error;
    return drawFrom(candidates);
  }
}

/** What a draw knows of a question of a pool. */
export function drawCandidate({ question, category }: Omit<Candidate, "isRetired">): DrawCandidate {
  const { type, critical, tags, lesson, difficulty } = question;
  return { type, critical, tags, lesson, difficulty, category };
}
