import { isSeq, parseDocument } from "yaml";

import { isMapping } from "./overrides.ts";
import { asTyped, type SourceText, type TranslationUnit } from "./translation-unit.ts";
import { withoutStatus } from "./translation-status.ts";

type Place = { path: string[]; source: string };

/**
 * The texts of a course in text/<language>.yaml; a list is one text, a line for each of its entries. Texts of questions
 * are left out: they belong to the bank. `target` is the translated file, null where there is none.
 */
export function textUnits({ text }: SourceText, target: string | null): TranslationUnit[] {
  const own: unknown = parseDocument(target ?? "").toJS();
  return placesIn(text).map(({ path, source }) => ({
    id: path.join("."),
    page: null,
    isPage: false,
    source,
    target: asText(at(own, path)),
  }));
}

/** The translated file with other texts, by the ids of its units; an emptied one is taken out. What stays, stays as it is. */
export function withTextUnits(
  { text: source }: SourceText,
  target: string | null,
  texts: ReadonlyMap<string, string>,
): string {
  const document = parseDocument(target ?? "");
  const own: unknown = document.toJS();
  let isChanged = false;
  for (const { path } of placesIn(source)) {
    const given = texts.get(path.join("."));
    if (given === undefined || asTyped(given) === asTyped(asText(at(own, path)))) continue;
    isChanged = true;
    const text = asTyped(given);
    const lines = text.split(/\s*\n\s*/);
    if (text === "") document.deleteIn(path);
    else if (Array.isArray(at(parseDocument(source).toJS(), path))) setList(document, path, lines);
    else document.setIn(path, text);
  }
  return isChanged ? document.toString({ lineWidth: 0 }) : (target ?? "");
}

/** Entry by entry, so that each keeps its marks. */
function setList(document: ReturnType<typeof parseDocument>, path: string[], lines: string[]): void {
  const before = document.getIn(path);
  if (!isSeq(before)) return document.setIn(path, document.createNode(lines));
  lines.forEach((line, index) => document.setIn([...path, index], line));
  while (before.items.length > lines.length) before.delete(before.items.length - 1);
}

function placesIn(source: string): Place[] {
  const { questions: _questions, ...texts } = withoutStatus(
    (parseDocument(source).toJS() ?? {}) as { questions?: unknown },
  );
  return leavesOf(texts, []);
}

function leavesOf(value: unknown, path: string[]): Place[] {
  if (isMapping(value)) return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
  return [{ path, source: asText(value) }];
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((part, key) => (isMapping(part) ? part[key] : undefined), value);
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join("\n");
  return typeof value === "string" ? value : "";
}
