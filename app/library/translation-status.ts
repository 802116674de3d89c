import { z } from "zod";

/** How far a translation has come. What carries no mark is an original. */
export const translationMarks = [
  "machine-drafted, review by a native speaker pending",
  "reviewed by a native speaker",
] as const;

const translationMark = z.enum(translationMarks);

/** What a native speaker must check first: what can endanger somebody, words of the law, words in doubt. */
export const reviewKinds = ["safety", "law", "term"] as const;

/** `where`: questions, lessons, their pages ("devices/found"), keys of texts; everywhere when it is empty. */
const reviewItem = z.strictObject({
  kind: z.enum(reviewKinds),
  term: z.string().min(1).optional(),
  where: z.array(z.string().min(1)).default([]),
  note: z.string().min(1),
});

/** The status of a translation, as status.json of the interface and text/<language>.yaml of a course have it. */
export const translationStatus = z.strictObject({
  translation: translationMark.optional(),
  review: z.array(reviewItem).default([]),
});

/** What a translation was made of, as `npm run courses:translated` writes it: translation-source.server.ts. */
export const translationSource = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'let "npm run courses:translated" write it');

/** What every translated YAML file says beside its texts. */
export const translatedFile = translationStatus.extend({ source: translationSource.optional() });

/** The texts alone: how far one translation has come, says nothing of another that stands on it. */
export function withoutStatus<File extends object>(
  file: File,
): Omit<File, keyof typeof translatedFile.shape> {
  const {
    translation: _translation,
    review: _review,
    source: _source,
    ...texts
  } = file as File & Partial<z.infer<typeof translatedFile>>;
  return texts;
}

/** The head of a lesson's file. */
export const lessonHead = z.strictObject({
  translation: translationMark.optional(),
  source: translationSource.optional(),
});

export type TranslationMark = z.infer<typeof translationMark>;
export type ReviewItem = z.infer<typeof reviewItem>;
export type TranslationStatus = z.infer<typeof translationStatus>;
