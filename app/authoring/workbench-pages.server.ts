import type { Actor } from "#app/identity/actor.ts";
import { termsIn, usesAgreed } from "#app/library/glossary-terms.ts";
import { type Language, languageName, languages, writtenLanguages } from "#app/platform/languages.ts";

import { readDraftText } from "./draft.server.ts";
import { glossaryIn } from "./folder-glossary.server.ts";
import { sourceChanges } from "./source-changes.server.ts";
import { activityOf, isLessonPart, type PartName, type TranslationPart } from "./workbench-part.server.ts";
import { questionsOf } from "./workbench-questions.server.ts";
import { headOf } from "./workbench-head.server.ts";
import {
  openWorkbench,
  partTitle,
  requirePart,
  requireTranslated,
  translatedLanguages,
  translationParts,
} from "./workbench.server.ts";

/** What is translated in a draft, and how far each language has come. Throws like `requireDraft`. */
export async function workbenchPage(actor: Actor, courseSlug: string, readerLanguage: Language) {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  const { draft, languages: listed } = workbench;
  const translated = translatedLanguages(workbench);
  return {
    ...(await headOf(draft, readerLanguage)),
    languages: await Promise.all(
      translated.map(async (tag) => {
        const parts = await translationParts(workbench, tag);
        const { questions } = await questionsOf(actor, workbench, { language: tag, reader: readerLanguage });
        return {
          tag,
          name: languageName(tag),
          isPublished: listed.published.includes(tag),
          derived: languages.filter(({ derivedFrom }) => derivedFrom === tag).map(({ name }) => name),
          questionsOpen: questions.filter(({ state }) => state !== "done" && state !== "based").length,
          ...progressOf(parts),
          parts: parts.map((part) => ({
            name: part.name,
            title: partTitle(workbench, part.name),
            isActivity: activityOf(part.name) !== null,
            state: part.state,
            ...progressOf([part]),
          })),
        };
      }),
    ),
    // English is always there.
    others: writtenLanguages
      .filter((tag) => tag !== "en" && !translated.includes(tag))
      .map((tag) => ({ tag, name: languageName(tag) })),
  };
}

/** Texts that are translated, of all. */
export function progressOf(parts: TranslationPart[]): { translated: number; total: number } {
  const units = parts.flatMap((part) => part.units);
  return { translated: units.filter(({ isTranslated }) => isTranslated).length, total: units.length };
}

/** A lesson, or the texts of the course, beside what it is translated from. Throws like `requirePart`. */
export async function translationPage(
  actor: Actor,
  courseSlug: string,
  tag: string,
  name: PartName,
  readerLanguage: Language,
) {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  const { draft } = workbench;
  const language = requireTranslated(workbench, tag);
  const part = await requirePart(workbench, language, name);
  const [glossary, written, source, changes] = await Promise.all([
    glossaryIn(workbench.parts),
    readDraftText(draft, part.path),
    readDraftText(draft, part.sourcePath),
    part.state === "behind" ? sourceChanges(draft.course.courseId, part) : [],
  ]);
  return {
    ...(await headOf(draft, readerLanguage)),
    language,
    name,
    title: partTitle(workbench, name),
    isLesson: isLessonPart(name),
    isActivity: activityOf(name) !== null,
    from: part.from,
    isBased: part.source.isBase,
    state: part.state,
    ...progressOf([part]),
    basis: written?.basis ?? "",
    sourceBasis: source?.basis ?? "",
    /** Null when nobody knows what it was translated from. */
    changes,
    units: part.units.map(({ isTranslated, target, ...unit }) => ({
      ...unit,
      isTranslated,
      // What still says the same as its source is waiting to be written.
      target: isTranslated ? target : "",
      terms: termsIn(glossary, unit.source, language).map((term) => ({
        ...term,
        isUsed: !isTranslated || target === "" || usesAgreed(target, term.agreed),
      })),
    })),
  };
}
