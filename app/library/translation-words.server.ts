import { createHash } from "node:crypto";

import { isMap, parseDocument } from "yaml";

import { withoutHead } from "./lesson-head.server.ts";
import { wordsByPage } from "./lesson-words.server.ts";
import { withoutStatus } from "./translation-status.ts";
import type { SourceText } from "./translation-unit.ts";

/** What of a text is translated, by its places. */
export type Words = string | { [key: string]: Words };

/** What of a file is translated; null when it is no YAML. */
export function wordsIn(file: string, text: string): Words | null {
  if (isLesson(file)) return wordsByPage(text);
  const { errors, contents } = parseDocument(text);
  if (errors.length > 0 || !isMap(contents)) return null;
  return joined(withoutStatus(contents.toJSON()));
}

/** What a file has noted as its source. Read without the rest of the file, which may be long. */
export function recordedIn(file: string, text: string): string | null {
  const head = isLesson(file) ? (withoutHead(text).head ?? "") : text;
  return /^source: *["']?([0-9a-f]{12})["']? *$/m.exec(head)?.[1] ?? null;
}

export function isLesson(file: string): boolean {
  return file.endsWith(".md");
}

/** Texts without spaces and keys in order: lines may be broken, and keys moved. A list is one text. */
export function joined(value: unknown): Words {
  if (Array.isArray(value)) return JSON.stringify(value.map(joined));
  if (typeof value !== "object" || value === null) return String(value).normalize("NFC").replace(/\s/g, "");
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, joined(part)]),
  );
}

/** Of the other language what this one says otherwise. */
export function only(words: Words, own: Words): Words {
  if (typeof words === "string" || typeof own === "string") return words;
  return Object.fromEntries(
    Object.keys(own)
      .sort()
      .map((key) => [key, only(words[key] ?? "", own[key] ?? "")]),
  );
}

export function hashOf(words: Words): string {
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 12);
}

/** The hash that a translation notes when it is made of this source; null when one of them is no YAML. */
export function hashOfSource(file: string, { text, isBase }: SourceText, own: string): string | null {
  const words = wordsIn(file, text);
  if (words === null || !isBase) return words && hashOf(words);
  const ownWords = wordsIn(file, own);
  return ownWords && hashOf(only(words, ownWords));
}
