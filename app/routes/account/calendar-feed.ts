import { calendarFeed } from "#app/live-sessions/calendar-feed.server.ts";
import { calendarResponse, endpoint, requireParam } from "#app/platform/http.server.ts";

/** Asked by calendar programs, which have no cookie: the address itself is the secret. */
export const loader = endpoint(async ({ params }) =>
  calendarResponse(await calendarFeed(requireParam(params, "token"))),
);
