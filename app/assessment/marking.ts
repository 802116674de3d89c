/**
 * How the marks of several people become one. Somebody's own mark is given without seeing another's; a decision is
 * given with both in view: by somebody else (a third look), by one of the two with a note (they have agreed), or later
 * (a review of a result that was told).
 */
export type GivenMark = {
  graderId: string;
  kind: "own" | "decision";
  /** 0 to 1. */
  fraction: number;
  givenAt: Date;
};

export type MarkingState = {
  /** first, second: so many own marks are there less one; reconcile: two that differ; graded: `fraction` counts. */
  step: "first" | "second" | "reconcile" | "graded";
  fraction: number | null;
};

/**
 * Two marks that are no further apart than a tenth of the question's points count as one opinion, and their mean is
 * taken. Our own choice: on a rubric of ten points it is one level of one criterion.
 */
export const agreementWithin = 0.1;

const allowance = 1e-9;

export function areAgreed(a: number, b: number): boolean {
  return Math.abs(a - b) <= agreementWithin + allowance;
}

/** What the marks of one answer have come to. The newest decision counts before every own mark. */
export function markingState(marks: GivenMark[], isDouble: boolean): MarkingState {
  const newest = (kind: GivenMark["kind"]) =>
    marks.filter((mark) => mark.kind === kind).sort((a, b) => a.givenAt.getTime() - b.givenAt.getTime());
  const decision = newest("decision").at(-1);
  if (decision) return { step: "graded", fraction: decision.fraction };
  const [first, second] = newest("own");
  if (!first) return { step: "first", fraction: null };
  if (!isDouble) return { step: "graded", fraction: first.fraction };
  if (!second) return { step: "second", fraction: null };
  return areAgreed(first.fraction, second.fraction)
    ? { step: "graded", fraction: (first.fraction + second.fraction) / 2 }
    : { step: "reconcile", fraction: null };
}

/** What a person may do with an answer. Nobody grades her own; whoever gave a mark does not give the second one. */
export type MarkingTask = "mark" | "decide" | "review" | null;

export function taskOf(
  grader: { id: string; isLearner: boolean },
  { step }: MarkingState,
  marks: Pick<GivenMark, "graderId" | "kind">[],
): MarkingTask {
  if (grader.isLearner) return null;
  if (step === "graded") return "review";
  if (step === "reconcile") return "decide";
  return marks.some(({ graderId }) => graderId === grader.id) ? null : "mark";
}

/** Whether a decision needs words: of those who marked before, and of whoever changes a result that was told. */
export function needsNote(
  graderId: string,
  task: MarkingTask,
  marks: Pick<GivenMark, "graderId">[],
): boolean {
  return task === "review" || (task === "decide" && marks.some((mark) => mark.graderId === graderId));
}

/** Whether one person sees what another has given: only where both are to be brought together, and after. */
export function seesOthersMarks({ step }: MarkingState): boolean {
  return step === "reconcile" || step === "graded";
}
