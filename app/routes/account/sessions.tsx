import { redirect } from "@remix-run/node";

import { endAllSessions, endSession, requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";

/** Sign out everywhere. */
export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  await endAllSessions(actor.id);
  return redirect("/sign-in", { headers: { "Set-Cookie": await endSession(request) } });
});

export const loader = endpoint(async () => redirect("/account"));
