import { requireActor } from "#app/identity/session.server.ts";
import { sessionFile } from "#app/live-sessions/learner-session.server.ts";
import { calendarResponse, endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const key = { activityId: requireParam(params, "activity"), dateId: requireParam(params, "date") };
  return calendarResponse(await sessionFile(actor, requireParam(params, "course"), key, languageOf(request)));
});
