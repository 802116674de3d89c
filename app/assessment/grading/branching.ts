import type { QuestionOf } from "#app/library/question-format.ts";

type Branching = QuestionOf<"branching">;
type Step = Branching["steps"][number];
type Choice = Step["choices"][number];
export type Taken = { step: Step; choice: Choice };

/** A choice as a response names it. */
export function nameOfChoice({ step, choice }: { step: { id: string }; choice: { id: string } }): string {
  return `${step.id}.${choice.id}`;
}

/** The steps that a response went through, as far as it keeps to the question's ways, and the step that it stands at. */
export function wayOf(
  question: Branching,
  response: unknown,
): { taken: Taken[]; next: Step | null; isWay: boolean } {
  const named: unknown[] = Array.isArray(response) ? response : [];
  const taken: Taken[] = [];
  let next: Step | null = question.steps[0] ?? null;
  for (const name of named) {
    const step: Step | null = next;
    const choice = step?.choices.find(({ id }) => name === nameOfChoice({ step, choice: { id } }));
    if (!step || !choice) return { taken, next, isWay: false };
    taken.push({ step, choice });
    next = question.steps.find(({ id }) => id === choice.next) ?? null;
  }
  return { taken, next, isWay: true };
}

/** The choices with the highest sum of points. Of a question whose ways run in circles, one without the circle. */
export function bestWay(question: Branching): Taken[] {
  const best = new Map<string, Taken[]>();
  const entered = new Set<string>();
  const from = (step: Step): Taken[] => {
    const known = best.get(step.id);
    if (known) return known;
    if (entered.has(step.id)) return [];
    entered.add(step.id);
    const ways = step.choices.map((choice) => {
      const next = question.steps.find(({ id }) => id === choice.next);
      return [{ step, choice }, ...(next ? from(next) : [])];
    });
    const way = ways.reduce((one, other) => (sumOf(other) > sumOf(one) ? other : one));
    best.set(step.id, way);
    return way;
  };
  const [first] = question.steps;
  return first ? from(first) : [];
}

/** Share of the best way's sum. */
export function fractionOfWay(question: Branching, response: unknown): number {
  const { taken, isWay } = wayOf(question, response);
  const most = sumOf(bestWay(question));
  return isWay && most > 0 ? Math.min(1, sumOf(taken) / most) : 0;
}

function sumOf(way: Taken[]): number {
  return way.reduce((sum, { choice }) => sum + choice.points, 0);
}
