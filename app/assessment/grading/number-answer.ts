import type { NumberWithUnit, QuestionOf } from "#app/library/question-format.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

type NumberKey = { answer: number; tolerance: number; toleranceKind: "absolute" | "relative" };

/**
 * A number as people of the region write it: comma or point as decimal mark, white space between thousands (or the
 * other mark, when both occur or one occurs twice), any minus sign. Null when it is none.
 */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2010-\u2014]/g, "-")
    .replace(/^([-+])\s+/, "$1");
  const [, sign = "", digits = ""] = /^([-+]?)(.*)$/s.exec(plain) ?? [];
  const joined = withoutThousands(digits);
  if (joined === null || !/^(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(joined)) return null;
  const value = Number(joined);
  if (!Number.isFinite(value)) return null;
  return sign === "-" && value !== 0 ? -value : value;
}

function withoutThousands(digits: string): string | null {
  const spaced = /^\d{1,3}(\s\d{3})+(?=[.,]|$)/.exec(digits)?.[0];
  const text = spaced ? spaced.replace(/\s/g, "") + digits.slice(spaced.length) : digits;
  const marks = [...text].filter((letter) => letter === "," || letter === ".");
  const last = marks.at(-1);
  if (!last || marks.length === 1) return text.replace(",", ".");
  const thousands = marks[0] as string;
  // 1.234.567 has no decimal mark; in 1.234,5 it is the other one, once.
  const isWhole = marks.every((mark) => mark === thousands);
  if (!isWhole && marks.filter((mark) => mark === last).length > 1) return null;
  const [whole = "", decimals] = isWhole ? [text] : text.split(last);
  if (!/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null;
  const joined = whole.replaceAll(thousands, "");
  return decimals === undefined ? joined : `${joined}.${decimals}`;
}

/** The opposite of `readNumber`, without an exponent, whose letter would look like a unit. */
export function writtenNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  return value.toLocaleString("en", { useGrouping: false, maximumFractionDigits: 20 });
}

/** Number and unit of what was written, for instance "3,5 km"; the unit is "" without one. Null without a number. */
export function readQuantity(text: string): NumberWithUnit | null {
  const [, digits = "", unit = ""] = /^([^\p{L}%°‰$€£µ/]*)(.*)$/su.exec(text.trim()) ?? [];
  const value = readNumber(digits);
  return value === null ? null : { value, unit: unit.trim().replace(/\s+/g, " ") };
}

/** The unit of the question that a written one is, in either script; undefined when it is none of them. */
export function unitOf(question: QuestionOf<"numeric">, written: string): string | undefined {
  const known = [...(question.unit ? [question.unit] : []), ...question.units.map(({ unit }) => unit)];
  const plain = (unit: string) => toSerbianLatin(unit.normalize("NFKC").trim());
  return known.find((unit) => plain(unit) === plain(written));
}

/** Whether a number is right; the tiny allowance is for decimals that binary numbers cannot hold, as 50.8 − 50.3. */
export function isWithin({ answer, tolerance, toleranceKind }: NumberKey, value: number): boolean {
  const bound = toleranceKind === "relative" ? tolerance * Math.abs(answer) : tolerance;
  return Math.abs(value - answer) <= bound + 1e-9 * Math.max(1, Math.abs(answer));
}

/** Whether a number, or one with its unit, is right. */
export function isQuantityRight(question: QuestionOf<"numeric">, response: unknown): boolean {
  if (typeof response === "number") return !question.isUnitRequired && isWithin(question, response);
  if (typeof response !== "object" || response === null || !("unit" in response) || !("value" in response)) {
    return false;
  }
  const unit = unitOf(question, String(response.unit));
  if (unit === undefined) return false;
  const factor =
    unit === question.unit ? 1 : (question.units.find((other) => other.unit === unit)?.factor ?? 1);
  return isWithin(question, Number(response.value) * factor);
}
