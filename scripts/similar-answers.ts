/**
 * `node --import tsx scripts/similar-answers.ts [classes]`: how often the similar-answer report names somebody in
 * simulated classes in which nobody copied, and how often it finds the one who did. docs/similar-answers.md has the
 * figures it printed.
 */
import { similarAnswers } from "#app/assessment/statistics/similar-answers.ts";
import { proportion } from "#app/reporting/statistics.ts";
import { simulateClass, type SimulatedClass } from "#tests/builders/simulated-class.ts";

const classes = Number(process.argv[2] ?? 1000);
const sizes = [
  { people: 20, questions: 10 },
  { people: 20, questions: 30 },
  { people: 100, questions: 10 },
  { people: 100, questions: 30 },
];

function rate(
  options: Omit<SimulatedClass, "seed">,
  isCounted: (pair: { first: number; second: number }) => boolean,
) {
  let counted = 0;
  for (let seed = 1; seed <= classes; seed += 1) {
    const { set } = simulateClass({ ...options, seed });
    const { found } = similarAnswers(set, [...set.attempts.keys()]);
    if (found.some(isCounted)) counted += 1;
  }
  const share = proportion(counted, classes);
  const percent = (value = 0) => `${(100 * value).toFixed(1)} %`;
  return `${percent(share?.share)} (${counted} of ${classes}; ${percent(share?.low)} to ${percent(share?.high)})`;
}

for (const { people, questions } of sizes) {
  const honest = { people, questions, copied: 0 };
  const isCopier = ({ first, second }: { first: number; second: number }) =>
    first === people - 2 && second === people - 1;
  console.log(`${people} people, ${questions} questions`);
  console.log(`  nobody copied: ${rate(honest, () => true)}`);
  console.log(`  nobody copied, errors depend on skill: ${rate({ ...honest, skillSways: 0.5 }, () => true)}`);
  console.log(
    `  nobody copied, half was taught 50 % wrong: ${rate({ ...honest, taughtWrong: 0.5 }, () => true)}`,
  );
  console.log(`  one copied all, found: ${rate({ ...honest, copied: questions }, isCopier)}`);
  console.log(`  one copied half, found: ${rate({ ...honest, copied: questions / 2 }, isCopier)}`);
}
