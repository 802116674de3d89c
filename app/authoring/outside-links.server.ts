import type { FolderParts } from "#app/library/folder-part.ts";
import { eachNode, parseMarkdown } from "#app/library/markdown-parser.ts";

import { textOfPart } from "./version-folder.server.ts";

/** A link of a course to somewhere else, with its place in the folder. */
export type OutsideLink = { file: string; line: number; url: string };

/** Links of the lessons, and the documents that facts and questions rest on. */
export async function outsideLinks(parts: FolderParts): Promise<OutsideLink[]> {
  const found: OutsideLink[] = [];
  for (const path of parts.keys()) {
    const isLesson = /^lessons\/[^/]+\/[^/]+\.md$/.test(path);
    if (!isLesson && !/^(course|quizzes\/[^/]+)\.yaml$/.test(path)) continue;
    const text = (await textOfPart(parts, path)) ?? "";
    const links = isLesson ? linksIn(text) : documentsIn(text);
    found.push(...links.map((link) => ({ file: path, ...link })));
  }
  return found;
}

type Place = Omit<OutsideLink, "file">;

function linksIn(lesson: string): Place[] {
  const found: Place[] = [];
  eachNode(parseMarkdown(lesson), ({ type, url, position }) => {
    if (type === "link" && url && /^https?:/.test(url)) found.push({ line: position?.start.line ?? 1, url });
  });
  return found;
}

function documentsIn(yaml: string): Place[] {
  return yaml.split("\n").flatMap((text, index) => {
    const [, url] = /\burl: *["']?(https?:[^\s"',}]+)/.exec(text) ?? [];
    return url ? [{ line: index + 1, url }] : [];
  });
}
