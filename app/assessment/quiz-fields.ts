import { z } from "zod";

import type { MessageKey } from "#app/platform/i18n.tsx";
import { instantOfLocal } from "#app/platform/zoned-time.ts";

/** A whole number between two; `empty` stands for a field that is left empty. */
export function numberField<Empty>(
  { least, most, empty }: { least: number; most: number; empty: Empty },
  message: MessageKey,
) {
  return z
    .string()
    .trim()
    .default("")
    .transform((value, context): number | Empty => {
      if (value === "") return empty;
      const number = Number(value.replace(",", "."));
      if (Number.isInteger(number) && number >= least && number <= most) return number;
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
    context.addIssue({ code: "custom", message: "quizzes.timeWrong" });
    return z.NEVER;
  });

export const checkboxField = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
