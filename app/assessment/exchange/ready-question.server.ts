import { createHash } from "node:crypto";

import { mediaKey } from "#app/library/media.server.ts";
import { refuse } from "#app/library/package-refusal.ts";
import type { QuestionText } from "#app/library/question-format.ts";
import { isDerivedLanguage, isLanguage, type Language } from "#app/platform/languages.ts";
import { storeFile } from "#app/platform/storage.server.ts";

import { largestMedia, mediaTypeOf, mediumOf } from "../media-kind.ts";
import type { QuestionContent } from "../question-version.server.ts";
import type { QuestionFile } from "../stored-question.server.ts";
import { type LeftOut, type ReadQuestion, sentence, type Sentence } from "./exchange.ts";
import { maxImportMediaBytes } from "./exchange-limits.ts";

/** A question whose files are known by their content, as it is to be saved. */
export type ReadyQuestion = {
  name: string;
  category: string;
  isRetired: boolean;
  content: QuestionContent;
  notes: Sentence[];
};

/**
 * Makes questions ready to be compared and saved; with `isKept` their files are stored, by their content, which harms
 * nothing when the questions are not saved in the end. A question without a text in one of our languages is left out.
 */
export async function readyQuestions(
  questions: ReadQuestion[],
  isKept: boolean,
): Promise<{ ready: ReadyQuestion[]; leftOut: LeftOut[] }> {
  const ready: ReadyQuestion[] = [];
  const leftOut: LeftOut[] = [];
  let total = 0;
  for (const question of questions) {
    const texts = textsOf(question.texts);
    if (texts.size === 0) {
      leftOut.push({ name: question.name, reason: sentence("exchange.leftLanguage") });
      continue;
    }
    const notes = [...question.notes];
    const media: QuestionFile[] = [];
    for (const { name, read } of question.media) {
      const bytes = await read();
      total += bytes.length;
      if (total > maxImportMediaBytes) {
        refuse("exchange.refusedTooLarge", { limit: maxImportMediaBytes / 1024 ** 2 });
      }
      const contentType = typeOf(bytes);
      if (!contentType || bytes.length > largestMedia[mediumOf(contentType)]) {
        notes.push(sentence("exchange.notePictureMissing", { name }));
        continue;
      }
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      if (isKept) await storeFile(mediaKey(sha256), bytes);
      media.push({ name, sha256, contentType, bytes: bytes.length });
    }
    const { name, category, isRetired, structure } = question;
    ready.push({ name, category, isRetired, notes, content: { question: structure, texts, media } });
  }
  return { ready, leftOut };
}

/** Without languages that are not ours, and without those that follow from another. */
function textsOf(texts: Record<string, QuestionText>): Map<Language, QuestionText> {
  return new Map(
    Object.entries(texts).filter(
      (entry): entry is [Language, QuestionText] => isLanguage(entry[0]) && !isDerivedLanguage(entry[0]),
    ),
  );
}

/** By the content. SVG may hold script, so it is served where none runs. */
function typeOf(bytes: Buffer): string | null {
  const known = mediaTypeOf(bytes);
  if (known) return known;
  return /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/.test(bytes.subarray(0, 4096).toString("utf8"))
    ? "image/svg+xml"
    : null;
}
