import { z } from "zod";

import { baseOf, defaultLanguage, writtenLanguages } from "#app/platform/languages.ts";

import {
  activitiesIn,
  activityText,
  sharedWordsOf,
  sharedWordsText,
  type SharedWords,
} from "./activity-folder.server.ts";
import type { PackageTranslation } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import { isMapping, withOverrides } from "./overrides.ts";
import {
  isBehind,
  type TranslatedFile,
  type TranslatedText,
  translationsOf,
} from "./translation-source.server.ts";
import { translatedFile } from "./translation-status.ts";
import { readYaml } from "./yaml-file.server.ts";

/** The rest is read where packages are made of it. */
const statusFile = z.looseObject(translatedFile.shape);

type OfText = { byLanguage: Map<string, PackageTranslation>; faults: Fault[] };

/** How far the activities of a course, and the words in their packages, have come in each language. */
export function activityTranslations(directory: string, languages: string[]) {
  const activities = activitiesIn(directory).map(({ name }) => ({
    name,
    ...statusOf(directory, activityText(directory, { name }), languages),
  }));
  const words = sharedWordsOf(directory).map((shared) => ({ kind: shared.kind, ...wordsStatus(shared) }));
  return {
    faults: activities.flatMap(({ faults }) => faults),
    of: (language: string) => ({
      packageTranslations: named(activities.map(({ name, byLanguage }) => [name, byLanguage.get(language)])),
      wordTranslations: named(words.map(({ kind, byLanguage }) => [kind, byLanguage.get(language)])),
    }),
  };
}

/** What is wrong with shared words, and what of them is translated. */
export function checkSharedWords(shared: SharedWords): { faults: Fault[]; translated: TranslatedFile[] } {
  const translated = translationsOf([sharedWordsText(shared)], [...writtenLanguages]);
  return { faults: wordsStatus(shared).faults, translated };
}

function wordsStatus(shared: SharedWords): OfText {
  return statusOf(shared.directory, sharedWordsText(shared), [...writtenLanguages]);
}

function statusOf(directory: string, text: TranslatedText, languages: string[]): OfText {
  const files = languages.map((tag) => ({ tag, ...readYaml(directory, text.fileOf(tag), statusFile) }));
  const rawOf = (tag: string | null) => files.find((one) => one.tag === tag)?.raw;
  const english = rawOf(defaultLanguage) ?? null;
  const translated = translationsOf([text], languages);
  const byLanguage = new Map<string, PackageTranslation>();
  const faults: Fault[] = [];
  for (const { tag, file, value, lineOf, faults: own } of files) {
    faults.push(...own);
    if (!value || tag === defaultLanguage) continue;
    const said = withOverrides(rawOf(baseOf(tag)), value);
    const places = value.review.flatMap(({ where }) => where);
    byLanguage.set(tag, {
      translation: value.translation,
      review: value.review,
      isBehind: translated.some((one) => one.language === tag && isBehind(one)),
      words: Object.fromEntries(
        places.flatMap((place) => wordsAt(said, place).map((words) => [place, words])),
      ),
    });
    value.review.forEach(({ where }, index) => {
      for (const place of where.filter((name) => english !== null && textAt(english, name) === undefined)) {
        faults.push({
          file,
          line: lineOf("review", index, "where"),
          key: "faults.reviewPlaceUnknown",
          values: { place },
        });
      }
    });
  }
  return { byLanguage, faults };
}

/** Left out of the names of places. */
const groups = ["scenes", "steps", "choices"];

function textAt(texts: unknown, place: string): unknown {
  return place.split("/").reduce((part, key) => {
    const groupsHere = isMapping(part) ? [part, ...groups.map((name) => part[name])] : [];
    return groupsHere.filter(isMapping).find((group) => group[key] !== undefined)?.[key];
  }, texts);
}

/** By what a reviewer knows a place again: its title, the words of a choice, the words themselves. */
function wordsAt(texts: unknown, place: string): string[] {
  const found = textAt(texts, place);
  const words = isMapping(found) ? (found.title ?? found.do ?? found.text) : found;
  return typeof words === "string" ? [words] : [];
}

function named<Value>(entries: [string, Value | undefined][]): Record<string, Value> {
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
