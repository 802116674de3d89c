import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, jsonFile } from "#app/platform/http.server.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";

export const loader = endpoint(async ({ request }) =>
  jsonFile("my-data", await personalData(await requireActor(request))),
);
