import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { withoutHead } from "./lesson-head.server.ts";
import type { TranslatedFile } from "./translation-source.server.ts";
import { isLesson } from "./translation-words.server.ts";

/** Notes in a translated file that it is made of its source as it is now; false when it says so already. */
export function recordSource(
  directory: string,
  { file, language, part, recorded, current }: TranslatedFile,
): boolean {
  if (recorded === current) return false;
  const path = join(directory, file);
  const before = readFileSync(path, "utf8");
  writeFileSync(
    path,
    part.kind === "jurisdiction" ? inNotes(before, language, current) : withSource(file, before, current),
  );
  return true;
}

/** A translated file that notes the hash of what it was made of. */
export function withSource(file: string, text: string, hash: string): string {
  return isLesson(file) ? inLesson(text, hash) : inYaml(text, hash);
}

function inLesson(markdown: string, hash: string): string {
  const { head } = withoutHead(markdown);
  if (head === null) return `---\n${inYaml("", hash)}---\n\n${markdown}`;
  const begin = markdown.indexOf("\n") + 1;
  return markdown.slice(0, begin) + inYaml(head, hash) + markdown.slice(begin + head.length);
}

/** As text, so that comments and the way it is set stay. */
function inYaml(yaml: string, hash: string): string {
  const line = `source: "${hash}"`;
  if (/^source:/m.test(yaml)) return yaml.replace(/^source:.*$/m, line);
  if (/^translation:/m.test(yaml)) return yaml.replace(/^translation:.*$/m, `$&\n${line}`);
  return `${line}\n${yaml}`;
}

/** A file of all languages has a line for each, below what it is about. */
function inNotes(yaml: string, language: string, hash: string): string {
  const line = `  ${language}: "${hash}"`;
  const [block] = /^source:\n(?: {2}.*\n)+/m.exec(yaml) ?? [];
  if (!block) return yaml.replace(/^jurisdiction:.*$/m, `$&\nsource:\n${line}`);
  const own = new RegExp(`^ {2}${language}:.*$`, "m");
  return yaml.replace(block, own.test(block) ? block.replace(own, line) : `${block}${line}\n`);
}
