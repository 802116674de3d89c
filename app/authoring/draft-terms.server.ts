import { parse } from "yaml";
import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { glossaryPath } from "#app/library/glossary.ts";
import { withoutHead } from "#app/library/lesson-head.server.ts";
import { eachNode, isDirective, parseMarkdown } from "#app/library/markdown-parser.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { changeDraft, type DraftEdit, draftFolder, requireDraft } from "./draft.server.ts";
import { glossaryIn } from "./folder-glossary.server.ts";
import { lessonAt } from "./lesson-at.ts";
import { withMeaning, withoutTerm, withTerm } from "./term-edits.ts";
import { type TermForm, termForm } from "./term-form.ts";
import { textOfPart } from "./version-folder.server.ts";

export type DraftTerm = { id: string; word: string; meaning: string; isUsed: boolean };

const englishPath = `text/${defaultLanguage}.yaml`;
const defined = z.object({ terms: z.record(z.string(), z.string()) });

/** The terms of a draft that learners can open, in English, and the words of its glossary that they cannot. */
export async function termsPage(actor: Actor, courseSlug: string, readerLanguage: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await draftFolder(draft);
  const [glossary, meanings, used, { text }] = await Promise.all([
    glossaryIn(parts),
    meaningsOf(parts),
    usedTerms(parts),
    getCourseText(draft.course.versionId, readerLanguage),
  ]);
  return {
    slug: draft.course.slug,
    courseTitle: text.course.title,
    terms: glossary.flatMap(({ id, en }): DraftTerm[] =>
      id ? [{ id, word: en, meaning: meanings[id] ?? "", isUsed: used.has(id) }] : [],
    ),
    others: glossary.flatMap(({ id, en }) => (id ? [] : [en])),
  };
}

/**
 * Takes a form of the terms' page: one to write, or (with the intent "remove") one to take away. Its faults with what was
 * typed, or null when it is done. Throws like `requireDraft`.
 */
export async function submitTerm(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | null> {
  const draft = await requireDraft(actor, courseSlug);
  if (fields.intent === "remove") {
    const refused = await changeDraft(actor, draft, (parts) =>
      withoutTermAnywhere(parts, String(fields.term)),
    );
    return refused && { errors: refused, typed: {} };
  }
  const { values, errors, typed } = parseFields(fields, termForm);
  if (errors) return { errors, typed };
  const refused = await changeDraft(actor, draft, (parts) => withWrittenTerm(parts, values));
  return refused && { errors: refused, typed };
}

async function withWrittenTerm(parts: FolderParts, { term, word, meaning }: TermForm): Promise<DraftEdit> {
  const glossary = await glossaryIn(parts);
  const isTaken = glossary.some(
    ({ id, en }) => id !== undefined && id !== term && en.toLowerCase() === word.toLowerCase(),
  );
  if (isTaken) return { errors: { word: "terms.wordTaken" } };
  if (term && !glossary.some(({ id }) => id === term)) return { errors: { form: "terms.gone" } };
  const { text, id } = withTerm(await textOfPart(parts, glossaryPath), term, word);
  return {
    parts: withTexts(parts, [
      [glossaryPath, text],
      [englishPath, withMeaning((await textOfPart(parts, englishPath)) ?? "", id, meaning)],
    ]),
  };
}

async function withoutTermAnywhere(parts: FolderParts, term: string): Promise<DraftEdit> {
  if ((await usedTerms(parts)).has(term)) return { errors: { form: "terms.stillUsed" } };
  const source = await textOfPart(parts, glossaryPath);
  if (source === null) return { parts };
  const texts: [string, string | null][] = [[glossaryPath, withoutTerm(source, term)]];
  for (const path of parts.keys()) {
    if (!/^text\/[^/]+\.yaml$/.test(path)) continue;
    texts.push([path, withMeaning((await textOfPart(parts, path)) ?? "", term, null)]);
  }
  const before = new Map(
    await Promise.all(texts.map(async ([path]) => [path, await textOfPart(parts, path)] as const)),
  );
  return {
    parts: withTexts(
      parts,
      texts.filter(([path, text]) => before.get(path) !== text),
    ),
  };
}

/** The folder with these files; null takes one away. */
function withTexts(parts: FolderParts, texts: [path: string, text: string | null][]): FolderParts {
  const next: FolderParts = new Map(parts);
  for (const [path, text] of texts) {
    if (text === null) next.delete(path);
    else next.set(path, { path, text });
  }
  return next;
}

async function meaningsOf(parts: FolderParts): Promise<Record<string, string>> {
  const source = await textOfPart(parts, englishPath);
  return defined.safeParse(source && parse(source)).data?.terms ?? {};
}

/** The terms that lessons name, in whatever language. */
async function usedTerms(parts: FolderParts): Promise<Set<string>> {
  const used = new Set<string>();
  for (const path of [...parts.keys()].filter(lessonAt)) {
    const text = (await textOfPart(parts, path)) ?? "";
    if (!text.includes(":term[")) continue;
    eachNode(parseMarkdown(withoutHead(text).body), (node) => {
      if (isDirective(node) && node.name === "term") used.add(node.attributes?.id ?? "");
    });
  }
  return used;
}
