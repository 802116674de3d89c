import type { CourseText } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

/**
 * Texts of a draft with how far the words around its activities have come. These words stand beside the courses, and a
 * draft has them only inside its packages: their state is that of the version it follows, by kind of activity, as long
 * as it has one of this kind.
 */
export async function withSharedWords(
  texts: ReadonlyMap<Language, CourseText>,
  parts: FolderParts,
  versionId: string,
): Promise<Map<Language, CourseText>> {
  const before = await db.courseText.findMany({ where: { courseVersionId: versionId } });
  const paths = [...parts.keys()];
  const isHere = (kind: string) => paths.some((path) => isActivityOf(kind, path));
  return new Map(
    [...texts].map(([language, text]) => {
      const row = before.find((one) => one.language === language);
      const { wordTranslations = {} } = (row?.text ?? {}) as CourseText;
      const kept = Object.fromEntries(Object.entries(wordTranslations).filter(([kind]) => isHere(kind)));
      return [language, { ...text, wordTranslations: { ...kept, ...text.wordTranslations } }];
    }),
  );
}

function isActivityOf(kind: string, path: string): boolean {
  return path.startsWith("activities/") && path.endsWith(`/${kind}.yaml`);
}
