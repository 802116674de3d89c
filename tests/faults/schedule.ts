import fc from "fast-check";

import type { Fault } from "./fault-proxy.ts";

/** One step of a schedule: something the learner or the package does, or something that goes wrong or right again. */
export type Step =
  | { do: "set"; element: number; isLong: boolean; inOlderWindow: boolean }
  | {
      do:
        | "commit"
        | "reload"
        | "close"
        | "crash"
        | "take over"
        | "expire"
        | "renew"
        | "kill the server"
        | "mend";
    }
  | { do: "break the line"; fault: Fault };

const faultOfLine: fc.Arbitrary<Fault> = fc.constantFrom<Fault>("drop", "lost", "cut", 500, 401, 504, {
  slow: 300,
});

/** Mostly values, as in life; a killed server costs two seconds and is as rare as it is there. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.record({
      do: fc.constant("set" as const),
      element: fc.nat({ max: 3 }),
      isLong: fc.boolean(),
      inOlderWindow: fc.boolean(),
    }),
  },
  { weight: 12, arbitrary: fc.constant({ do: "commit" as const }) },
  { weight: 8, arbitrary: fc.constant({ do: "reload" as const }) },
  { weight: 4, arbitrary: fc.constant({ do: "close" as const }) },
  { weight: 4, arbitrary: fc.constant({ do: "crash" as const }) },
  { weight: 8, arbitrary: fc.constant({ do: "take over" as const }) },
  { weight: 4, arbitrary: fc.constant({ do: "expire" as const }) },
  { weight: 4, arbitrary: fc.constant({ do: "renew" as const }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant("break the line" as const), fault: faultOfLine }) },
  { weight: 12, arbitrary: fc.constant({ do: "mend" as const }) },
  { weight: 1, arbitrary: fc.constant({ do: "kill the server" as const }) },
);

export const schedule: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 4, maxLength: 14 });

/** The simple model: of each element the value that was told to be stored last, by the launch it was set in. */
export class Model {
  private readonly values = new Map<string, { launch: number; value: string }>();

  told(launch: number, element: string, value: string) {
    if ((this.values.get(element)?.launch ?? 0) <= launch) this.values.set(element, { launch, value });
  }

  state(): Record<string, string> {
    return Object.fromEntries([...this.values].map(([element, { value }]) => [element, value]));
  }
}
