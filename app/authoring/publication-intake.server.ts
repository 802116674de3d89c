import type { Actor } from "#app/identity/actor.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { ConflictError } from "#app/platform/errors.ts";

import { draftPublicationForm, publicationPlanForm } from "./draft-form.ts";
import { checkDraft, type DraftCheck, publishDraft } from "./draft-publication.server.ts";
import { requireDraft } from "./draft.server.ts";
import { planPublication } from "./planned-publication.server.ts";

/** What came of the form that publishes a draft: what is wrong in it, or what its check has found. */
type PublicationAnswer = {
  errors: FormErrors | null;
  check: DraftCheck | null;
  typed: Record<string, string>;
};

/** Takes the form of `publishDraft`, of `planPublication` ("plan") or of a check alone ("check"). Throws the same. */
export async function submitPublication(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<PublicationAnswer> {
  await requireDraft(actor, courseSlug);
  const isPlan = fields.intent === "plan";
  if (fields.intent === "check") {
    const { typed } = parseFields(fields, draftPublicationForm);
    return { errors: null, check: await checkDraft(actor, courseSlug), typed };
  }
  const { values, errors, typed } = isPlan
    ? parseFields(fields, publicationPlanForm)
    : parseFields(fields, draftPublicationForm);
  if (errors?.publication) throw new ConflictError("authoring.formDamaged");
  // The key "Enter" in the field of the time would publish at once.
  const meansPlan = !isPlan && typed.publishAt ? { publishAt: "publishing.timeGiven" as const } : null;
  if (errors ?? meansPlan) return { errors: errors ?? meansPlan, check: null, typed };
  const { publishAt, ...form } = { publishAt: null, ...values };
  const check = publishAt
    ? await planPublication(actor, courseSlug, { ...form, publishAt })
    : await publishDraft(actor, courseSlug, form);
  return { errors: null, check, typed };
}
