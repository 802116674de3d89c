import type { FormErrors } from "#app/platform/form-fields.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

/** What the editor's form holds: every value as it was typed. Lists of parts are ids in one field, "a b c". */
export type FormFields = Record<string, string>;

/** Reads values out of a form and notes at each field what is wrong with it. */
export type FormReader = {
  fields: FormFields;
  errors: FormErrors;
};

export function formReader(fields: FormFields): FormReader {
  return { fields, errors: {} };
}

/** Only the first fault of a field is told. */
export function fault({ errors }: FormReader, name: string, key: MessageKey) {
  errors[name] ??= key;
}

/** Browsers send line ends of text areas as CR LF. Spaces are kept: they may mean something. */
export function textAt({ fields }: FormReader, name: string): string {
  const text = (fields[name] ?? "").replace(/\r\n?/g, "\n");
  return text.trim() === "" ? "" : text;
}

/** A text that has to be there; `missing` is said at its field. */
export function requiredTextAt(reader: FormReader, name: string, missing: MessageKey): string {
  const text = textAt(reader, name);
  if (text === "") fault(reader, name, missing);
  return text;
}

type NumberRule = { wrong: MessageKey; min?: number; above?: number; max?: number; isWhole?: boolean };

/** A number with a point or a comma; undefined when nothing was written, and when it is wrong, which is noted. */
export function numberAt(reader: FormReader, name: string, rule: NumberRule): number | undefined {
  const written = (reader.fields[name] ?? "").trim().replace(",", ".").replace("−", "-");
  if (written === "") return undefined;
  const value = /^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(written) ? Number(written) : NaN;
  const { min = -Infinity, above = -Infinity, max = Infinity, isWhole = false } = rule;
  const isRight =
    Number.isFinite(value) &&
    value >= min &&
    value > above &&
    value <= max &&
    (!isWhole || Number.isInteger(value));
  if (isRight) return value;
  fault(reader, name, rule.wrong);
  return undefined;
}

/** Like `numberAt`, for a number that has to be there. What is wrong is noted and counts as 0. */
export function requiredNumberAt(reader: FormReader, name: string, rule: NumberRule): number {
  const value = numberAt(reader, name, rule);
  if (value === undefined) fault(reader, name, rule.wrong);
  return value ?? 0;
}

export function isTicked({ fields }: FormReader, name: string): boolean {
  return fields[name] === "yes";
}

/** One of several values; the first when nothing or something else was sent. */
export function choiceAt<const Value extends string>(
  { fields }: FormReader,
  name: string,
  values: readonly [Value, ...Value[]],
): Value {
  return values.find((value) => value === fields[name]) ?? values[0];
}

/** Ids of the parts of a list, in order; nobody's browser sends one twice. */
export function partsAt({ fields }: { fields: FormFields }, name: string): string[] {
  const ids = (fields[name] ?? "").split(" ").filter((id) => /^[a-z0-9]+$/.test(id));
  return [...new Set(ids)].slice(0, maxParts);
}

/**
 * The options of a list in which something is written or marked: empty ones were offered and not needed. Where fewer than
 * two are left it is all of them, and what is missing is said at each.
 */
export function writtenOptionsAt(reader: FormReader): string[] {
  const ids = partsAt(reader, "options");
  const written = ids.filter(
    (id) =>
      reader.fields.right === id ||
      ["option", "optionWhy", "percent", "right"].some((name) => textAt(reader, `${name}.${id}`) !== ""),
  );
  const options = written.length < 2 ? ids : written;
  if (options.length < 2) fault(reader, "options", "bank.twoOptions");
  return options;
}

/** More parts than a person can answer; keeps a forged form small. */
const maxParts = 100;

export function ticked(isSet: boolean): string {
  return isSet ? "yes" : "";
}

/** Fields named by part: `{ a: "x" }` under "option" is `option.a`. */
export function fieldsUnder(prefix: string, values: Record<string, string> = {}): FormFields {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [`${prefix}.${id}`, value]));
}

/** 1, 2, 3 …: ids of parts that have none of their own in the stored question. */
export function ordinals(list: readonly unknown[]): string {
  return list.map((_, index) => String(index + 1)).join(" ");
}

/** A part as a percentage and back, without the noise of binary fractions: 0.07 ↔ 7. */
export function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

export function shareOf(percent: number): number {
  return Number((percent / 100).toPrecision(12));
}
