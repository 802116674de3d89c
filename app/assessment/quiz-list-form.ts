import { z } from "zod";

import type { Fields } from "#app/platform/form-fields.ts";

import { listField } from "./quiz-fields.ts";

const place = z.coerce.number().finite();

/**
 * Reads a fixed list of questions: fields "place-<id>" number those that are on it, in any numbers; those ticked in
 * "add" come behind them. A place that is empty or no number takes its question off.
 */
export function readQuestionList(fields: Fields): string[] {
  const placed = Object.entries(fields).flatMap(([name, value]) => {
    const id = /^place-(.+)$/.exec(name)?.[1];
    const number = place.safeParse(typeof value === "string" && value.trim() !== "" ? value : Number.NaN);
    return id && number.success ? [{ id, number: number.data }] : [];
  });
  const inOrder = placed.sort((a, b) => a.number - b.number).map(({ id }) => id);
  const added = listField.parse(fields.add);
  return [...new Set([...inOrder, ...added])];
}
