import type { Actor } from "#app/identity/actor.ts";
import { isDocumentType } from "#app/library/document-kind.ts";
import { isCaptions, mediaAddress, mediumType } from "#app/library/media-file.server.ts";
import { type Medium, mediumOf } from "#app/library/media-kind.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { type Language, languageName } from "#app/platform/languages.ts";
import { hasFfmpeg } from "#app/platform/ffmpeg.server.ts";
import type { SentForm } from "#app/platform/sent-form.server.ts";

import { readSources } from "./course-sources.server.ts";
import { stepTitle } from "./draft-heading.server.ts";
import {
  addDraftMedium,
  listDraftMedia,
  removeDraftMedium,
  renameDraftMedium,
  usesInDraft,
} from "./draft-media.server.ts";
import { captionsOfFilm } from "./caption-files.ts";
import { type DraftLesson, lessonsOf, writableLanguages } from "./draft-pages.server.ts";
import { type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import { describePicture, pictureName, pictureTexts } from "./draft-pictures.server.ts";
import { beginConversion, forgetConversion, isToConvert, listConversions } from "./film-conversion.server.ts";
import { bytesOnTheirWay, mediaQuota } from "./media-room.server.ts";
import type { MediumUse } from "./media-uses.server.ts";
import type { MediumRefusal, SentMedium } from "./medium-intake.server.ts";
import { removeUpload } from "./upload-files.server.ts";
import { findArrived } from "./upload.server.ts";

/** Where a medium is used, as a person reads it: in which languages of a lesson, and in which of them it is not described. */
export type UseInWords =
  | { kind: "lesson"; lesson: string; title: string; languages: string[]; lacking: string[] }
  | { kind: "step"; title: string }
  | { kind: "question"; question: string };

export type MediumRow = {
  path: string;
  kind: Medium | "text" | "document";
  address: string;
  bytes: number;
  uses: UseInWords[];
  /** Of a film, in each language of the course; of captions, themselves. */
  captions: CaptionsLink[];
  /** Of a picture: its alternative text in each language of the course. */
  alternatives: Alternative[];
};

export type Alternative = { language: Language; text: string };

/** Leads to where captions are written. */
export type CaptionsLink = { name: string; language: string | null; isWritten: boolean };

/** The media of a course's next version. Throws like `requireDraft`. */
export async function draftMediaPage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const media = await listDraftMedia(draft);
  const sources = await readSources(await draftFolder(draft));
  const paths = new Set(media.map(({ path }) => path));
  const [{ text }, lessons, uses, languages] = await Promise.all([
    getCourseText(draft.course.versionId, language),
    lessonsOf(draft, language),
    usesInDraft(
      draft,
      media.map(({ path }) => path),
    ),
    writableLanguages(draft),
  ]);
  const described = await Promise.all(
    languages.map(async (one) => [one, await pictureTexts(draft, one)] as const),
  );
  return {
    slug: draft.course.slug,
    courseTitle: text.course.title,
    used: media.reduce((sum, { bytes }) => sum + bytes, 0),
    onTheirWay: await bytesOnTheirWay(draft.course.slug),
    quota: mediaQuota(),
    isConverting: hasFfmpeg(),
    conversions: await listConversions(draft),
    files: media.map(({ path, sha256, bytes }): MediumRow => ({
      path,
      kind: kindOf(path),
      address: mediaAddress({ sha256 }),
      bytes,
      uses: inWords(uses.get(path) ?? [], lessons, (id) => stepTitle(sources, id, language)),
      captions: captionsLinks(path, languages, paths),
      alternatives: alternativesOf(path, described),
    })),
  };
}

function alternativesOf(
  path: string,
  described: (readonly [Language, Record<string, string>])[],
): Alternative[] {
  const name = pictureName(path);
  return name === null ? [] : described.map(([language, texts]) => ({ language, text: texts[name] ?? "" }));
}

function kindOf(path: string): MediumRow["kind"] {
  if (isCaptions(path)) return "text";
  return isDocumentType(mediumType(path)) ? "document" : mediumOf(mediumType(path));
}

function captionsLinks(path: string, languages: Language[], paths: ReadonlySet<string>): CaptionsLink[] {
  if (isCaptions(path)) return [{ name: path.replace(/^media\//, ""), language: null, isWritten: true }];
  if (mediumOf(mediumType(path)) !== "video") return [];
  return languages.flatMap((language) => {
    const name = captionsOfFilm(path, language);
    return name ? [{ name, language: languageName(language), isWritten: paths.has(`media/${name}`) }] : [];
  });
}

function inWords(
  uses: MediumUse[],
  lessons: DraftLesson[],
  titleOf: (activity: string) => string,
): UseInWords[] {
  const inLessons = new Map<string, UseInWords & { kind: "lesson" }>();
  const others: UseInWords[] = [];
  for (const use of uses) {
    if (use.kind === "step") {
      others.push({ kind: "step", title: titleOf(use.activity) });
      continue;
    }
    if (use.kind === "question") {
      others.push(use);
      continue;
    }
    const { lesson, language, lacksAlternative } = use;
    const title = lessons.find(({ id }) => id === lesson)?.title ?? lesson;
    const words = inLessons.get(lesson) ?? { kind: "lesson", lesson, title, languages: [], lacking: [] };
    words.languages.push(languageName(language));
    if (lacksAlternative) words.lacking.push(languageName(language));
    inLessons.set(lesson, words);
  }
  return [...inLessons.values(), ...others];
}

/** What came of a form of the media page; `path` is the file that it was about. */
export type MediaAnswer =
  | { done: "added" | "renamed" | "removed" | "described" | "converting"; path: string }
  | ({ done: null; path: string | null } & MediumRefusal);

/** Takes a form of the media page: a file to add, a name to give, a file to remove. Throws like `requireDraft`. */
export async function submitMedia(actor: Actor, courseSlug: string, form: SentForm): Promise<MediaAnswer> {
  const draft = await requireDraft(actor, courseSlug);
  const { intent, path = "", name = "", upload = "" } = form.fields;
  if (intent === "rename")
    return answerOf("renamed", path, await renameDraftMedium(actor, draft, path, name));
  if (intent === "remove") {
    const { isRemoved } = await removeDraftMedium(actor, draft, path);
    return isRemoved ? { done: "removed", path } : { done: null, path, refusal: "media.stillUsed" };
  }
  if (intent === "describe") {
    await describePicture(actor, draft, path, form.fields);
    return { done: "described", path };
  }
  if (intent === "forget") {
    await forgetConversion(draft, path);
    return { done: "removed", path: name };
  }
  if (upload) return takeArrived(actor, draft, upload);
  const file = form.files.get("file");
  if (!file) return { done: null, path: null, refusal: "media.noFile" };
  if (file.isTooLarge) return { done: null, path: null, refusal: "media.filmTooLarge" };
  return take(actor, draft, file);
}

/**
 * A film that browsers do not play is converted first, where this installation can. `uploadId` is that of what was sent
 * in pieces.
 */
async function take(actor: Actor, draft: Draft, file: SentMedium, uploadId?: string): Promise<MediaAnswer> {
  if (!(await isToConvert(file)))
    return answerOf("added", null, await addDraftMedium(actor, draft, file, uploadId));
  const refused = await beginConversion(actor, draft, file, uploadId);
  return refused ? { done: null, path: null, ...refused } : { done: "converting", path: file.name };
}

/** What was sent in pieces and has arrived. */
async function takeArrived(actor: Actor, draft: Draft, uploadId: string): Promise<MediaAnswer> {
  const file = await findArrived(actor, draft.course.slug, uploadId);
  if (!file) return { done: null, path: null, refusal: "media.lost" };
  const answer = await take(actor, draft, file, uploadId);
  await removeUpload(uploadId);
  return answer;
}

function answerOf(
  done: "added" | "renamed",
  path: string | null,
  outcome: { path: string } | MediumRefusal,
): MediaAnswer {
  if ("path" in outcome) return { done, path: outcome.path };
  return { done: null, path, ...outcome };
}
