import type { Actor } from "#app/identity/actor.ts";
import { latinWordsOf } from "#app/library/course-source.server.ts";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import { clock } from "#app/platform/clock.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { lessonComments } from "./draft-comment.server.ts";
import { formInCyrillic } from "./draft-cyrillic.server.ts";
import { lessonForm } from "./draft-form.ts";
import { lessonPath, lessonView, requireDraftLesson } from "./draft-pages.server.ts";
import { type DraftText, readDraftText, requireDraft, writeDraftText } from "./draft.server.ts";
import type { SavedText } from "./editor/saved-text.ts";
import type { LessonAddress } from "./lesson-address.ts";
import { lessonChoices } from "./lesson-choices.server.ts";

/** What the page of a lesson's editor shows. Throws like `requireDraft`, and NotFoundError for another lesson or language. */
export async function lessonEditorPage(actor: Actor, address: LessonAddress, readerLanguage: Language) {
  const draft = await requireDraft(actor, address.course);
  const view = await lessonView(draft, address.lesson, address.language, readerLanguage);
  const { lesson, language, pages } = view;
  return {
    ...view,
    choices: await lessonChoices(draft, language, readerLanguage),
    latin: await latinWordsOf(draft.course.courseId),
    // What a browser keeps of unfinished work belongs to one person and one draft.
    place: [address.course, draft.createdAt.getTime(), actor.id, lesson.id, language].join("/"),
    ...(await lessonComments(actor, draft, lesson.id, language)),
    ownSector: actor.sector,
    jurisdictions: await jurisdictionBlocks(pages, actor.jurisdiction, language),
  };
}

/** What the draft says of a lesson now, for an editor that comes back; null where it is not written. Throws the same. */
export async function savedLesson(
  actor: Actor,
  address: LessonAddress,
  readerLanguage: Language,
): Promise<DraftText | null> {
  const { draft, path } = await requireLesson(actor, address, readerLanguage);
  return readDraftText(draft, path);
}

/**
 * Writes what the editor saves by itself; what somebody else has written meanwhile is an answer like any other. Throws the
 * same, and a refusal with 422 for a text that is too long.
 */
export async function saveLesson(
  actor: Actor,
  address: LessonAddress,
  fields: Fields,
  readerLanguage: Language,
): Promise<SavedText> {
  const { draft, path } = await requireLesson(actor, address, readerLanguage);
  const { values, errors } = parseFields(fields, lessonForm);
  if (errors) throw new RefusalError(422, "drafts.textTooLong");
  const outcome = await writeDraftText(actor, draft, path, values);
  return "theirs" in outcome ? outcome : { ...outcome, savedAt: clock.now().toISOString() };
}

async function requireLesson(actor: Actor, address: LessonAddress, readerLanguage: Language) {
  const draft = await requireDraft(actor, address.course);
  const { language } = await requireDraftLesson(draft, address.lesson, address.language, readerLanguage);
  return { draft, language, path: lessonPath(address.lesson, language) };
}

/**
 * What came of the form of a lesson's text: what is wrong in it, the words that stayed when it was turned into Cyrillic,
 * or what somebody else has written meanwhile; none of these when it is saved.
 */
export type LessonAnswer = {
  errors: FormErrors | null;
  typed: Record<string, string> | null;
  kept: string[] | null;
  theirs: DraftText | null;
  by: string | null;
};

const saved: LessonAnswer = { errors: null, typed: null, kept: null, theirs: null, by: null };

/** Takes the form of a lesson's text. Throws like `lessonEditorPage`. */
export async function submitLesson(
  actor: Actor,
  address: LessonAddress,
  fields: Fields,
  readerLanguage: Language,
): Promise<LessonAnswer> {
  const { draft, language, path } = await requireLesson(actor, address, readerLanguage);
  if (fields.intent === "cyrillic") {
    const isText = (name: string) => name === "text";
    return { ...saved, ...(await formInCyrillic(actor, address.course, language, { fields, isText })) };
  }
  const { values, errors, typed } = parseFields(fields, lessonForm);
  if (errors) return { ...saved, errors, typed };
  const outcome = await writeDraftText(actor, draft, path, values);
  return "theirs" in outcome ? { ...saved, typed, ...outcome } : saved;
}
