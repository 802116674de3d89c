import { createHash } from "node:crypto";
import { brotliCompressSync } from "node:zlib";

import { compileMessage } from "@lingui/message-utils/compileMessage";

import { type Area, catalogue } from "#app/locales/catalogue.ts";

import { createI18n, type CompiledMessages, type I18n } from "./i18n.tsx";
import { type Language, languages } from "./languages.ts";
import type { CompiledMessage } from "./message-format.ts";
import { toSerbianLatin } from "./transliterate.ts";

/**
 * What a browser needs: learners never download the texts of the trainers' and administrators' pages, and the pages
 * of courses bring only their own. Links from there to other areas load the whole document.
 */
const bundles = {
  learn: ["common", "errors", "learn", "quiz", "survey", "certificate"],
  play: ["common", "errors", "learn", "quiz", "survey", "certificate", "player"],
  /** For a unit opened in the middle of a lesson, beside what the lesson has loaded. */
  unit: ["common", "player"],
  /** For the controls of rare types of questions, beside what their page has loaded. */
  questions: ["questions"],
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
    "player",
    "packages",
    "authoring",
    "exchange",
    "bank",
    "teach",
    "admin",
  ],
} satisfies Record<string, Area[]>;

export type MessageBundle = keyof typeof bundles;

/** `brotli` is `json` compressed as well as can be: once for all, where the web server's compression is quick instead. */
type MessagesFile = { json: string; brotli: Uint8Array };

/** Words that only accounts, staff or the certificate's file show: a lesson has no byte to spare. */
const unneeded = /^(common\.(gender|role)_|certificate\.(pdf|previewName))/;
const slimBundles: (string | undefined)[] = ["learn", "play", "unit"];

const areas = Object.keys(catalogue.en) as Area[];
const compiled = new Map(languages.map(({ tag }) => [tag, compileLanguage(tag)]));
const translators = new Map(languages.map(({ tag }) => [tag, createI18n(tag, compiled.get(tag) ?? {})]));
const files = new Map<string, MessagesFile>();

/** Texts and formats of a language, with every message of the product. */
export function i18nFor(language: Language): I18n {
  return translators.get(language) as I18n;
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
    const messages = compiled.get(language as Language);
    const wanted: string[] | undefined = bundles[bundle as MessageBundle];
    if (!messages || !wanted) return undefined;
    const entries = Object.entries(messages).filter(
      ([id]) =>
        wanted.includes(id.split(".")[0] ?? "") && !(slimBundles.includes(bundle) && unneeded.test(id)),
    );
    const json = JSON.stringify(Object.fromEntries(entries));
    files.set(key, { json, brotli: brotliCompressSync(json) });
  }
  return files.get(key);
}

function compileLanguage(language: Language): CompiledMessages {
  const messages: CompiledMessages = {};
  const source = languages.find(({ tag }) => tag === language)?.derivedFrom ?? language;
  for (const area of areas) {
    const texts: Record<string, string> = {
      ...catalogue.en[area],
      ...catalogue[source as keyof typeof catalogue][area],
    };
    for (const [key, text] of Object.entries(texts)) {
      messages[`${area}.${key}`] = compileMessage(
        source === language ? text : toSerbianLatin(text),
      ) as CompiledMessage;
    }
  }
  return messages;
}
