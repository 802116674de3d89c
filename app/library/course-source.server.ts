import { parse } from "yaml";

import { db } from "#app/platform/db.server.ts";

import { readCourseText } from "./course-files.server.ts";
import { glossaryPath, latinWordsIn } from "./glossary.ts";

/** Whether somebody is writing the next version of a course. */
export async function hasDraft(courseId: string): Promise<boolean> {
  return (await db.courseDraft.count({ where: { courseId } })) > 0;
}

/**
 * A text file of a course's folder as it is being written: of its draft where there is one, otherwise of its current
 * version; null where it has none.
 */
export async function courseSource(courseId: string, path: string): Promise<string | null> {
  const file: { sha256: string; text?: string | null } | null = (await hasDraft(courseId))
    ? await db.draftFile.findUnique({
        where: { courseId_path: { courseId, path } },
        select: { text: true, sha256: true },
      })
    : await db.courseFile.findFirst({
        where: { path, courseVersion: { currentOf: { id: courseId } } },
        select: { sha256: true },
      });
  if (!file) return null;
  return file.text ?? readCourseText(file.sha256);
}

/** Words that a course's glossary keeps in Latin letters. */
export async function latinWordsOf(courseId: string): Promise<string[]> {
  const glossary = await courseSource(courseId, glossaryPath);
  try {
    return latinWordsIn(parse(glossary ?? ""));
  } catch {
    // A glossary that is not in order is told by the check of the draft.
    return [];
  }
}
