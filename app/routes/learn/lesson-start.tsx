import { redirect } from "@remix-run/node";

import { requireActor } from "#app/identity/session.server.ts";
import { pageToResume } from "#app/learning/lesson-reading.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";

/** Leads to the page where the learner stopped. */
export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const activity = requireParam(params, "activity");
  return redirect(`/learn/${course}/lessons/${activity}/${await pageToResume(actor, course, activity)}`);
});
