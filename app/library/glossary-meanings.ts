import type { TextFile } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import type { Glossary } from "./glossary.ts";
import type { MeaningOf } from "./lesson-terms.server.ts";

/** What the terms of a glossary mean, as one language's texts have it. */
export function meaningsIn(glossary: Glossary, { terms = {} }: Pick<TextFile, "terms">): MeaningOf {
  const ids = new Set(glossary.flatMap(({ id }) => id ?? []));
  return (id) => (ids.has(id) ? (terms[id] ?? null) : undefined);
}

/** Meanings of terms that the glossary does not have. */
export function termFaults(
  glossary: Glossary,
  { terms = {} }: Pick<TextFile, "terms">,
  file: string,
  lineOf: (...path: string[]) => number,
): Fault[] {
  return Object.keys(terms)
    .filter((id) => !glossary.some((term) => term.id === id))
    .map((id) => ({ file, line: lineOf("terms", id), key: "faults.termUnknown" as const, values: { id } }));
}
