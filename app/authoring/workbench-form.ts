import { z } from "zod";

/** As many characters as a lesson may have while it is written. */
const maxCharacters = 600_000;

/** A translated file as it was written; the bases name what it, and its source, said when the form was made. */
export const translationForm = z.object({
  basis: z.string().transform((basis) => basis || null),
  sourceBasis: z.string(),
  isDone: z
    .enum(["yes", ""])
    .default("")
    .transform((value) => value === "yes"),
  texts: z
    .map(z.string(), z.string())
    .refine((texts) => [...texts.values()].reduce((sum, { length }) => sum + length, 0) <= maxCharacters),
});

export type TranslationForm = z.infer<typeof translationForm>;
