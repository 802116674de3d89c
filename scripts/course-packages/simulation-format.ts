import { z } from "zod";

import { translatedFile } from "#app/library/translation-status.ts";

import type { Texts } from "./activity-file.ts";

const letter = z.string().regex(/^[a-z]$/);
const name = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const points = z.int().min(0).max(2);
const minutes = z.int().min(0);

const choice = z.strictObject({
  id: letter,
  minutes,
  points,
  /** Puts somebody at risk: whoever takes it does not pass. */
  unsafe: z.boolean().optional(),
  next: name.optional(),
  /** What it is worth, and where it leads, when the clock stands later than `after` once it is done. */
  late: z.strictObject({ after: minutes, points, next: name.optional() }).optional(),
});

const step = z.strictObject({
  /** How many of the choices are taken, one after the other; then `then` follows. */
  picks: z.int().min(2).optional(),
  then: name.optional(),
  /** The clock is moved on to this minute when the step begins. */
  notBefore: minutes.optional(),
  choices: z.array(choice).min(2),
});

/** activities/<name>/simulation.yaml: what leads to what. Times are minutes from the beginning. */
export const simulationFile = z.strictObject({
  facts: z.array(z.string()),
  /** Minute of the first day. */
  startsAt: minutes,
  deadline: minutes,
  days: z.int().min(1),
  /** Percent of the best way's points. */
  pass: z.int().min(1).max(100),
  first: name,
  steps: z.record(name, step),
});

const text = z.string().min(1);

/** activities/<name>/<language>.yaml. */
export const simulationTextFile = translatedFile.extend({
  title: text,
  summary: text,
  intro: text,
  deadline: text,
  steps: z.record(
    name,
    z.strictObject({
      title: text,
      text,
      choices: z.record(letter, z.strictObject({ do: text, then: text, late: text.optional() })),
    }),
  ),
  endings: z.strictObject({ passed: text, failed: text, unsafe: text }),
});

/** courses/simulation/words/<language>.yaml: what every simulation says. */
export const simulationWordsFile = translatedFile.extend({
  fictional: text,
  language: text,
  needsScript: text,
  beginning: text,
  how: text,
  safeDevice: text,
  begin: text,
  ask: text,
  askSeveral: text,
  consequence: text,
  goOn: text,
  time: text,
  dayAndTime: text,
  left: text,
  over: text,
  minutes: text,
  hours: text,
  result: text,
  passed: text,
  failed: text,
  way: text,
  verdictGood: text,
  verdictPartly: text,
  verdictLittle: text,
  verdictLate: text,
  verdictUnsafe: text,
  again: text,
  kept: text,
  handedOver: text,
  notKept: text,
  reviewed: text,
  saveFailed: text,
});

export type Simulation = z.infer<typeof simulationFile>;
export type SimulationText = Texts<typeof simulationTextFile>;
export type SimulationWords = Texts<typeof simulationWordsFile>;
