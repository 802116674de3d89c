import { parse } from "yaml";
import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { isPicture } from "#app/library/media-file.server.ts";
import { withSource } from "#app/library/translation-record.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { baseOf, defaultLanguage, type Language } from "#app/platform/languages.ts";

import { withBank } from "./bank-folder.server.ts";
import { changeDraft, type Draft, readDraftText } from "./draft.server.ts";
import { withTextEntry } from "./folder-edits.ts";
import { languagesIn } from "./folder-languages.ts";
import { textOfPart } from "./version-folder.server.ts";
import { translationPart } from "./workbench-part.server.ts";

/**
 * Alternative texts of a course's pictures, in the texts of each language: the figure's dialog begins with them. What a
 * lesson says of its picture stays in the lesson.
 */

/** What is wrong with the file is for `checkDraft`. */
const described = z.object({ pictures: z.record(z.string(), z.string()) });

/** The name that the texts have of a picture; null for other files, and in folders of media/. */
export function pictureName(path: string): string | null {
  const [, name = null] = /^media\/([\w-][\w.-]*)$/.exec(path) ?? [];
  return isPicture(path) ? name : null;
}

/** Alternative texts in a language, by the names of pictures; a language based on another has what that one says. */
export async function pictureTexts(draft: Draft, language: Language): Promise<Record<string, string>> {
  const base = baseOf(language);
  return { ...(base && (await ownTexts(draft, base))), ...(await ownTexts(draft, language)) };
}

async function ownTexts(draft: Draft, language: Language): Promise<Record<string, string>> {
  const source = await readDraftText(draft, textsPath(language));
  return described.safeParse(source && parse(source.text)).data?.pictures ?? {};
}

/**
 * Writes what a form says of a picture in each language ("alt.<language>"); an emptied one is taken out, and so is what a
 * language says like the one that it is based on. A translation of the texts that was up to date stays so where it says
 * this, too. Throws NotFoundError for what is no picture of the draft.
 */
export async function describePicture(
  actor: Actor,
  draft: Draft,
  path: string,
  fields: Fields,
): Promise<void> {
  const name = pictureName(path);
  if (name === null) throw new NotFoundError();
  const typed = (language: Language) => String(fields[`alt.${language}`] ?? "").trim();
  await changeDraft(actor, draft, async (parts) => {
    if (!parts.has(path)) throw new NotFoundError();
    const languages = languagesIn((await textOfPart(parts, "course.yaml")) ?? "");
    const all = [...languages.published, ...languages.drafting];
    const next: FolderParts = new Map(parts);
    for (const language of all.filter((one) => fields[`alt.${one}`] !== undefined)) {
      const at = textsPath(language);
      const before = (await textOfPart(parts, at)) ?? "";
      const base = all.find((one) => one === baseOf(language));
      const isSaid = typed(language) !== "" && !(base && typed(base) === typed(language));
      const text = withTextEntry(before, "pictures", name, isSaid ? typed(language) : null);
      if (text !== before) next.set(at, { path: at, text });
    }
    const isSaying = (one: Language) => (typed(one) === "") === (typed(defaultLanguage) === "");
    return { parts: await stillDone(draft, parts, next, isSaying) };
  });
}

/** The folder in which translations of the texts that were up to date note the changed source as theirs. */
async function stillDone(
  { course }: Draft,
  parts: FolderParts,
  next: FolderParts,
  isSaying: (language: Language) => boolean = () => true,
): Promise<FolderParts> {
  const languages = languagesIn((await textOfPart(parts, "course.yaml")) ?? "");
  const all = [...languages.published, ...languages.drafting].filter((one) => one !== defaultLanguage);
  const [before, after] = [await withBank(parts, course), await withBank(next, course)];
  const noted = new Map(next);
  for (const language of all.filter(isSaying)) {
    const was = await translationPart(before, languages, language, null);
    const now = await translationPart(after, languages, language, null);
    const path = textsPath(language);
    const text = await textOfPart(next, path);
    if (was?.state !== "done" || !now?.current || text === null) continue;
    if (now.state !== "done") noted.set(path, { path, text: withSource(path, text, now.current) });
  }
  return noted;
}

/** The folder after a picture was renamed, or with null removed; translations that were up to date stay so. */
export async function withPictureNamed(
  draft: Draft,
  parts: FolderParts,
  path: string,
  renamed: string | null,
): Promise<FolderParts> {
  const [name, to] = [pictureName(path), renamed && pictureName(renamed)];
  if (name === null) return parts;
  const next: FolderParts = new Map(parts);
  for (const at of [...parts.keys()].filter((one) => /^text\/[^/]+\.yaml$/.test(one))) {
    const source = (await textOfPart(parts, at)) ?? "";
    const text = described.safeParse(parse(source)).data?.pictures[name];
    if (text === undefined) continue;
    const without = withTextEntry(source, "pictures", name, null);
    next.set(at, { path: at, text: to ? withTextEntry(without, "pictures", to, text) : without });
  }
  return stillDone(draft, parts, next);
}

function textsPath(language: Language): string {
  return `text/${language}.yaml`;
}
