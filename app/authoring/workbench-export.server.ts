import type { Actor } from "#app/identity/actor.ts";
import type { Glossary } from "#app/library/glossary.ts";
import { termsIn } from "#app/library/glossary-terms.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { glossaryIn } from "./folder-glossary.server.ts";
import { sourceChanges } from "./source-changes.server.ts";
import type { PartUnit, TranslationPart } from "./workbench-part.server.ts";
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
  const text = writeXliff({
    source: translated[0]?.from ?? defaultLanguage,
    target: language,
    files: await Promise.all(
      translated.map((part) => fileOf(draft.course.courseId, part, glossary, language)),
    ),
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
        notes: [
          ...(unit.page ? [`Page: ${unit.page}`] : []),
          ...termsIn(glossary, unit.source, language).map(
            ({ en, agreed }) => `${en} = ${agreed.join(" / ")}`,
          ),
        ],
      })),
  };
}

export function fileIdOf({ name }: TranslationPart): string {
  return name === null ? "texts" : `lesson.${name}`;
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
