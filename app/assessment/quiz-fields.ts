import { z } from "zod";

import type { MessageKey } from "#app/platform/i18n.tsx";
import { instantOfLocal } from "#app/platform/zoned-time.ts";

/** A number between two, whole unless said otherwise; `empty` stands for a field that is left empty. */
export function numberField<Empty>(
  { least, most, empty, isWhole = true }: { least: number; most: number; empty: Empty; isWhole?: boolean },
  message: MessageKey,
) {
  return z
    .string()
    .trim()
    .default("")
    .transform((value, context): number | Empty => {
      if (value === "") return empty;
      const number = Number(value.replace(",", "."));
      const isFit = number >= least && number <= most && (!isWhole || Number.isInteger(number));
      if (isFit) return number;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
}

/** Date and time on the site's clocks; null when left empty. */
export const timeField = z
  .string()
  .trim()
  .default("")
  .transform((value, context): Date | null => {
    if (value === "") return null;
    const instant = instantOfLocal(value);
    if (instant) return instant;
    context.addIssue({ code: "custom", message: "quizzes.timeWrong" satisfies MessageKey });
    return z.NEVER;
  });

export const checkboxField = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

/** Checkboxes of one name, as `fieldsOf` gives them: none, or a list. */
export const listField = z.union([z.string().transform((value) => [value]), z.array(z.string())]).default([]);
