import { parse } from "yaml";
import { z } from "zod";

import { type Language, readingOrder, sourceOf } from "#app/platform/languages.ts";

import { courseSource, hasDraft } from "./course-source.server.ts";
import { titleIn } from "./titles.ts";

const outlined = z.object({ outline: z.array(z.looseObject({ id: z.string(), kind: z.string() })) });
const titled = z.object({ activities: z.record(z.string(), z.looseObject({ title: z.string() })) });

/**
 * The lessons of a course's draft, by activity, in its order, with their titles; null when there is no draft, or it
 * cannot be understood.
 */
export async function draftLessons(
  courseId: string,
  language: Language,
): Promise<{ id: string; title: string }[] | null> {
  if (!(await hasDraft(courseId))) return null;
  const outline = outlined.safeParse(await parsed(courseId, "course.yaml")).data?.outline;
  if (!outline) return null;
  const tags = [...new Set([sourceOf(language) ?? language, ...readingOrder(language)])];
  const texts = await Promise.all(
    tags.map(async (tag) => {
      const { data } = titled.safeParse(await parsed(courseId, `text/${tag}.yaml`));
      return [tag, data?.activities ?? {}] as const;
    }),
  );
  return outline
    .filter(({ kind }) => kind === "lesson")
    .map(({ id }) => {
      const titles = Object.fromEntries(texts.map(([tag, activities]) => [tag, activities[id]?.title]));
      return { id, title: titleIn(titles, language) ?? id };
    });
}

async function parsed(courseId: string, path: string): Promise<unknown> {
  try {
    return parse((await courseSource(courseId, path)) ?? "");
  } catch {
    return null;
  }
}
