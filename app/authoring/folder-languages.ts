import { isDeepStrictEqual } from "node:util";

import { parseDocument, type YAMLSeq } from "yaml";
import { z } from "zod";

import { isDerivedLanguage, isLanguage, type Language } from "#app/platform/languages.ts";

/** The languages that a course is written in: those that learners get, and those that are being translated. */
export type FolderLanguages = { published: Language[]; drafting: Language[] };

const listed = z.object({
  languages: z.array(z.string()).default([]),
  drafting: z.array(z.string()).default([]),
});

/** What a course.yaml says of its languages, as far as it can be understood. */
export function languagesIn(source: string): FolderLanguages {
  const { data } = listed.safeParse(parseDocument(source).toJS());
  const published = (data?.languages ?? []).filter(isWritten);
  const drafting = (data?.drafting ?? []).filter((tag) => !published.some((other) => other === tag));
  return { published, drafting: drafting.filter(isWritten) };
}

/** A course.yaml with other languages; one that says so already stays as it is. */
export function withLanguages(source: string, { published, drafting }: FolderLanguages): string {
  if (isDeepStrictEqual(languagesIn(source), { published, drafting })) return source;
  const document = parseDocument(source);
  const inOneLine = (tags: Language[]) => {
    const list = document.createNode(tags) as YAMLSeq;
    list.flow = true;
    return list;
  };
  document.set("languages", inOneLine(published));
  if (drafting.length > 0) document.set("drafting", inOneLine(drafting));
  else document.delete("drafting");
  return document.toString({ lineWidth: 0 });
}

function isWritten(tag: string): tag is Language {
  return isLanguage(tag) && !isDerivedLanguage(tag);
}
