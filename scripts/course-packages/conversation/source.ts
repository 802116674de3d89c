import { readdirSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import { activitiesIn } from "#app/library/activity-folder.server.ts";
import { slug } from "#app/library/question-format.ts";
import { translatedFile } from "#app/library/translation-status.ts";
import {
  type Language,
  languageName,
  languages,
  sourceOf,
  type WrittenLanguage,
} from "#app/platform/languages.ts";
import { inSerbianLatin } from "#app/platform/transliterate.ts";

import { readActivityFile, readTexts } from "../activity-file.ts";
import { pageTitle } from "./page-title.ts";
import { type Conversation, type LanguageText, type SceneText, wordNames } from "./content.ts";

const structureName = "conversation.yaml";

const text = z.string().trim().min(1);

const structureFile = z.strictObject({
  passPercent: z.number().int().min(0).max(100),
  /** Facts that the texts rest on; each is among the sources of the course. */
  facts: z.array(z.string()),
  /** In the order of the file; a choice names the scene to which it leads. */
  scenes: z.record(
    slug,
    z.strictObject({
      choices: z.record(slug, z.strictObject({ to: slug, points: z.number().int().min(0) })).default({}),
      /** At an end: pages of the course's lessons that are worth reading once more. */
      again: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)).default([]),
    }),
  ),
});

const textFile = translatedFile.extend({
  title: text,
  intro: text,
  scenes: z.record(
    slug,
    z.strictObject({
      title: text,
      says: text.optional(),
      text: text.optional(),
      ask: text.optional(),
      choices: z.record(slug, z.strictObject({ text, then: text })).optional(),
    }),
  ),
});

/** courses/conversation/words/<language>.yaml: what every conversation says. */
const wordsFile = translatedFile.extend(
  Object.fromEntries(wordNames.map((name) => [name, text])) as Record<
    (typeof wordNames)[number],
    typeof text
  >,
);
const wordsFolder = join(import.meta.dirname, "../../../courses/conversation/words");

type Structure = z.infer<typeof structureFile>;

export type ConversationSource = {
  conversation: Conversation;
  facts: string[];
};

/**
 * Reads a conversation: conversation.yaml, and the texts of every language of the course in a file each. Serbian in Latin
 * letters is made of the Cyrillic text; Montenegrin is the Bosnian text with what its own file says otherwise. Throws
 * with every fault when a file cannot be read.
 */
export function readConversation(folder: string): ConversationSource {
  const structure = readActivityFile(folder, structureName, structureFile);
  const { passPercent, facts, scenes } = structure;
  const written = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml") && file !== structureName)
    .map((file) => file.replace(/\.yaml$/, ""));
  const derived = (tag: Language) => written.includes(sourceOf(tag) ?? tag);
  const order = languages.map(({ tag }) => tag).filter(derived);
  return {
    facts,
    conversation: {
      passPercent,
      scenes: Object.entries(scenes).map(([id, { choices }]) => ({
        id,
        ...listed(Object.entries(choices).map(([choice, way]) => ({ id: choice, ...way }))),
      })),
      languages: order.map((tag) => languageText(folder, tag, structure)),
    },
  };
}

function languageText(folder: string, tag: Language, structure: Structure): LanguageText {
  const source = sourceOf(tag);
  if (source) {
    const { code: _, name: _name, ...texts } = languageText(folder, source, structure);
    return { code: tag, name: languageName(tag), ...inSerbianLatin(texts) };
  }
  const { title, intro, scenes } = readTexts(folder, tag as WrittenLanguage, textFile);
  const order = Object.keys(structure.scenes);
  const inOrder = Object.entries(scenes).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return {
    code: tag,
    name: languageName(tag),
    words: readTexts(wordsFolder, tag as WrittenLanguage, wordsFile),
    title,
    intro,
    scenes: inOrder.map(([id, { choices = {}, ...scene }]): SceneText => {
      const texts = Object.entries(choices).map(([choice, said]) => ({ id: choice, ...said }));
      const pages = structure.scenes[id]?.again ?? [];
      const again = pages.map((page) => pageTitle(join(folder, "../.."), tag, page));
      return { id, ...scene, ...listed(texts), ...(again.length > 0 ? { again } : {}) };
    }),
  };
}

/** H5P leaves an empty list out. */
function listed<Entry>(choices: Entry[]): { choices?: Entry[] } {
  return choices.length > 0 ? { choices } : {};
}

/** Folders of conversations in a course's folder. */
export function conversationsIn(courseFolder: string): { name: string; folder: string }[] {
  return activitiesIn(courseFolder)
    .filter(({ kind }) => kind === "conversation")
    .map(({ name }) => ({ name, folder: join(courseFolder, "activities", name) }));
}
