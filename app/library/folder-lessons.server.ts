import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { giveWay } from "#app/platform/give-way.server.ts";
import { baseOf, isLanguage, type Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import type { PackageUse } from "./course-package-rules.ts";
import type { Fault } from "./fault.ts";
import { type RenderedLesson, renderLesson } from "./lesson-markdown.server.ts";
import type { MeaningOf } from "./lesson-terms.server.ts";
import { isPicture, mediaAddress, type MediumFile, placedPicture } from "./media-file.server.ts";
import { rememberedNow } from "./remembered.ts";

/** The lessons of a course's folder, by language and id. */
export type FolderLessons = Map<Language, Map<string, RenderedLesson>>;

/** What the terms of a language mean, and the text that says it. */
export type Meanings = { meaningOf: MeaningOf; source: string };

// By everything that a lesson is made of. Whoever publishes a course has mostly had it checked just before.
const known = new Map<string, RenderedLesson>();
const lessonsKept = 400;

/** Reads the lessons of a folder in these languages; one that is not written is a fault. */
export async function readLessons(
  directory: string,
  tags: string[],
  lessonIds: string[],
  media: MediumFile[],
  meanings: Map<string, Meanings>,
) {
  const ofMedia = JSON.stringify(media.map((medium) => [medium.path, medium.sha256, medium.bytes]));
  const pictureOf = (path: string) => {
    const medium = media.find((candidate) => candidate.path === path && isPicture(path));
    return medium ? placedPicture(medium) : null;
  };
  const sourceOf = (file: string) =>
    existsSync(join(directory, file)) ? readFileSync(join(directory, file), "utf8") : null;
  const mediumOf = (path: string) => {
    const medium = media.find((candidate) => candidate.path === path);
    return medium
      ? { address: mediaAddress(medium), contentType: medium.contentType, bytes: medium.bytes }
      : null;
  };
  const rendered: FolderLessons = new Map();
  const faults: Fault[] = [];
  for (const tag of tags.filter(isLanguage)) {
    const { t } = i18nFor(tag);
    const baseTag = baseOf(tag);
    // Where the texts cannot be read, that is said, and not that meanings are missing.
    const { meaningOf, source } = meanings.get(tag) ?? { meaningOf: () => "", source: "" };
    const ofLanguage = new Map<string, RenderedLesson>();
    for (const id of lessonIds) {
      const file = `lessons/${id}/${tag}.md`;
      const base = baseTag && tags.includes(baseTag) ? sourceOf(`lessons/${id}/${baseTag}.md`) : null;
      // Without a file of its own, such a lesson is the other one.
      const own = sourceOf(file) ?? (base === null ? null : "");
      if (own !== null) {
        const place = { t, language: tag, pictureOf, mediumOf, meaningOf, base };
        const name = nameOf([own, file, tag, base, source, ofMedia]);
        const lesson = rememberedNow(known, name, () => renderLesson(own, file, place), lessonsKept);
        await giveWay();
        faults.push(...lesson.faults);
        ofLanguage.set(id, lesson);
      } else {
        faults.push({ file, line: 1, key: "faults.lessonNotWritten", values: {} });
      }
    }
    rendered.set(tag, ofLanguage);
  }
  return { rendered, faults };
}

function nameOf(madeOf: (string | null)[]): string {
  return createHash("sha256").update(JSON.stringify(madeOf)).digest("base64url");
}

/** Where lessons show packages. */
export function packageUses(rendered: FolderLessons): PackageUse[] {
  return [...rendered].flatMap(([tag, lessons]) =>
    [...lessons].flatMap(([id, { packages }]) =>
      packages.map((use) => ({ ...use, file: `lessons/${id}/${tag}.md` })),
    ),
  );
}
