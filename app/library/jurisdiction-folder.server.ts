import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

import {
  baseOf,
  defaultLanguage,
  isDerivedLanguage,
  isLanguage,
  writtenLanguages,
} from "#app/platform/languages.ts";

import type { Fault, Report } from "./fault.ts";
import {
  type JurisdictionContent,
  type JurisdictionFile,
  jurisdictionFile,
  type JurisdictionNote,
  notedJurisdictions,
  type NotedJurisdiction,
  type NotesFile,
  notesFile,
} from "./jurisdiction-format.ts";
import { translatedNotes } from "./jurisdiction-translated.server.ts";
import { isBehind, type TranslatedFile } from "./translation-source.server.ts";
import { readYaml, type YamlFile } from "./yaml-file.server.ts";

export type JurisdictionFolder = Map<NotedJurisdiction, JurisdictionContent>;

/** Where the notes lie inside the folder of all courses; null when there are none. */
export function jurisdictionFolderIn(courses: string): string | null {
  const directory = join(courses, "jurisdictions");
  return existsSync(join(directory, "notes.yaml")) ? directory : null;
}

/** Reads the notes on all jurisdictions. `notes` is null when faults leave nothing to import. */
export function readJurisdictionFolder(directory: string): {
  notes: JurisdictionFolder | null;
  translated: TranslatedFile[];
  faults: Fault[];
} {
  const common = readYaml(directory, "notes.yaml", notesFile);
  if (!common.value) return { notes: null, translated: [], faults: common.faults };
  const names = readdirSync(directory).filter((name) => name !== "notes.yaml");
  const files = names
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => readYaml(directory, name, jurisdictionFile));
  const { languages, sources, translations } = common.value;
  const translated = translatedNotes(
    files.flatMap(({ value }) => value ?? []),
    languages,
  );
  const faults = [
    ...languageFaults(common.value, common),
    ...translationFaults(
      common.value,
      common,
      files.flatMap(({ value }) => value ?? []),
    ),
    ...missingFiles(names),
    ...files.flatMap((file) => [
      ...file.faults,
      ...(file.value && common.value ? fileFaults(file.value, file, common.value) : []),
    ]),
  ].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  if (faults.length > 0) return { notes: null, translated, faults };
  return {
    faults,
    translated,
    notes: new Map(
      files.flatMap(({ file, value }) => {
        if (!value) return [];
        const named = new Set(value.notes.flatMap(({ facts }) => facts));
        const own = Object.entries(sources).filter(([fact]) => named.has(fact));
        const behind = translated
          .filter(({ file: of }) => of === file)
          .filter(isBehind)
          .map(({ language }) => language);
        const content = { notes: value.notes, translations, behind, sources: Object.fromEntries(own) };
        return [[value.jurisdiction, content] as const];
      }),
    ),
  };
}

function languageFaults({ languages }: NotesFile, { file, lineOf }: YamlFile<NotesFile>): Fault[] {
  const at = { file, line: lineOf("languages") };
  const unknown = languages.filter((tag) => !isLanguage(tag) || isDerivedLanguage(tag));
  return [
    ...unknown.map((tag): Fault => ({
      ...at,
      key: "faults.unknownLanguage",
      values: { language: tag, languages: writtenLanguages.join(", ") },
    })),
    ...(languages.includes(defaultLanguage)
      ? []
      : [{ ...at, key: "faults.noEnglish" as const, values: { language: defaultLanguage } }]),
  ];
}

function translationFaults(
  { languages, translations }: NotesFile,
  { file, lineOf }: YamlFile<NotesFile>,
  jurisdictions: JurisdictionFile[],
): Fault[] {
  const isPlace = (place: string) => {
    const [code = "", note] = place.split("/");
    if (!notedJurisdictions.some((known) => known === code)) return false;
    const found = jurisdictions.find(({ jurisdiction }) => jurisdiction === code);
    // A file that cannot be read is a fault of its own.
    return !note || !found || found.notes.some(({ id }) => id === note);
  };
  const unnamed = Object.keys(translations).filter((tag) => !languages.includes(tag));
  return [
    ...unnamed.map((tag): Fault => ({
      file,
      line: lineOf("translations", tag),
      key: "faults.languageUnnamed",
      values: { language: tag },
    })),
    ...Object.entries(translations).flatMap(([tag, { review }]) =>
      review.flatMap(({ where }, index) =>
        where
          .filter((place) => !isPlace(place))
          .map((place): Fault => ({
            file,
            line: lineOf("translations", tag, "review", index, "where"),
            key: "faults.reviewPlaceUnknown",
            values: { place },
          })),
      ),
    ),
  ];
}

function missingFiles(names: string[]): Fault[] {
  return notedJurisdictions
    .filter((code) => !names.includes(`${code}.yaml`))
    .map((code) => ({ file: `${code}.yaml`, line: 1, key: "faults.notesMissing", values: {} }));
}

function fileFaults(
  { jurisdiction, notes }: JurisdictionFile,
  { file, lineOf }: YamlFile<JurisdictionFile>,
  common: NotesFile,
): Fault[] {
  const faults: Fault[] = [];
  const add: Report<(string | number)[]> = (path, key, values = {}) =>
    faults.push({ file, line: lineOf(...path), key, values });
  if (basename(file, ".yaml") !== jurisdiction) {
    add(["jurisdiction"], "faults.notFileName", { id: jurisdiction });
  }
  const ids = notes.map(({ id }) => id);
  notes.forEach((note, index) => {
    const path = ["notes", index];
    if (ids.indexOf(note.id) !== index) {
      add([...path, "id"], "faults.noteTwice", { id: note.id });
    }
    noteFaults(note, common, (place, key, values) => add([...path, ...place], key, values));
  });
  return faults;
}

function noteFaults(
  { id, facts, status, text }: JurisdictionNote,
  { languages, sources }: NotesFile,
  add: Report<string[]>,
) {
  for (const fact of facts.filter((one) => !sources[one])) {
    add(["facts"], "faults.factUnsourced", { fact });
  }
  if (status !== "local" && facts.length === 0) {
    add([], "faults.noteWithoutFact", { id });
  }
  for (const language of languages.filter((tag) => !text[tag] && !languages.includes(baseOf(tag) ?? ""))) {
    add(["text"], "faults.noteUntranslated", { id, language });
  }
  for (const [language, words] of Object.entries(text)) {
    if (!languages.includes(language)) {
      add(["text", language], "faults.languageUnnamed", { language });
    }
    if (hasTelephoneNumber(words)) {
      add(["text", language], "faults.telephone", { id });
    }
  }
}

/** Six digits or more with nothing but spaces, hyphens, slashes or dots between them; dates and years have fewer. */
function hasTelephoneNumber(words: string): boolean {
  return [...words.matchAll(/\d[\d /.-]*\d/g)].some(([found]) => found.replace(/\D/g, "").length >= 6);
}
