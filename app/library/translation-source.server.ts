import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { baseOf, defaultLanguage, isDerivedLanguage, isLanguage } from "#app/platform/languages.ts";

import { hashOf, only, recordedIn, type Words, wordsIn } from "./translation-words.server.ts";

/** What a translated text belongs to: of a course, its texts, a lesson, a package; or what stands beside courses. */
export type TranslatedPart =
  { kind: "texts" } | { kind: "lesson" | "package" | "words" | "jurisdiction"; id: string };

/** A text in one language, and what it was and would now be translated from. */
export type TranslatedFile = {
  file: string;
  language: string;
  part: TranslatedPart;
  /** The language of its source: English, or the one that it says only the differences from. */
  from: string;
  /** The hash of the source that it was made of; null when nobody has noted it. */
  recorded: string | null;
  /** The hash of the source as it is now. */
  current: string;
};

/** A text in all its languages. `wordsOf` is null where it is not written, or cannot be read. */
export type TranslatedText = {
  part: TranslatedPart;
  fileOf: (language: string) => string;
  wordsOf: (language: string) => Words | null;
  recordedOf: (language: string) => string | null;
};

/** Everything that is translated in some texts, by language. What is missing or no YAML is left out. */
export function translationsOf(texts: TranslatedText[], languages: string[]): TranslatedFile[] {
  const translated = languages.filter(
    (tag) => tag !== defaultLanguage && isLanguage(tag) && !isDerivedLanguage(tag),
  );
  return translated.flatMap((language) => {
    const base = baseOf(language);
    const from = base && languages.includes(base) ? base : defaultLanguage;
    return texts.flatMap(({ part, fileOf, wordsOf, recordedOf }): TranslatedFile[] => {
      const [own, source] = [wordsOf(language), wordsOf(from)];
      if (own === null || source === null) return [];
      const current = hashOf(from === base ? only(source, own) : source);
      return [{ file: fileOf(language), language, part, from, recorded: recordedOf(language), current }];
    });
  });
}

/** A text that has a file for each language. */
export function filePerLanguage(
  directory: string,
  part: TranslatedPart,
  fileOf: (language: string) => string,
): TranslatedText {
  const textOf = remembering((language) => {
    const path = join(directory, fileOf(language));
    return existsSync(path) ? readFileSync(path, "utf8") : null;
  });
  return {
    part,
    fileOf,
    wordsOf: remembering((language) => {
      const text = textOf(language);
      return text === null ? null : wordsIn(fileOf(language), text);
    }),
    recordedOf: (language) => recordedIn(fileOf(language), textOf(language) ?? ""),
  };
}

/** Whether the source is known to have changed since. */
export function isBehind({ recorded, current }: Pick<TranslatedFile, "recorded" | "current">): boolean {
  return recorded !== null && recorded !== current;
}

function remembering<Value>(find: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>();
  return (key) => {
    if (!found.has(key)) found.set(key, find(key));
    return found.get(key) as Value;
  };
}
