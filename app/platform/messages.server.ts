import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";

import { compileMessage } from "@lingui/message-utils/compileMessage";

import { type Area, catalogue } from "#app/locales/catalogue.ts";

import { createI18n, type CompiledMessages, type I18n } from "./i18n.tsx";
import {
  baseOf,
  defaultLanguage,
  isLanguage,
  type Language,
  sourceOf,
  type WrittenLanguage,
} from "./languages.ts";
import type { CompiledMessage } from "./message-format.ts";
import { serbianLatinText } from "./transliterate.ts";

/**
 * What a browser needs: learners never download the texts of the trainers' and administrators' pages, and the pages
 * of courses bring only their own. Links from there to other areas load the whole document.
 */
const bundles = {
  learn: ["common", "errors", "learn", "quiz", "survey", "certificate"],
  /** Pages of an open attempt, which begins with a document of its own. */
  attempt: ["common", "errors", "learn", "quiz", "survey", "certificate", "attempt", "graded", "detection"],
  /** An assignment from its task to its comment: with the words of its answer's controls. */
  assignment: [
    "common",
    "errors",
    "learn",
    "quiz",
    "survey",
    "certificate",
    "attempt",
    "graded",
    "questions",
    "assignment",
  ],
  /** What changes in another version of a course. */
  edition: ["common", "errors", "learn", "edition"],
  play: ["common", "errors", "learn", "quiz", "survey", "certificate", "player"],
  live: ["common", "errors", "learn", "quiz", "survey", "certificate", "sessions"],
  /** For a unit opened in the middle of a lesson, beside what the lesson has loaded. */
  unit: ["common", "player"],
  /** The tools of the courses, which need no account. */
  tools: [
    "common",
    "errors",
    "learn",
    "tools",
    "safeContact",
    "cleanUp",
    "evidence",
    "provenance",
    "triage",
    "notice",
  ],
  /** For the controls of rare types of questions, beside what their page has loaded. */
  questions: ["questions"],
  /** For a copy of a course that runs elsewhere. */
  portable: ["quiz", "questions", "learn", "portable"],
  public: ["common", "errors", "site", "account", "learn", "quiz", "survey", "certificate"],
  staff: [
    "common",
    "errors",
    "site",
    "account",
    "learn",
    "quiz",
    "survey",
    "certificate",
    "attempt",
    "assignment",
    "questions",
    "detection",
    "player",
    "packages",
    "authoring",
    "drafts",
    "media",
    "editor",
    "outline",
    "workbench",
    "transfer",
    "terms",
    "captions",
    "reviews",
    "publishing",
    "quizzes",
    "exchange",
    "bank",
    "statistics",
    "faults",
    "teach",
    "courseExport",
    "foreignCourse",
    "grading",
    "graded",
    "sessions",
    "admin",
  ],
} satisfies Record<string, Area[]>;

export type MessageBundle = keyof typeof bundles;

/** `brotli` is `json` compressed as well as can be: once for all, where the web server's compression is quick instead. */
type MessagesFile = { json: string; brotli: Uint8Array };

/** Words that only accounts, staff or the certificate's file show: a lesson has no byte to spare. */
const unneeded = /^(common\.(gender|role)_|certificate\.(pdf|previewName))/;
const slimBundles: (string | undefined)[] = [
  "learn",
  "attempt",
  "assignment",
  "play",
  "live",
  "edition",
  "unit",
  "tools",
];

const areas = Object.keys(catalogue.en) as Area[];
// Each language when it is first asked for: together they would hold up the start.
const compiled = new Map<Language, CompiledMessages>();
const translators = new Map<Language, I18n>();
const files = new Map<string, MessagesFile>();

/** Texts and formats of a language, with every message of the product. */
export function i18nFor(language: Language): I18n {
  const known = translators.get(language);
  if (known) return known;
  const made = createI18n(language, compiledIn(language));
  translators.set(language, made);
  return made;
}

/** Address of the messages a page of this area needs; changes whenever a text does, so it can be cached for ever. */
export function messagesUrl(language: Language, bundle: MessageBundle): string {
  const key = `${language}/${bundle}`;
  const json = messagesFile(key)?.json ?? "";
  return `/messages/${key}?v=${createHash("sha256").update(json).digest("base64url").slice(0, 12)}`;
}

/** One bundle ("sr-Latn/public"), or undefined if there is no such bundle. */
export function messagesFile(key: string): MessagesFile | undefined {
  if (!files.has(key)) {
    const [language, bundle] = key.split("/");
    const wanted: string[] | undefined = bundles[bundle as MessageBundle];
    if (!isLanguage(language) || !wanted) return undefined;
    const entries = Object.entries(compiledIn(language)).filter(
      ([id]) =>
        wanted.includes(id.split(".")[0] ?? "") && !(slimBundles.includes(bundle) && unneeded.test(id)),
    );
    const json = JSON.stringify(Object.fromEntries(entries));
    files.set(key, { json, brotli: brotliCompressSync(json) });
  }
  return files.get(key);
}

function compiledIn(language: Language): CompiledMessages {
  const known = compiled.get(language);
  if (known) return known;
  const made = compileLanguage(language);
  compiled.set(language, made);
  return made;
}

function compileLanguage(language: Language): CompiledMessages {
  const messages: CompiledMessages = {};
  const source = sourceOf(language);
  for (const area of areas) {
    for (const [key, text] of Object.entries(textsOf(source ?? (language as WrittenLanguage), area))) {
      messages[`${area}.${key}`] = compileMessage(source ? serbianLatinText(text) : text) as CompiledMessage;
    }
  }
  return messages;
}

/** With the texts that stand in for what the language does not say itself. */
function textsOf(language: WrittenLanguage, area: Area): Record<string, string> {
  const own = (catalogue[language] as Partial<Record<Area, Record<string, string>>>)[area];
  if (language === defaultLanguage) return own ?? {};
  return { ...textsOf(baseOf(language) ?? defaultLanguage, area), ...own };
}
