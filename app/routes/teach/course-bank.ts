import { redirect } from "@remix-run/node";

import { bankOfCourse } from "#app/assessment/bank-directory.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";

/** The bank of a course, from its pages. */
export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { courseId } = await requireTeaching(actor, requireParam(params, "course"));
  return redirect(`/teach/banks/${await bankOfCourse(actor, courseId)}`);
});
