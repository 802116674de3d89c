import { createAssignment } from "#app/assessment/assignment.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import type { Language } from "#app/platform/languages.ts";

import { newAssignmentForm } from "./assignment-form.ts";
import { readSources } from "./course-sources.server.ts";
import { headingOf } from "./draft-heading.server.ts";
import { placeAssignment } from "./draft-outline.server.ts";
import { draftFolder, requireDraft } from "./draft.server.ts";

/** What the form of a new assignment needs; sent twice, it makes one. Throws like `requireDraft`. */
export async function newAssignmentPage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  return { ...headingOf(draft, sources, language), languages: [...sources.texts.keys()], id: newId() };
}

/**
 * Takes the form of a new assignment: makes it in the course's bank and gives it a place in the draft. What is wrong in
 * the form, or the assignment's name. Throws like `requireDraft`.
 */
export async function submitNewAssignment(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | { assignment: string }> {
  const draft = await requireDraft(actor, courseSlug);
  const { texts } = await readSources(await draftFolder(draft));
  const { values, errors, typed } = parseFields(fields, newAssignmentForm([...texts.keys()]));
  if (errors) return { errors, typed };
  const { titles, minutes, complete } = values;
  const assignment = await createAssignment(actor, draft.course.slug, values);
  await placeAssignment(actor, draft, { assignment, titles, minutes, complete });
  return { assignment };
}
