import { isDeepStrictEqual } from "node:util";

import { parse } from "yaml";

import { type FolderParts, isTextFile } from "#app/library/folder-part.ts";
import { isMapping, withOverrides } from "#app/library/overrides.ts";
import { withoutStatus } from "#app/library/translation-status.ts";
import {
  baseOf,
  defaultLanguage,
  derivedFrom,
  type Language,
  languageName,
  languages,
} from "#app/platform/languages.ts";
import { inSerbianLatin } from "#app/platform/transliterate.ts";

import { textOfPart } from "./version-folder.server.ts";

type Texts = Record<string, unknown>;

/** Names of the activities of a draft: activities/<name>/ with a conversation or a simulation. */
export function activitiesOf(parts: FolderParts): string[] {
  return [...parts.keys()].flatMap(
    (path) => /^activities\/([^/]+)\/(?:conversation|simulation)\.yaml$/.exec(path)?.[1] ?? [],
  );
}

/**
 * A folder whose packages say what their activities' texts in a language say; also in the languages that are made from
 * this one, or say only what differs from it. What the package says already keeps every byte. A simulation takes no
 * language that it does not have: `npm run courses:packages` adds one.
 */
export async function withPackageTexts(
  parts: FolderParts,
  activity: string,
  language: Language,
): Promise<FolderParts> {
  const based = languages.filter(({ basedOn }) => basedOn === language).map(({ tag }) => tag);
  const all = new Map(parts);
  for (const tag of [language, ...derivedFrom(language), ...based]) {
    const said = await textsOf(parts, activity, tag);
    if (said !== null)
      await (isConversation(parts, activity) ? setScenes : setSteps)(all, activity, tag, said);
  }
  return all;
}

function isConversation(parts: FolderParts, activity: string): boolean {
  return parts.has(`activities/${activity}/conversation.yaml`);
}

/** What an activity says in a language, with what this is made from or based on. */
async function textsOf(parts: FolderParts, activity: string, tag: Language): Promise<Texts | null> {
  const source = languages.find((language) => language.tag === tag)?.derivedFrom;
  if (source) {
    const texts = await textsOf(parts, activity, source);
    return texts && inSerbianLatin(texts);
  }
  const own = await parsed(parts, `activities/${activity}/${tag}.yaml`);
  const base = baseOf(tag);
  const under = base && (await parsed(parts, `activities/${activity}/${base}.yaml`));
  if (own === null) return under ? withoutStatus(under) : null;
  return withoutStatus((under ? withOverrides(under, own) : own) as Texts);
}

async function parsed(parts: FolderParts, path: string): Promise<Texts | null> {
  const source = isTextFile(path) ? await textOfPart(parts, path) : null;
  const value: unknown = source === null ? null : parse(source);
  return isMapping(value) ? (value as Texts) : null;
}

type Scene = { id: string; choices?: { id: string }[]; again?: string[] };
type Spoken = { code: string; name: string; words: unknown; scenes: Scene[] };

/** content/content.json of a conversation. */
async function setScenes(parts: FolderParts, activity: string, tag: Language, said: Texts): Promise<void> {
  const path = `packages/${activity}/content/content.json`;
  const before = await textOfPart(parts, path);
  if (before === null) return;
  const content = JSON.parse(before) as { scenes: Scene[]; languages: Spoken[] };
  const own = content.languages.find(({ code }) => code === tag);
  const english = content.languages.find(({ code }) => code === defaultLanguage);
  if (!own && !english) return;
  const scenes = content.scenes.flatMap(({ id }): Scene[] => {
    const scene = (said.scenes as Record<string, Texts> | undefined)?.[id];
    if (!scene) return [];
    const { choices, ...words } = scene;
    const listed = Object.entries((choices ?? {}) as Record<string, object>);
    const again = (own ?? english)?.scenes.find((one) => one.id === id)?.again;
    return [
      {
        id,
        ...words,
        ...(listed.length > 0 && { choices: listed.map(([choice, text]) => ({ id: choice, ...text })) }),
        ...(again && { again }),
      },
    ];
  });
  const { title, intro } = said;
  const entry = { code: tag, name: languageName(tag), words: (own ?? english)?.words, title, intro, scenes };
  if (isDeepStrictEqual(own, entry)) return;
  const order = languages.map((language): string => language.tag);
  const spoken = [...content.languages.filter(({ code }) => code !== tag), entry as Spoken].sort(
    (a, b) => order.indexOf(a.code) - order.indexOf(b.code),
  );
  parts.set(path, { path, text: `${JSON.stringify({ ...content, languages: spoken }, null, 1)}\n` });
}

/** texts/<language>.js of a simulation. */
async function setSteps(parts: FolderParts, activity: string, tag: Language, said: Texts): Promise<void> {
  const path = `packages/${activity}/texts/${tag}.js`;
  const before = await textOfPart(parts, path);
  const [, json] = /^globalThis\.simulationTexts\(([^]*)\);\n$/.exec(before ?? "") ?? [];
  if (json === undefined) return;
  const { words } = JSON.parse(json) as { words: unknown };
  const { summary: _summary, ...steps } = said;
  const text = `globalThis.simulationTexts(${JSON.stringify({ words, ...steps }, null, 1)});\n`;
  if (text !== before) parts.set(path, { path, text });
}
