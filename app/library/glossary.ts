import { z } from "zod";

import { isDerivedLanguage, isLanguage } from "#app/platform/languages.ts";

import { slug } from "./question-format.ts";

const words = z.string().min(1);

/** A term of a course, with what it is called in each language: one way to say it, or several of which one is used. */
const term = z.strictObject({
  /** By which lessons name it; its meaning is in text/<language>.yaml. */
  id: slug.optional(),
  en: words,
  /** For translators: what is meant, what is in doubt. */
  note: words.optional(),
  in: z.record(
    z
      .string()
      .refine((tag) => tag !== "en" && isLanguage(tag) && !isDerivedLanguage(tag), "no language of texts"),
    z.union([words, z.array(words).min(1)]),
  ),
});

/** Where a course's folder has its glossary, if it has one. */
export const glossaryPath = "glossary.yaml";
export const glossaryFile = z.strictObject({
  terms: z.array(term).min(1),
  /** Words, or several together, that stay in Latin letters in Serbian Cyrillic; capital letters count. */
  latin: z.array(words).default([]),
});

export type Glossary = z.infer<typeof glossaryFile>["terms"];

/** The words of a glossary, as far as it can be understood, that stay in Latin letters. */
export function latinWordsIn(glossary: unknown): string[] {
  return z.looseObject({ latin: glossaryFile.shape.latin }).safeParse(glossary).data?.latin ?? [];
}
