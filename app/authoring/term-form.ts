import { z } from "zod";

/** A term of a course's glossary, in English, for learners. */
export const termForm = z.object({
  /** Empty for a new one. */
  term: z.string().trim().default(""),
  word: z.string().trim().min(1, "terms.wordMissing").max(80, "terms.wordLong"),
  meaning: z.string().trim().min(1, "terms.meaningMissing").max(600, "terms.meaningLong"),
});

export type TermForm = z.infer<typeof termForm>;
