import { randomFrom } from "#app/assessment/random.ts";
import { addAttempt, type AnswerSet, emptyAnswerSet } from "#app/assessment/statistics/answer-set.ts";

export type SimulatedClass = {
  seed: number;
  people: number;
  questions: number;
  /** How many answers the last person copied from the one before her. */
  copied: number;
  /** How much what is wrongly believed depends on skill: 0 not at all, 1 strongly. */
  skillSways?: number;
  /** A half of the class was taught so that, with this probability, its wrong answer is the one it was taught. */
  taughtWrong?: number;
};

/**
 * A class at a test with four options a question. Skill and difficulty are normal (G. Rasch's model); wrong options
 * attract unequally. Nobody looks at another's answers but the last, who copies `copied` of them.
 */
export function simulateClass(options: SimulatedClass): { set: AnswerSet } {
  const { seed, people, questions, copied, skillSways = 0, taughtWrong = 0 } = options;
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const tests = Array.from({ length: questions }, () => ({
    difficulty: normal() - 0.5,
    attraction: [random(), random(), random()],
    sway: [normal(), normal(), normal()],
    taught: Math.floor(random() * 3),
  }));
  const answers = Array.from({ length: people }, (_, person) => {
    const skill = normal();
    return tests.map(({ difficulty, attraction, sway, taught }) => {
      if (random() < 1 / (1 + Math.exp(difficulty - skill))) return 0;
      if (person % 2 === 0 && random() < taughtWrong) return 1 + taught;
      const weights = attraction.map(
        (weight, option) => weight * Math.exp(skillSways * skill * (sway[option] ?? 0)),
      );
      return 1 + chosen(weights, random());
    });
  });
  const [source, copier] = answers.slice(-2);
  for (let question = 0; question < copied; question += 1) {
    if (source && copier) copier[question] = source[question] as number;
  }
  const set = emptyAnswerSet();
  for (const row of answers) {
    addAttempt(
      set,
      row.map((option, index) => ({
        questionVersionId: `q${index}`,
        earned: option === 0 ? 1 : 0,
        max: 1,
        seconds: 30,
        given: { key: String(option), parts: [String(option)] },
      })),
    );
  }
  return { set };
}

function chosen(weights: number[], at: number) {
  let left = at * weights.reduce((a, b) => a + b);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return Math.max(0, index);
}
