import { redirect } from "@remix-run/node";

import { endSession } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";

export const action = endpoint(async ({ request }) =>
  redirect("/", { headers: { "Set-Cookie": await endSession(request) } }),
);

export const loader = endpoint(async () => redirect("/"));
