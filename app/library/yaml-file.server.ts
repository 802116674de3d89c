import { readFileSync } from "node:fs";
import { join } from "node:path";

import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

import type { Fault } from "./fault.ts";

export type YamlFile<T> = {
  file: string;
  /** Null when the file has faults. */
  value: T | null;
  faults: Fault[];
  /** Line of the value at a path; of the nearest parent when there is none. */
  lineOf: (...path: (string | number)[]) => number;
};

/** Reads and checks one YAML file of a course folder. A missing file is a fault, not an exception. */
export function readYaml<Schema extends z.ZodType>(
  directory: string,
  file: string,
  schema: Schema,
): YamlFile<z.infer<Schema>> {
  let source: string;
  try {
    source = readFileSync(join(directory, file), "utf8");
  } catch {
    const fault = {
      file,
      line: 1,
      problem: "The file is missing.",
      remedy: "Add it, or remove what refers to it.",
    };
    return { file, value: null, faults: [fault], lineOf: () => 1 };
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const lineOf = (...path: (string | number)[]): number => {
    const node = path.length > 0 ? document.getIn(path, true) : document.contents;
    const offset = (node as { range?: [number, number, number] } | null)?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
    return path.length > 0 ? lineOf(...path.slice(0, -1)) : 1;
  };
  const syntax = document.errors.map((error) => ({
    file,
    line: error.linePos?.[0].line ?? 1,
    problem: `This is not YAML: ${error.message.split("\n")[0]}.`,
    remedy: "Correct the punctuation or the indentation.",
  }));
  if (syntax.length > 0) return { file, value: null, faults: syntax, lineOf };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file, value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues.map((issue) => ({
    file,
    line: lineOf(...(issue.path as (string | number)[])),
    problem: `${issue.path.join(".") || "The file"}: ${issue.message}.`,
    remedy: isList(issue, document.toJS()) ?? "See docs/course-format.md for what may stand here.",
  }));
  return { file, value: null, faults, lineOf };
}

/** The remedy for a list where one value belongs: the commonest is an answer key with two right options. */
function isList({ path }: z.core.$ZodIssue, value: unknown): string | undefined {
  const found = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  if (!Array.isArray(found) || path.at(-1) !== "answer") return undefined;
  return "One option only can be right in this type: name one, or make the question multiple.";
}
