import type { Activity } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { withQuizAsked } from "#app/library/quiz-activity.ts";

import { type CourseSources, readSources, withSources } from "./course-sources.server.ts";
import { freeId } from "./outline-additions.server.ts";
import { titlesOf } from "./outline-changes.server.ts";
import { withActivityCopied } from "./text-edits.ts";

/** Whether a step can be there twice: reports on a course read one survey. */
export function canBeTwice({ kind }: Pick<Activity, "kind">): boolean {
  return kind !== "survey";
}

/** The same activity once more, right after it, with what is its own. A quiz is copied first, and `quiz` names the copy. */
export async function withStepTwice(
  parts: FolderParts,
  id: string,
  quiz: string | null,
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const { outline } = sources.course;
  const original = outline.find((activity) => activity.id === id);
  if (!original || !canBeTwice(original)) return parts;
  const name = freeId(sources, parts, quiz ?? id, original.kind);
  const copy = copyOf(original, name, quiz);
  return withSources(withFilesTwice(parts, original, name), sources, {
    outline: outline.toSpliced(outline.indexOf(original) + 1, 0, copy),
    text: (source, language) => {
      const title = titlesOf(sources, id)[language];
      return title ? withActivityCopied(source, id, name, `${title} (2)`) : source;
    },
  });
}

/** The titles of a copy, by language. */
export function copiedTitles(sources: CourseSources, id: string): Record<string, string> {
  const titles = Object.entries(titlesOf(sources, id));
  return Object.fromEntries(titles.map(([tag, title]) => [tag, `${title} (2)`]));
}

function copyOf(original: Activity, name: string, quiz: string | null): Activity {
  if (original.kind === "lesson") return { ...original, id: name, lesson: name };
  if (original.kind === "package") return { ...original, id: name, package: name };
  const copy = { ...original, id: name };
  return quiz === null ? copy : withQuizAsked(copy, quiz);
}

/** The files of a lesson, or of a package, under another name as well. */
function withFilesTwice(parts: FolderParts, original: Activity, name: string): FolderParts {
  const copies: FolderParts = new Map(parts);
  const begin =
    original.kind === "lesson"
      ? `lessons/${original.lesson}`
      : original.kind === "package"
        ? `packages/${original.package}`
        : null;
  if (begin === null) return copies;
  const folder = begin.slice(0, begin.indexOf("/"));
  for (const part of parts.values()) {
    const inside = part.path.slice(begin.length);
    if (!part.path.startsWith(begin) || !/^(\/|\.(zip|h5p)$)/.test(inside)) continue;
    const path = `${folder}/${name}${inside}`;
    copies.set(path, { ...part, path });
  }
  return copies;
}
