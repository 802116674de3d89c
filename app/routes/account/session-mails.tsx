import { redirect } from "@remix-run/node";

import { chooseSessionMails } from "#app/identity/account.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint } from "#app/platform/http.server.ts";

/** Switches the mails about dates of live sessions on and off. */
export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  await chooseSessionMails(actor, fieldsOf(await request.formData()).wanted === "yes");
  return redirect("/account?saved=messages#messages");
});

export const loader = endpoint(async () => redirect("/account"));
