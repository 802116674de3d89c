import "../../courses/simulation/rules.js";

import type { Simulation } from "./simulation-format.ts";

export type Decision = {
  step: string;
  choice: string;
  clock: number;
  points: number;
  isLate: boolean;
  isUnsafe: boolean;
};

export type SimulationState = { step: string | null; clock: number; decisions: Decision[] };

type Rules = {
  begin(structure: Simulation): SimulationState;
  choicesAt(structure: Simulation, state: SimulationState): { id: string }[];
  choose(structure: Simulation, state: SimulationState, id: string): SimulationState | null;
  replay(structure: Simulation, letters: string): SimulationState;
  lettersOf(state: SimulationState): string;
  resultOf(
    structure: Simulation & { best: number },
    state: SimulationState,
    passMark: number,
  ): { score: number; isPassed: boolean; isUnsafe: boolean };
  timeAt(structure: Simulation, clock: number): { day: number; time: string };
};

/** The rules that packages run by: a plain script, since packages are opened from disks too. */
export const simulationRules = (globalThis as unknown as { simulationRules: Rules }).simulationRules;

/** Every way through a simulation to its end. */
export function* everyWay(
  structure: Simulation,
  state = simulationRules.begin(structure),
): Generator<SimulationState> {
  if (state.step === null) yield state;
  for (const { id } of simulationRules.choicesAt(structure, state)) {
    const after = simulationRules.choose(structure, state, id);
    if (after) yield* everyWay(structure, after);
  }
}

/** The points of the best way that puts nobody at risk. */
export function bestPoints(structure: Simulation): number {
  let best = 0;
  for (const { decisions } of everyWay(structure)) {
    if (decisions.some(({ isUnsafe }) => isUnsafe)) continue;
    best = Math.max(
      best,
      decisions.reduce((sum, { points }) => sum + points, 0),
    );
  }
  return best;
}
