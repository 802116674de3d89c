import { redirect } from "@remix-run/node";

import { endpoint } from "#app/platform/http.server.ts";

export const loader = endpoint(async () => redirect("/sign-in"));
