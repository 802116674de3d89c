import { requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { clock } from "#app/platform/clock.ts";
import { type Fields, parseFields } from "#app/platform/form-fields.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { readSources } from "./course-sources.server.ts";
import { changeDraft, type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import { stepMedia } from "./step-media.server.ts";
import {
  type NewMaterial,
  withAssignmentPlaced,
  withNewLesson,
  withNewMaterial,
  withNewSession,
  withPackageAdded,
  withQuizPlaced,
  withStandardSurvey,
} from "./outline-additions.server.ts";
import { headingOf, stepTitle } from "./draft-heading.server.ts";
import { newLessonForm, newLinkForm, type OutlineOutcome } from "./outline-form.ts";
import { moveActivity, moveIntoSection, moveSection } from "./outline-moves.server.ts";
import { sectionTitlesIn } from "./outline-section-edits.server.ts";
import { originalStates } from "./transfer/original-changes.server.ts";
import { untakableReason } from "./quiz-placement.server.ts";
import { readyPackage, readyPackages } from "./ready-packages.server.ts";

/** The outline of a draft, and what can be added to it. Throws like `requireDraft`. */
export async function outlinePage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await draftFolder(draft);
  const sources = await readSources(parts);
  const { outline } = sources.course;
  const placed = outline.flatMap((activity) => quizOf(activity) ?? []);
  const { quizzes } = await quizListPage(actor, courseSlug, language);
  const copies = outline.flatMap((activity) =>
    activity.kind === "lesson" && activity.from ? [{ id: activity.id, origin: activity.from }] : [],
  );
  const originals = await originalStates(actor, copies, [...sources.texts.keys()]);
  return {
    ...headingOf(draft, sources, language),
    languages: [...sources.texts.keys()],
    steps: outline.map((activity) => ({
      ...activity,
      title: stepTitle(sources, activity.id, language),
      /** Of a lesson that is a copy: what has become of its original. */
      original: originals.get(activity.id) ?? null,
      /** The languages that a lesson is written in. */
      written:
        activity.kind === "lesson"
          ? [...sources.texts.keys()].filter((tag) => parts.has(`lessons/${activity.lesson}/${tag}.md`))
          : [],
    })),
    sectionTitles: sectionTitlesIn(sources, language),
    quizzes: quizzes.filter(({ slug, mode }) => !placed.includes(slug) && mode !== "check"),
    packages: await readyPackages(actor),
    media: await stepMedia(draft),
    now: clock.now(),
    hasSurvey: outline.some(({ kind }) => kind === "survey"),
  };
}

export type OutlinePage = Awaited<ReturnType<typeof outlinePage>>;

/**
 * Takes a form of the outline: something new for it (`intent` lesson, quiz, package, survey, session, video, file, link), or another place
 * for an activity (also `intent` into, into a section) or a section (`intent` section). Throws like `requireDraft`, and
 * NotFoundError for a quiz or package that is not there for the actor.
 */
export async function submitOutline(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<OutlineOutcome> {
  const draft = await requireDraft(actor, courseSlug);
  switch (fields.intent) {
    case "lesson":
      return addLesson(actor, draft, fields);
    case "quiz":
      return addQuiz(actor, draft, String(fields.quiz ?? ""));
    case "package":
      return addPackage(actor, draft, String(fields.package ?? ""));
    case "survey":
      await changeDraft(actor, draft, async (parts) => ({ parts: await withStandardSurvey(parts) }));
      return { done: "survey" };
    case "session":
      await changeDraft(actor, draft, async (parts) => ({ parts: await withNewSession(parts) }));
      return { done: "session" };
    case "section":
      return moveSection(actor, draft, fields);
    case "into":
      return moveIntoSection(actor, draft, fields);
    case "video":
    case "file":
      return addMedium(actor, draft, fields.intent, String(fields[fields.intent] ?? ""));
    case "link":
      return addLink(actor, draft, fields);
    default:
      return moveActivity(actor, draft, fields);
  }
}

async function addLesson(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { texts } = await readSources(await draftFolder(draft));
  const { values, errors, typed } = parseFields(fields, newLessonForm([...texts.keys()]));
  if (errors) return { errors, typed };
  await changeDraft(actor, draft, async (parts) => ({ parts: await withNewLesson(parts, values) }));
  return { done: "lesson" };
}

async function addQuiz(actor: Actor, draft: Draft, slug: string): Promise<OutlineOutcome> {
  if (slug === "") return { errors: { quiz: "outline.quizMissing" }, typed: {} };
  const { course, row, quiz } = await requireTaughtQuiz(actor, draft.course.slug, slug);
  const reason = await untakableReason(quiz);
  if (reason) return { errors: { quiz: reason }, typed: { quiz: slug } };
  const { quizzes } = await quizListPage(actor, course.slug, defaultLanguage);
  const known = quizzes.find((one) => one.slug === slug)?.title ?? slug;
  const titles = { [defaultLanguage]: known, ...(row.titles as Record<string, string> | null) };
  if (quiz.settings.mode === "assignment") {
    const complete = quiz.settings.passMark > 0 ? "passed" : "submitted";
    await placeAssignment(actor, draft, { assignment: slug, titles, minutes: 30, complete });
    return { done: "assignment" };
  }
  await changeDraft(actor, draft, async (parts) => {
    const { outline } = (await readSources(parts)).course;
    const isPlaced = outline.some((activity) => quizOf(activity) === slug);
    return { parts: isPlaced ? parts : await withQuizPlaced(parts, { quiz: slug, titles }) };
  });
  return { done: "quiz" };
}

/** Puts an assignment into the outline of a draft; one that is there stays where it is. */
export async function placeAssignment(
  actor: Actor,
  draft: Draft,
  placed: Parameters<typeof withAssignmentPlaced>[1],
): Promise<void> {
  await changeDraft(actor, draft, async (parts) => {
    const { outline } = (await readSources(parts)).course;
    const isPlaced = outline.some((activity) => quizOf(activity) === placed.assignment);
    return { parts: isPlaced ? parts : await withAssignmentPlaced(parts, placed) };
  });
}

async function addPackage(actor: Actor, draft: Draft, given: string): Promise<OutlineOutcome> {
  if (given === "") return { errors: { package: "outline.packageMissing" }, typed: {} };
  const added = await readyPackage(actor, given);
  await changeDraft(actor, draft, async (parts) => ({ parts: await withPackageAdded(parts, added) }));
  return { done: "package" };
}

async function addMedium(
  actor: Actor,
  draft: Draft,
  kind: "video" | "file",
  path: string,
): Promise<OutlineOutcome> {
  const { videos, files } = await stepMedia(draft);
  if (!(kind === "video" ? videos : files).includes(path)) {
    return {
      errors: { [kind]: kind === "video" ? "outline.videoMissing" : "outline.fileMissing" },
      typed: {},
    };
  }
  return addMaterial(actor, draft, kind === "video" ? { kind, video: path } : { kind, file: path });
}

async function addLink(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values, errors, typed } = parseFields(fields, newLinkForm);
  if (errors) return { errors, typed };
  return addMaterial(actor, draft, { kind: "link", address: values.address });
}

async function addMaterial(actor: Actor, draft: Draft, material: NewMaterial): Promise<OutlineOutcome> {
  let begun = "";
  await changeDraft(actor, draft, async (parts) => {
    const added = await withNewMaterial(parts, material);
    begun = added.id;
    return { parts: added.parts };
  });
  return { begun };
}
