import type { Actor } from "#app/identity/actor.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { readSources } from "./course-sources.server.ts";
import { headingOf, stepTitle } from "./draft-outline.server.ts";
import { changeDraft, draftFolder, requireDraft } from "./draft.server.ts";
import { withLessonTwice } from "./outline-additions.server.ts";
import { stepBasis, titlesOf, transcriptsIn, withoutStep, withStep } from "./outline-changes.server.ts";
import { stepForm } from "./outline-form.ts";
import { stepMedia } from "./step-media.server.ts";

/** An activity of a draft with its titles and rules. Throws like `requireDraft`, and NotFoundError. */
export async function stepPage(actor: Actor, courseSlug: string, id: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  const { outline } = sources.course;
  const step = outline.find((activity) => activity.id === id);
  if (!step) throw new NotFoundError();
  return {
    ...headingOf(draft, sources, language),
    step: { ...step, title: stepTitle(sources, id, language) },
    basis: stepBasis(sources, step),
    titles: titlesOf(sources, id),
    transcripts: transcriptsIn(sources, id),
    media: await stepMedia(draft),
    languages: [...sources.texts.keys()],
    others: outline
      .filter((activity) => activity !== step)
      .map((activity) => ({ id: activity.id, title: stepTitle(sources, activity.id, language) })),
  };
}

export type StepPage = Awaited<ReturnType<typeof stepPage>>;

/** What a form of an activity came to. */
export type StepOutcome =
  { errors: FormErrors; typed: Record<string, string> } | { done: "saved" | "duplicated" | "removed" };

/**
 * Takes a form of an activity: its titles and rules, a copy of a lesson (`intent` duplicate), or that it goes (`intent`
 * remove). Throws like `requireDraft`.
 */
export async function submitStep(
  actor: Actor,
  courseSlug: string,
  id: string,
  fields: Fields,
): Promise<StepOutcome> {
  const draft = await requireDraft(actor, courseSlug);
  if (fields.intent === "duplicate") {
    const edit = async (parts: FolderParts) => ({ parts: await withLessonTwice(parts, id) });
    await changeDraft(actor, draft, edit);
    return { done: "duplicated" };
  }
  if (fields.intent === "remove") {
    if (fields.confirm !== "yes") return { errors: { confirm: "outline.removeUnconfirmed" }, typed: {} };
    const errors = await changeDraft(actor, draft, (parts) => withoutStep(parts, id));
    return errors ? { errors, typed: {} } : { done: "removed" };
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
