import { createHash } from "node:crypto";

import { mediaKey } from "#app/library/media.server.ts";
import { refuse } from "#app/library/package-refusal.ts";
import type { Question, QuestionText } from "#app/library/question-format.ts";
import { questionFaults } from "#app/library/question-rules.ts";
import { questionTextFaults } from "#app/library/question-text-rules.ts";
import { isDerivedLanguage, isLanguage, type Language } from "#app/platform/languages.ts";
import { hasFile, storeFile } from "#app/platform/storage.server.ts";

import { mainLanguage } from "../completeness.ts";
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
 * nothing when the questions are not saved in the end. Left out is a question without a text in one of our languages, and
 * one that breaks a rule, in its structure or in the language it is written in first.
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
    const broken = brokenRule(question.structure, texts);
    if (broken) {
      leftOut.push({ name: question.name, reason: broken });
      continue;
    }
    const notes = [...question.notes, ...unfinishedTexts(question.structure, texts)];
    const media: QuestionFile[] = [];
    for (const { name, read } of question.media) {
      const bytes = await read();
      total += bytes.length;
      if (total > maxImportMediaBytes) {
        refuse("exchange.refusedTooLarge", { limit: maxImportMediaBytes / 1024 ** 2 });
      }
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const contentType = mediaTypeOf(bytes) ?? (await typeOfDrawing(bytes, sha256));
      if (!contentType || bytes.length > largestMedia[mediumOf(contentType)]) {
        notes.push(sentence("exchange.notePictureMissing", { name }));
        continue;
      }
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

/** The first rule that a question breaks so that it could not be asked. */
function brokenRule(question: Question, texts: Map<Language, QuestionText>): Sentence | null {
  const main = texts.get(mainLanguage(texts));
  const [fault] = [...questionFaults(question), ...(main ? questionTextFaults(question, main) : [])];
  return fault ? sentence(fault.key, fault.values) : null;
}

/** Further languages may be unfinished, as in the editor: learners are asked in the first one then. */
function unfinishedTexts(question: Question, texts: Map<Language, QuestionText>): Sentence[] {
  const main = mainLanguage(texts);
  return [...texts].flatMap(([language, text]) => {
    const count = language === main ? 0 : questionTextFaults(question, text).length;
    return count > 0 ? [sentence("exchange.noteUnfinished", { language, count })] : [];
  });
}

/** SVG may hold script: none is taken in but those that a course's folder has brought here already. */
async function typeOfDrawing(bytes: Buffer, sha256: string): Promise<string | null> {
  const isDrawing = /^\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<svg[\s>]/.test(
    bytes.subarray(0, 4096).toString("utf8"),
  );
  return isDrawing && (await hasFile(mediaKey(sha256))) ? "image/svg+xml" : null;
}
