import { copyQuizIn } from "#app/assessment/copied-quiz.server.ts";
import { requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { questionsOfQuiz } from "#app/assessment/quiz-questions.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { Activity } from "#app/library/course-format.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { sectionsIn } from "#app/library/outline-sections.ts";
import { serializable } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { readSources } from "./course-sources.server.ts";
import { headingOf, stepTitle } from "./draft-heading.server.ts";
import { changeDraft, changeDraftIn, type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import {
  stepBasis,
  titlesOf,
  transcriptsIn,
  withOutlineChanged,
  withoutStep,
  withStep,
} from "./outline-changes.server.ts";
import { canBeTwice, copiedTitles, withStepTwice } from "./outline-copies.server.ts";
import { stepForm } from "./outline-form.ts";
import { hidingFault, withHidden } from "./outline-hiding.ts";
import { movedInto, outdented } from "./outline-order.ts";
import { whyNeeded } from "./outline-rules.ts";
import { sectionTitlesIn } from "./outline-section-edits.server.ts";
import { stepMedia } from "./step-media.server.ts";

/** An activity of a draft with its titles and rules. Throws like `requireDraft`, and NotFoundError. */
export async function stepPage(actor: Actor, courseSlug: string, id: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  const { outline } = sources.course;
  const step = outline.find((activity) => activity.id === id);
  if (!step) throw new NotFoundError();
  const fault = hidingFault(outline, id, !step.hidden);
  return {
    ...headingOf(draft, sources, language),
    step: { ...step, title: stepTitle(sources, id, language) },
    basis: stepBasis(sources, step),
    titles: titlesOf(sources, id),
    transcripts: transcriptsIn(sources, id),
    media: await stepMedia(draft),
    languages: [...sources.texts.keys()],
    /** What it may wait for: of hidden activities only where it is hidden itself, or does so already. */
    others: outline
      .filter((one) => one !== step && (!one.hidden || step.hidden || step.after.includes(one.id)))
      .map((activity) => ({ id: activity.id, title: stepTitle(sources, activity.id, language) })),
    sections: sectionTitlesIn(sources, language),
    canBeTwice: canBeTwice(step),
    /** Why it cannot be removed; null when it can. */
    whyStays: whyNeeded(outline, id),
    /** Why it cannot be hidden, or shown when it is hidden. */
    hidingFault: fault && {
      key: fault.key,
      titles: fault.ids.map((other) => stepTitle(sources, other, language)).join(", "),
    },
  };
}

export type StepPage = Awaited<ReturnType<typeof stepPage>>;

/** What a form of an activity came to. */
export type StepOutcome = { errors: FormErrors; typed: Record<string, string> } | { done: string };

/**
 * Takes a form of an activity: its titles and rules, or by `intent` a copy of it (duplicate), its section (section), that
 * learners see it or not (hide, show), or that it goes (remove). Throws like `requireDraft`.
 */
export async function submitStep(
  actor: Actor,
  courseSlug: string,
  id: string,
  fields: Fields,
): Promise<StepOutcome> {
  const draft = await requireDraft(actor, courseSlug);
  switch (fields.intent) {
    case "duplicate":
      await duplicate(actor, draft, id);
      return { done: "duplicated" };
    case "section":
      await changeSection(actor, draft, id, String(fields.section ?? ""));
      return { done: "saved" };
    case "hide":
    case "show":
      return hide(actor, draft, id, fields.intent === "hide");
    case "remove":
      return remove(actor, draft, id, fields);
  }
  const { texts, course } = await readSources(await draftFolder(draft));
  const step = course.outline.find((activity) => activity.id === id);
  if (!step) return { errors: { form: "outline.stepGone" }, typed: {} };
  const form = stepForm([...texts.keys()], step.kind, await stepMedia(draft));
  const { values, errors, typed } = parseFields(fields, form);
  if (errors) return { errors, typed };
  const refused = await changeDraft(actor, draft, (parts) => withStep(parts, id, values));
  return refused ? { errors: refused, typed } : { done: "saved" };
}

async function remove(actor: Actor, draft: Draft, id: string, { confirm }: Fields): Promise<StepOutcome> {
  if (confirm !== "yes") return { errors: { confirm: "outline.removeUnconfirmed" }, typed: {} };
  const errors = await changeDraft(actor, draft, (parts) => withoutStep(parts, id));
  return errors ? { errors, typed: {} } : { done: "removed" };
}

async function hide(actor: Actor, draft: Draft, id: string, isHidden: boolean): Promise<StepOutcome> {
  const errors = await changeDraft(actor, draft, async (parts) => {
    const { course } = await readSources(parts);
    const fault = hidingFault(course.outline, id, isHidden);
    if (fault) return { errors: { hide: fault.key } };
    return { parts: await withOutlineChanged(parts, (outline) => withHidden(outline, id, isHidden)) };
  });
  return errors ? { errors, typed: {} } : { done: isHidden ? "hidden" : "shown" };
}

/** A section that there is not means none. */
async function changeSection(actor: Actor, draft: Draft, id: string, section: string): Promise<void> {
  const change = (outline: Activity[]) => {
    const current = outline.find((activity) => activity.id === id)?.section;
    if (current === section) return outline;
    if (sectionsIn(outline).includes(section)) return movedInto(outline, id, section, "last");
    return outdented(outline, id);
  };
  await changeDraft(actor, draft, async (parts) => ({ parts: await withOutlineChanged(parts, change) }));
}

/** A quiz is copied with its questions: a question belongs to one quiz of a course's folder. */
async function duplicate(actor: Actor, draft: Draft, id: string): Promise<void> {
  const sources = await readSources(await draftFolder(draft));
  const step = sources.course.outline.find((activity) => activity.id === id);
  const asked = step ? quizOf(step) : null;
  if (asked === null) {
    await changeDraft(actor, draft, async (parts) => ({ parts: await withStepTwice(parts, id, null) }));
    return;
  }
  const { course, quiz } = await requireTaughtQuiz(actor, draft.course.slug, asked);
  const title = headingOf(draft, sources, "en").courseTitle;
  await serializable(async (tx) => {
    const { slug } = await copyQuizIn(tx, actor, {
      toCourse: { courseId: course.courseId, slug: course.slug, title },
      wanted: `${asked}-2`,
      titles: copiedTitles(sources, id),
      settings: quiz.settings,
      questions: quiz.settings.draw ? [] : await questionsOfQuiz(quiz, tx),
      adapt: (question) => question,
    });
    await changeDraftIn(tx, actor, draft, async (parts) => ({ parts: await withStepTwice(parts, id, slug) }));
  });
}
