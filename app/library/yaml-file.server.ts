import { readFileSync } from "node:fs";
import { join } from "node:path";

import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

import type { Fault } from "./fault.ts";

export type YamlFile<T> = {
  file: string;
  /** Null when the file has faults. */
  value: T | null;
  /** What stands in the file, whatever it is. */
  raw: unknown;
  faults: Fault[];
  /** Line of the value at a path; of the nearest parent when there is none. */
  lineOf: (...path: (string | number)[]) => number;
};

/**
 * Reads and checks one YAML file of a course folder. A missing file is a fault, not an exception. `complete` makes of
 * what the file says what the schema wants.
 */
export function readYaml<Schema extends z.ZodType>(
  directory: string,
  file: string,
  schema: Schema,
  complete: (raw: unknown) => unknown = (raw) => raw,
): YamlFile<z.infer<Schema>> {
  let source: string;
  try {
    source = readFileSync(join(directory, file), "utf8");
  } catch {
    const fault: Fault = { file, line: 1, key: "faults.fileMissing", values: {} };
    return { file, value: null, raw: null, faults: [fault], lineOf: () => 1 };
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineOf = (...path: (string | number)[]): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    const offset = (node as { range?: [number, number, number] } | null)?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
    return path.length > 0 ? lineOf(...path.slice(0, -1)) : 1;
  };
  const syntax = document.errors.map((error): Fault => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    key: "faults.notYaml",
    values: { detail: error.message.split("\n")[0] ?? "" },
  }));
  if (syntax.length > 0) return { file, value: null, raw: null, faults: syntax, lineOf };
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(complete(raw));
  if (parsed.success) return { file, value: parsed.data, raw, faults: [], lineOf };
  const faults = parsed.error.issues.map((issue): Fault => ({
    file,
    line: lineOf(...(issue.path as (string | number)[])),
    key: isListOfAnswers(issue, raw) ? "faults.severalAnswers" : "faults.notAllowed",
    values: { where: issue.path.join(".") || file, detail: issue.message },
  }));
  return { file, value: null, raw, faults, lineOf };
}

/** A list where one value belongs: the commonest is an answer key with two right options. */
function isListOfAnswers({ path }: z.core.$ZodIssue, value: unknown): boolean {
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  return Array.isArray(found) && path.at(-1) === "answer";
}
