import type { Step } from "./case-language.ts";

/** The page that stands for every SCO of a case. It does nothing by itself: the case says what to call. */
export const scoPage = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Conformance</title></head>
  <body>
    <h1>Conformance</h1>
    <script>window.visit = Math.random().toString(36);</script>
  </body>
</html>
`;

export type Answer = { answer: string; error: string };

/** Runs in the SCO's window: the steps of a visit, one call after the other. */
export function callAll(steps: Step[]): Answer[] {
  const api = (window.parent as unknown as { API_1484_11: Record<string, (...given: string[]) => string> })
    .API_1484_11;
  const call = (name: string, ...given: string[]) => String(api[name]?.(...given));

  function objectiveIds(): string[] {
    const count = Number(call("GetValue", "cmi.objectives._count"));
    return Array.from({ length: count }, (_, index) => call("GetValue", `cmi.objectives.${index}.id`));
  }

  /** Elements name an objective by its id, as in cmi.objectives.&obj1&.id. */
  function withIndex(element: string): string {
    const id = /&(.+)&/.exec(element)?.[1];
    return id === undefined ? element : element.replace(`&${id}&`, String(objectiveIds().indexOf(id)));
  }

  return steps.map((step) => {
    if (step.kind === "objectives") return { answer: objectiveIds().sort().join(), error: "0" };
    const { name, argument, value } = step.call;
    const given = withIndex(argument);
    const answer =
      name === "GetLastError" ? call(name) : name === "SetValue" ? call(name, given, value) : call(name, given);
    return { answer, error: call("GetLastError") };
  });
}
