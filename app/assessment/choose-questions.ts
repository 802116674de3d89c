import type { Question } from "#app/library/question-format.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";

import { drawQuestions } from "./draw.ts";
import { randomFrom, shuffled } from "./random.ts";

type Candidate = { question: Question; isRetired: boolean };

/**
 * The questions of a new attempt in the order in which they are asked; the same seed chooses the same. Retired ones only
 * where the others do not suffice: whoever has begun a course can finish it.
 */
export function chooseQuestions<Given extends Candidate>(
  candidates: Given[],
  { draw }: Pick<QuizSettings, "draw">,
  seed: number,
): Given[] {
  const inUse = candidates.filter(({ isRetired }) => !isRetired);
  if (!draw) return shuffled(inUse.length > 0 ? inUse : candidates, randomFrom(seed + 1));
  const drawFrom = (pool: Given[]) => {
    const ofQuestion = new Map(pool.map((candidate) => [candidate.question, candidate]));
    return drawQuestions([...ofQuestion.keys()], draw, seed).map(
      (question) => ofQuestion.get(question) as Given,
    );
  };
  try {
    return drawFrom(inUse);
  } catch (error) {
    if (inUse.length === candidates.length) throw error;
    return drawFrom(candidates);
  }
}
