import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { baseOf, type Language } from "#app/platform/languages.ts";

type Texts = { activities?: Record<string, { title?: string }> };

/** The titles of a lesson and of one of its pages, "lesson/page", as the course has them in a language. */
export function pageTitle(courseFolder: string, tag: Language, page: string): string {
  const [lesson = "", id = ""] = page.split("/");
  const base = baseOf(tag);
  const tags = base ? [tag, base] : [tag];
  const inLesson = tags.map((language) => titleInLesson(courseFolder, language, lesson, id));
  const inTexts = tags.map((language) => titleInTexts(courseFolder, language, lesson));
  const titles = [inTexts.find(Boolean), inLesson.find(Boolean)];
  if (titles.includes(undefined)) throw new Error(`There is no page "${page}" in ${tag}.`);
  return titles.join(" – ");
}

function titleInLesson(courseFolder: string, tag: string, lesson: string, id: string): string | undefined {
  const pages = read(courseFolder, `lessons/${lesson}/${tag}.md`).matchAll(
    /^::page\[(.+)\]\{#([a-z0-9-]+)\}/gm,
  );
  return [...pages].find(([, , page]) => page === id)?.[1];
}

function titleInTexts(courseFolder: string, tag: string, lesson: string): string | undefined {
  const texts = parse(read(courseFolder, `text/${tag}.yaml`)) as Texts | null;
  return texts?.activities?.[lesson]?.title;
}

function read(courseFolder: string, file: string): string {
  const path = join(courseFolder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
