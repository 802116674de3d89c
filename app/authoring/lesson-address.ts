import { NotFoundError } from "#app/platform/errors.ts";

/** A lesson of a draft in one language, as `/teach/:course/draft/lessons/:lesson/:language` names it. */
export type LessonAddress = { course: string; lesson: string; language: string };

/** Throws NotFoundError when a part of it is missing. */
export function lessonAddress({ course, lesson, language }: Partial<LessonAddress>): LessonAddress {
  if (!course || !lesson || !language) throw new NotFoundError();
  return { course, lesson, language };
}
