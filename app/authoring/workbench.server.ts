import { parse } from "yaml";
import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import { withBank } from "./bank-folder.server.ts";
import { type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import { type FolderLanguages, languagesIn } from "./folder-languages.ts";
import { activitiesOf } from "./package-texts.server.ts";
import { textOfPart } from "./version-folder.server.ts";
import {
  activityOf,
  type PartName,
  partOfActivity,
  pathOf,
  type TranslationPart,
  translationPart,
} from "./workbench-part.server.ts";

const outlined = z.object({
  outline: z.array(z.object({ id: z.string(), lesson: z.string().optional() })),
});
const titled = z.object({ activities: z.record(z.string(), z.object({ title: z.string() })) });

/** A draft with what is translated in it. */
export type Workbench = {
  draft: Draft;
  /** With the questions as they are in the bank: course texts are made of these, too. */
  parts: FolderParts;
  languages: FolderLanguages;
  /** In the order of the course, each with its title in the reader's language. */
  lessons: { id: string; title: string }[];
  /** Conversations and simulations that the course makes itself. */
  activities: { id: string; title: string }[];
};

/** Throws like `requireDraft`. */
export async function openWorkbench(
  actor: Actor,
  courseSlug: string,
  readerLanguage: Language,
): Promise<Workbench> {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await withBank(await draftFolder(draft), draft.course);
  const source = (await textOfPart(parts, "course.yaml")) ?? "";
  const { outline } = outlined.parse(parse(source));
  const titles = {
    ...(await titlesOf(parts, defaultLanguage)),
    ...(await titlesOf(parts, readerLanguage)),
  };
  return {
    draft,
    parts,
    languages: languagesIn(source),
    lessons: outline.flatMap(({ id, lesson }) =>
      lesson ? [{ id: lesson, title: titles[id]?.title ?? id }] : [],
    ),
    activities: await Promise.all(
      activitiesOf(parts).map(async (id) => ({ id, title: await titleOf(parts, id, readerLanguage) })),
    ),
  };
}

/** An activity is called as it calls itself. */
async function titleOf(parts: FolderParts, id: string, readerLanguage: Language): Promise<string> {
  const order: Language[] = [readerLanguage, defaultLanguage];
  for (const tag of order) {
    const source = await textOfPart(parts, pathOf(partOfActivity(id), tag));
    const { data } = z.object({ title: z.string() }).safeParse(source && parse(source));
    if (data) return data.title;
  }
  return id;
}

/** What a part is called; null for the texts of the course. */
export function partTitle({ lessons, activities }: Workbench, name: PartName): string | null {
  const activity = activityOf(name);
  const known = activity === null ? lessons : activities;
  return known.find(({ id }) => id === (activity ?? name))?.title ?? null;
}

function partNames({ lessons, activities }: Workbench): PartName[] {
  return [null, ...lessons.map(({ id }) => id), ...activities.map(({ id }) => partOfActivity(id))];
}

async function titlesOf(parts: FolderParts, tag: Language) {
  const source = await textOfPart(parts, `text/${tag}.yaml`);
  return titled.safeParse(source && parse(source)).data?.activities ?? {};
}

/** The languages that are translated. */
export function translatedLanguages({ languages }: Pick<Workbench, "languages">): Language[] {
  return [...languages.published, ...languages.drafting].filter((tag) => tag !== defaultLanguage);
}

/** A language of the address. Throws NotFoundError for one that is not translated here. */
export function requireTranslated(workbench: Workbench, tag: string): Language {
  const language = translatedLanguages(workbench).find((one) => one === tag);
  if (!language) throw new NotFoundError();
  return language;
}

/** Everything that is translated in a language: the texts of the course, its lessons, then its activities. */
export async function translationParts(workbench: Workbench, language: Language): Promise<TranslationPart[]> {
  const { parts, languages } = workbench;
  const found = await Promise.all(
    partNames(workbench).map((name) => translationPart(parts, languages, language, name)),
  );
  return found.filter((part) => part !== null);
}

/** One of them. Throws NotFoundError when there is none of this name. */
export async function requirePart(
  workbench: Workbench,
  language: Language,
  name: PartName,
): Promise<TranslationPart> {
  const { parts, languages } = workbench;
  const isThere = partNames(workbench).includes(name);
  const part = isThere ? await translationPart(parts, languages, language, name) : null;
  if (!part) throw new NotFoundError();
  return part;
}
