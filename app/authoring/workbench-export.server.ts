import type { QuestionTranslation } from "#app/assessment/question-translations.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { Glossary } from "#app/library/glossary.ts";
import { termsIn } from "#app/library/glossary-terms.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { glossaryIn } from "./folder-glossary.server.ts";
import { sourceChanges } from "./source-changes.server.ts";
import { activityOf, type PartUnit, type TranslationPart } from "./workbench-part.server.ts";
import { questionsOf } from "./workbench-questions.server.ts";
import { openWorkbench, requireTranslated, translationParts } from "./workbench.server.ts";
import { writeXliff, type Xliff, type XliffState } from "./xliff.ts";

/** A language of a draft as a file for translators' tools. Throws like `requireTranslated`. */
export async function exportTranslation(
  actor: Actor,
  courseSlug: string,
  tag: string,
): Promise<{ fileName: string; text: string }> {
  const workbench = await openWorkbench(actor, courseSlug, defaultLanguage);
  const language = requireTranslated(workbench, tag);
  const { draft, parts } = workbench;
  const [translated, glossary] = await Promise.all([
    translationParts(workbench, language),
    glossaryIn(parts),
  ]);
  const { questions } = await questionsOf(actor, workbench, { language, reader: defaultLanguage });
  const text = writeXliff({
    source: translated[0]?.from ?? defaultLanguage,
    target: language,
    files: [
      ...(await Promise.all(
        translated.map((part) => fileOf(draft.course.courseId, part, glossary, language)),
      )),
      ...questions.map((question) => questionFile(question, glossary, language)),
    ],
  });
  return { fileName: `${draft.course.slug}-${language}.xlf`, text };
}

async function fileOf(
  courseId: string,
  part: TranslationPart,
  glossary: Glossary,
  language: Language,
): Promise<Xliff["files"][number]> {
  const states = await unitStates(courseId, part);
  return {
    id: fileIdOf(part),
    original: part.path,
    // A page that only the translation has, has nothing to be translated from.
    units: part.units
      .filter(({ source }) => source !== "")
      .map((unit) => ({
        id: unit.id,
        source: unit.source,
        target: unit.isTranslated ? unit.target : "",
        state: states.get(unit.id) as XliffState,
        notes: [...(unit.page ? [`Page: ${unit.page}`] : []), ...termNotes(glossary, unit.source, language)],
      })),
  };
}

/** A question of the bank; each of its texts is a unit, called as in the question's form. */
function questionFile(
  question: QuestionTranslation,
  glossary: Glossary,
  language: Language,
): Xliff["files"][number] {
  const { t } = i18nFor(defaultLanguage);
  return {
    id: questionFileId(question.key),
    original: questionPath(question.key),
    units: question.units
      .filter(({ source }) => source !== "")
      .map((unit) => ({
        id: unit.name,
        source: unit.source,
        target: unit.target,
        state: unit.target === "" || unit.source !== unit.before ? "initial" : "translated",
        notes: [t(unit.label, unit.values), ...termNotes(glossary, unit.source, language)],
      })),
  };
}

export function questionFileId(key: string): string {
  return `question.${key}`;
}

/** Questions are in the bank, not in a file of the course's folder; this is how the exchange calls them. */
export function questionPath(key: string): string {
  return `questions/${key}`;
}

function termNotes(glossary: Glossary, source: string, language: Language): string[] {
  return termsIn(glossary, source, language).map(({ en, agreed }) => `${en} = ${agreed.join(" / ")}`);
}

export function fileIdOf({ name }: TranslationPart): string {
  if (name === null) return "texts";
  const activity = activityOf(name);
  return activity === null ? `lesson.${name}` : `activity.${activity}`;
}

/**
 * How far each unit of a part has come: a unit whose source has changed, or may have, waits to be looked at again with
 * what it says now.
 */
export async function unitStates(courseId: string, part: TranslationPart): Promise<Map<string, XliffState>> {
  const changes = part.state === "behind" ? await sourceChanges(courseId, part) : [];
  const isChanged = ({ id, page, isPage }: PartUnit) =>
    changes === null ||
    changes.some(
      (change) =>
        change.id === id || (page !== null && (change.id === page || (isPage && change.page === page))),
    );
  return new Map(
    part.units.map((unit) => {
      const isWaiting = !unit.isTranslated || unit.target === "" || isChanged(unit);
      return [unit.id, isWaiting ? "initial" : "translated"];
    }),
  );
}
