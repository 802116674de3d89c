import type { Actor } from "#app/identity/actor.ts";
import type { Activity } from "#app/library/course-format.ts";
import { type Fields, parseFields } from "#app/platform/form-fields.ts";

import { changeDraft, type Draft } from "./draft.server.ts";
import { withOutlineChanged } from "./outline-changes.server.ts";
import { intoSectionForm, moveForm, type OutlineOutcome, sectionMoveForm } from "./outline-form.ts";
import {
  indented,
  movedByLine,
  movedInto,
  movedTo,
  outdented,
  sectionMoved,
  sectionMovedTo,
} from "./outline-order.ts";

const damaged: OutlineOutcome = { errors: { form: "authoring.formDamaged" }, typed: {} };

/** Takes the form that gives an activity of the outline another place. */
export async function moveActivity(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values } = parseFields(fields, moveForm);
  if (!values) return damaged;
  const { activity, place } = values;
  await change(actor, draft, (outline) => {
    if (place === "in") return indented(outline, activity);
    if (place === "out") return outdented(outline, activity);
    return typeof place === "number"
      ? movedTo(outline, activity, place)
      : movedByLine(outline, activity, place);
  });
  return { done: typeof place === "number" ? "moved" : place, activity };
}

/** The same for a whole section. */
export async function moveSection(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values } = parseFields(fields, sectionMoveForm);
  if (!values) return damaged;
  const { section, place } = values;
  await change(actor, draft, (outline) =>
    typeof place === "number"
      ? sectionMovedTo(outline, section, place)
      : sectionMoved(outline, section, place),
  );
  return { done: typeof place === "number" ? "moved" : place, section };
}

/** Takes the form that puts an activity into a section. */
export async function moveIntoSection(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values } = parseFields(fields, intoSectionForm);
  if (!values) return damaged;
  const { activity, section, end } = values;
  await change(actor, draft, (outline) => movedInto(outline, activity, section, end));
  return { done: "moved", activity };
}

function change(actor: Actor, draft: Draft, order: (outline: Activity[]) => Activity[]) {
  return changeDraft(actor, draft, async (parts) => ({ parts: await withOutlineChanged(parts, order) }));
}
