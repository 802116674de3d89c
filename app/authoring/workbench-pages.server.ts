import { bankOfCourse } from "#app/assessment/bank-directory.server.ts";
import { readBankFilter } from "#app/assessment/bank-filter.ts";
import { matchingQuestions } from "#app/assessment/bank-search.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { termsIn, usesAgreed } from "#app/library/glossary-terms.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { type Language, languageName, languages, writtenLanguages } from "#app/platform/languages.ts";

import { type Draft, readDraftText, requireDraft } from "./draft.server.ts";
import { glossaryIn } from "./folder-glossary.server.ts";
import { sourceChanges } from "./source-changes.server.ts";
import type { PartName, TranslationPart } from "./workbench-part.server.ts";
import {
  openWorkbench,
  requirePart,
  requireTranslated,
  translatedLanguages,
  translationParts,
} from "./workbench.server.ts";

/** What is translated in a draft, and how far each language has come. Throws like `requireDraft`. */
export async function workbenchPage(actor: Actor, courseSlug: string, readerLanguage: Language) {
  const workbench = await openWorkbench(actor, courseSlug, readerLanguage);
  const { draft, lessons, languages: listed } = workbench;
  const translated = translatedLanguages(workbench);
  const bank = await bankOfCourse(actor, draft.course.courseId);
  return {
    ...(await headOf(draft, readerLanguage)),
    bank,
    languages: await Promise.all(
      translated.map(async (tag) => {
        const parts = await translationParts(workbench, tag);
        const filter = readBankFilter(new URLSearchParams({ incomplete: tag }));
        return {
          tag,
          name: languageName(tag),
          isPublished: listed.published.includes(tag),
          derived: languages.filter(({ derivedFrom }) => derivedFrom === tag).map(({ name }) => name),
          questionsLeft: (await matchingQuestions(actor, bank, filter)).length,
          ...progressOf(parts),
          parts: parts.map((part) => ({
            name: part.name,
            title: lessons.find(({ id }) => id === part.name)?.title ?? null,
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

/** What every page of the workbench is called by. Throws like `requireDraft`. */
export async function workbenchHead(actor: Actor, courseSlug: string, readerLanguage: Language) {
  return headOf(await requireDraft(actor, courseSlug), readerLanguage);
}

async function headOf({ course }: Draft, readerLanguage: Language) {
  const { text } = await getCourseText(course.versionId, readerLanguage);
  return { slug: course.slug, courseTitle: text.course.title };
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
  const { draft, lessons } = workbench;
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
    title: lessons.find(({ id }) => id === name)?.title ?? null,
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
