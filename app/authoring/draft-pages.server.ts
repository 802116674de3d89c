import { parse } from "yaml";
import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { countUnderWay } from "#app/learning/course-move.server.ts";
import { type FolderParts } from "#app/library/folder-part.ts";
import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import type { LessonPage } from "#app/library/lesson-pages.ts";
import { isPicture, mediaAddress, mediumType } from "#app/library/media-file.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { courseStanding } from "#app/library/course-standing.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import {
  baseOf,
  isDerivedLanguage,
  isLanguage,
  type Language,
  languageName,
} from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { draftChanges } from "./draft-changes.server.ts";
import { draftMeanings } from "./draft-meanings.server.ts";
import type { DraftCheck } from "./draft-publication.server.ts";
import { type Draft, draftFolder, findDraft, readDraftText, requireDraft } from "./draft.server.ts";
import { askForLinkCheck } from "./link-check.server.ts";
import { type DraftStep, type ShownFault, shownFaults } from "./shown-faults.server.ts";
import { textOfPart } from "./version-folder.server.ts";

/** What a draft says of its lessons; whatever else is wrong with it is for `checkDraft`. */
const outlined = z.object({
  languages: z.array(z.string()),
  /** Written, but not published yet. */
  drafting: z.array(z.string()).default([]),
  outline: z.array(z.object({ id: z.string(), kind: z.string(), lesson: z.string().optional() })),
});
const titled = z.object({ activities: z.record(z.string(), z.object({ title: z.string() })) });

export type DraftLesson = {
  id: string;
  title: string;
  /** The languages that it can be written in. */
  languages: { tag: Language; name: string; isWritten: boolean }[];
};

/** The next version of a course, where one is being written. Throws like `requireTeaching`. */
export async function draftPage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await findDraft(actor, courseSlug);
  const course = draft?.course ?? (await requireTeaching(actor, courseSlug));
  const [{ text }, versions] = await Promise.all([
    getCourseText(course.versionId, language),
    db.courseVersion.findMany({ where: { courseId: course.courseId }, select: { id: true } }),
  ]);
  const lessons = draft ? await lessonsOf(draft, language) : [];
  return {
    slug: course.slug,
    label: course.label,
    number: course.number,
    title: text.course.title,
    publication: newId(),
    underWay: await countUnderWay(versions.map(({ id }) => id)),
    isOffered: (await courseStanding(course.courseId)) === "offered",
    draft: draft && {
      createdAt: draft.createdAt,
      plan: await planOf(draft),
      lessons,
      changes: await draftChanges(draft, lessons, language),
    },
  };
}

/** When a draft is, or was, to be published; null where nobody has planned it. */
async function planOf({ course }: Draft) {
  const plan = await db.plannedPublication.findUnique({
    where: { courseId: course.courseId },
    include: { plannedBy: { select: { name: true } } },
  });
  if (!plan) return null;
  const { publishAt, learners, moveAt, plannedBy, refusedAt } = plan;
  return { publishAt, learners, moveAt, by: plannedBy?.name ?? null, isRefused: refusedAt !== null };
}

/** The lessons of a draft in the order of its outline, with their titles in the reader's language. */
export async function lessonsOf(draft: Draft, language: Language): Promise<DraftLesson[]> {
  const parts = await draftFolder(draft);
  const { languages } = await outlineOf(parts);
  return (await stepsOf(parts, language)).flatMap(({ lesson, title }) =>
    lesson
      ? [
          {
            id: lesson,
            title,
            languages: languages.map((tag) => ({
              tag,
              name: languageName(tag),
              isWritten: parts.has(`lessons/${lesson}/${tag}.md`),
            })),
          },
        ]
      : [],
  );
}

async function stepsOf(parts: FolderParts, language: Language): Promise<DraftStep[]> {
  const { outline } = await outlineOf(parts);
  const titles = await titlesOf(parts, language);
  return outline.map(({ id, lesson }) => ({ id, lesson, title: titles[id]?.title ?? id }));
}

async function outlineOf(parts: FolderParts) {
  const source = (await textOfPart(parts, "course.yaml")) ?? "";
  const { outline, languages, drafting } = outlined.parse(parse(source));
  const known = (tag: string): tag is Language => isLanguage(tag) && !isDerivedLanguage(tag);
  return { outline, languages: [...new Set([...languages, ...drafting].filter(known))] };
}

/** The languages that a draft can be written in: its own, and those that are being translated. */
export async function writableLanguages(draft: Draft): Promise<Language[]> {
  return (await outlineOf(await draftFolder(draft))).languages;
}

async function titlesOf(parts: FolderParts, language: Language) {
  const read = async (tag: string) => {
    const source = await textOfPart(parts, `text/${tag}.yaml`);
    return titled.safeParse(source && parse(source)).data?.activities ?? {};
  };
  return { ...(await read("en")), ...(await read(language)) };
}

type LessonView = {
  slug: string;
  courseTitle: string;
  lesson: DraftLesson;
  language: Language;
  text: string;
  /** Names what the draft says; null where the lesson is not written in this language yet. */
  basis: string | null;
  /** As learners will see it, and what is wrong with it. */
  pages: LessonPage[];
  faults: ShownFault[];
};

/** A lesson of a draft in one language. Throws NotFoundError for another lesson or language. */
export async function lessonView(
  draft: Draft,
  lessonId: string,
  tag: string,
  readerLanguage: Language,
): Promise<LessonView> {
  const { lesson, language } = await requireDraftLesson(draft, lessonId, tag, readerLanguage);
  const path = lessonPath(lessonId, language);
  const written = await readDraftText(draft, path);
  const { text } = await getCourseText(draft.course.versionId, readerLanguage);
  const source = written?.text ?? "";
  const { pages, faults } = await rendered(draft, lessonId, language, source);
  const parts: FolderParts = new Map([[path, { path, text: source }]]);
  return {
    slug: draft.course.slug,
    courseTitle: text.course.title,
    lesson,
    language,
    text: source,
    basis: written?.basis ?? null,
    pages,
    faults: await shownFaults(i18nFor(readerLanguage), faults, {
      slug: draft.course.slug,
      parts,
      lessons: [lesson],
      steps: [],
    }),
  };
}

/** `waitingLinks`: links to other pages that are being tried in the background. */
export type ShownCheck = { faults: ShownFault[]; warnings: ShownFault[]; waitingLinks: number };

/** What a check of a draft has found, as its trainers read it; its untried links are tried. Throws like `requireDraft`. */
export async function shownCheck(
  actor: Actor,
  courseSlug: string,
  { faults, warnings, untriedLinks }: DraftCheck,
  language: Language,
): Promise<ShownCheck> {
  const draft = await requireDraft(actor, courseSlug);
  const [i18n, parts] = [i18nFor(language), await draftFolder(draft)];
  const content = {
    slug: draft.course.slug,
    parts,
    lessons: await lessonsOf(draft, language),
    steps: await stepsOf(parts, language),
  };
  if (untriedLinks > 0) await askForLinkCheck(draft.course.courseId);
  return {
    faults: await shownFaults(i18n, faults, content),
    warnings: await shownFaults(i18n, warnings, content),
    waitingLinks: untriedLinks,
  };
}

/** A lesson of a draft and the language of this tag. Throws NotFoundError when the draft has no such lesson. */
export async function requireDraftLesson(
  draft: Draft,
  lessonId: string,
  tag: string,
  readerLanguage: Language,
): Promise<{ lesson: DraftLesson; language: Language }> {
  const lesson = (await lessonsOf(draft, readerLanguage)).find(({ id }) => id === lessonId);
  const language = lesson?.languages.find((one) => one.tag === tag)?.tag;
  if (!lesson || !language) throw new NotFoundError();
  return { lesson, language };
}

export function lessonPath(lesson: string, language: string): string {
  return `lessons/${lesson}/${language}.md`;
}

async function rendered(draft: Draft, lesson: string, language: Language, source: string) {
  const media = await db.draftFile.findMany({
    where: { courseId: draft.course.courseId, path: { startsWith: "media/" } },
    select: { path: true, sha256: true, bytes: true },
  });
  const { meaningOf } = await draftMeanings(draft, language);
  const base = baseOf(language);
  const baseText = base && (await readDraftText(draft, lessonPath(lesson, base)));
  const { pages, faults } = renderLesson(source, lessonPath(lesson, language), {
    t: i18nFor(language).t,
    language,
    mediumOf: (path) => {
      const medium = media.find((candidate) => candidate.path === path);
      return medium
        ? { address: mediaAddress(medium), contentType: mediumType(path), bytes: medium.bytes }
        : null;
    },
    base: baseText?.text ?? null,
    meaningOf,
    pictureOf: (path) => {
      const medium = media.find((candidate) => candidate.path === path && isPicture(path));
      return medium ? { address: mediaAddress(medium), size: null } : null;
    },
  });
  return { pages, faults };
}
