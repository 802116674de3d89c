import { saveInBackground } from "#app/assessment/answering/answer.server.ts";
import type { AnswerReceipt } from "#app/assessment/answering/answer-receipt.ts";
import { answerStanding } from "#app/assessment/answering/answering-part.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { jsonEndpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

function placeOf(params: Record<string, string | undefined>) {
  return {
    courseSlug: requireParam(params, "course"),
    activityId: requireParam(params, "activity"),
    number: Number(params.number),
  };
}

/** How it stands with the answer, for a page that comes back into view. */
export const loader = jsonEndpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return answerStanding(actor, placeOf(params), Number(params.position));
});

/** An answer that the question's page saves in the background. Practice is marked by its own button only. */
export const action = jsonEndpoint(async ({ request, params }): Promise<AnswerReceipt> => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  return saveInBackground(actor, placeOf(params), Number(params.position), fields, languageOf(request));
});
