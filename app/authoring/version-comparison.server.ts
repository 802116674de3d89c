import { createHash } from "node:crypto";

import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { type FolderPart, type FolderParts, isTextFile } from "#app/library/folder-part.ts";
import {
  getCourseText,
  getNumberedVersion,
  type PublishedCourse,
} from "#app/library/published-course.server.ts";
import { isLanguage, type Language, languageName } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { draftFolder, requireDraft } from "./draft.server.ts";
import { compareQuestions, lastMomentOf } from "./question-comparison.server.ts";
import { lessonAt } from "./lesson-at.ts";
import { type ComparedRow, compareTexts } from "./text-comparison.ts";
import { textOfPart, versionFolder } from "./version-folder.server.ts";

/** What the files of a course hold, in the order in which they are shown. */
const groups = ["lessons", "texts", "outline", "surveys", "quizzes", "packages", "media", "other"] as const;

export type FileGroup = (typeof groups)[number];

export type ComparedFile = {
  path: string;
  /** What people call it. */
  name: string;
  change: "added" | "removed" | "changed";
  /** The language of its text; null where it is of none. */
  language: Language | null;
  /** Null for files that hold no text. */
  rows: ComparedRow[] | null;
};

/**
 * What differs between two versions of a course by number, or between one and its draft (`to` "draft"), by what its
 * files hold. Throws like `requireTeaching`, and NotFoundError for another version.
 */
export async function compareVersions(
  actor: Actor,
  courseSlug: string,
  { from, to }: { from: string; to: string },
  language: Language,
) {
  const course = await requireTeaching(actor, courseSlug);
  const earlier = await getNumberedVersion(course.courseId, from);
  const later = to === "draft" ? null : await getNumberedVersion(course.courseId, to);
  const before = await versionFolder(earlier);
  const after = later ? await versionFolder(later) : await draftFolder(await requireDraft(actor, courseSlug));
  const { text } = await getCourseText(course.versionId, language);
  const files = await changedFiles(before, after, nameIn(course, text.activities, language));
  const questions = await compareQuestions(
    {
      courseVersionId: earlier.versionId,
      until: await lastMomentOf(course.courseId, earlier.number),
    },
    {
      courseVersionId: (later ?? course).versionId,
      until: await lastMomentOf(course.courseId, (later ?? course).number),
    },
  );
  return {
    slug: course.slug,
    title: text.course.title,
    questions,
    from: earlier.label,
    /** Null for the draft. */
    to: later?.label ?? null,
    groups: groups
      .map((group) => ({ group, files: files.filter(({ path }) => groupOf(path) === group) }))
      .filter((one) => one.files.length > 0),
  };
}

async function changedFiles(
  before: FolderParts,
  after: FolderParts,
  nameOf: (path: string) => Pick<ComparedFile, "name" | "language">,
): Promise<ComparedFile[]> {
  const files: ComparedFile[] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old && now && sumOf(old) === sumOf(now)) continue;
    const isText = isTextFile(path) && groupOf(path) !== "packages";
    files.push({
      path,
      ...nameOf(path),
      change: !old ? "added" : !now ? "removed" : "changed",
      rows: isText
        ? compareTexts((await textOfPart(before, path)) ?? "", (await textOfPart(after, path)) ?? "")
        : null,
    });
  }
  return files;
}

function sumOf(part: FolderPart): string {
  return "text" in part ? createHash("sha256").update(part.text).digest("hex") : part.sha256;
}

function groupOf(path: string): FileGroup {
  if (path === "course.yaml") return "outline";
  const [folder] = path.split("/");
  if (folder === "text") return "texts";
  if (folder === "activities") return "packages";
  return groups.find((group) => group === folder) ?? "other";
}

function nameIn(
  { structure }: PublishedCourse,
  titles: Record<string, { title: string }>,
  language: Language,
): (path: string) => Pick<ComparedFile, "name" | "language"> {
  const { t } = i18nFor(language);
  return (path) => {
    const lesson = lessonAt(path);
    const [, tag = lesson?.language] = /^text\/(.+)\.yaml$/.exec(path) ?? [];
    if (tag === undefined || !isLanguage(tag)) return { name: path, language: null };
    if (!lesson) return { name: languageName(tag), language: tag };
    const activity = structure.course.outline.find(
      (one) => one.kind === "lesson" && one.lesson === lesson.lesson,
    );
    const title = (activity && titles[activity.id]?.title) ?? lesson.lesson;
    return {
      name: t("reviews.placeWholeLesson", { lesson: title, language: languageName(tag) }),
      language: tag,
    };
  };
}
