import type { Question } from "#app/library/question-format.ts";
import type { Draw } from "#app/library/quiz-format.ts";

import { randomFrom, shuffled } from "./random.ts";

/**
 * Draws questions under the blueprint: every critical one if asked for, at least so many from every lesson and of the
 * named types, then any, in random order. The same seed draws the same. Throws an Error when the pool cannot give it;
 * `courses:check` finds that before.
 */
export function drawQuestions(pool: Question[], blueprint: Draw, seed: number): Question[] {
  const random = randomFrom(seed);
  // What is taken early narrows what is left, so a try may need too many; another order then fits.
  for (let tries = 0; tries < 200; tries += 1) {
    const drawn = tryToDraw(shuffled(pool, random), blueprint);
    if (drawn) return shuffled(drawn, random);
  }
  throw new Error(`The pool of ${pool.length} questions cannot give ${blueprint.count} under the blueprint.`);
}

function tryToDraw(pool: Question[], blueprint: Draw): Question[] | null {
  const drawn = new Set<Question>();
  if (blueprint.allCritical)
    pool.filter(({ critical }) => critical).forEach((question) => drawn.add(question));
  const fill = (count: number, fits: (question: Question) => boolean) => {
    let missing = count - [...drawn].filter(fits).length;
    for (const question of pool) {
      if (missing > 0 && fits(question) && !drawn.has(question)) {
        drawn.add(question);
        missing -= 1;
      }
    }
    return missing <= 0;
  };
  const lessons = [...new Set(pool.map(({ lesson }) => lesson))];
  const isFilled =
    lessons.every((lesson) => fill(blueprint.perLesson, (question) => question.lesson === lesson)) &&
    blueprint.atLeast.every(({ types, count }) => fill(count, ({ type }) => types.includes(type))) &&
    fill(blueprint.count, () => true);
  return isFilled && drawn.size === blueprint.count ? [...drawn] : null;
}
