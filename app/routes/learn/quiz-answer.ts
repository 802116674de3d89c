import { readAnswer } from "#app/assessment/attempt-pages.server.ts";
import { saveResponse } from "#app/assessment/attempt.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf, jsonEndpoint, requireParam } from "#app/platform/http.server.ts";

/** An answer that the question's page saves in the background. Practice is marked by its own button only. */
export const action = jsonEndpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const [number, position] = [Number(params.number), Number(params.position)];
  const fields = fieldsOf(await request.formData());
  const { response, errors, order, isPractice } = await readAnswer(
    actor,
    course,
    activity,
    number,
    position,
    fields,
  );
  // What is half-answered while she is still at it is not wrong, only not finished.
  if (errors || isPractice) return { isSaved: false };
  await saveResponse(actor, course, activity, number, position, response, order);
  return { isSaved: true };
});
