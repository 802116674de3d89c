import { redirect } from "@remix-run/node";
import { z } from "zod";

import { setLanguage } from "#app/identity/account.server.ts";
import { findActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, safeReturnTo } from "#app/platform/http.server.ts";
import { languageCookie } from "#app/platform/language.server.ts";
import { isLanguage, type Language } from "#app/platform/languages.ts";

const languageForm = z.object({
  language: z.custom<Language>(isLanguage, "errors.notFound"),
  returnTo: z.string().optional(),
});

/** Switching keeps the page: the form says where it was. */
export const action = endpoint(async ({ request }) => {
  const { values } = await parseForm(request, languageForm);
  const headers = new Headers();
  if (values) {
    headers.set("Set-Cookie", languageCookie(values.language));
    const actor = await findActor(request);
    if (actor) await setLanguage(actor, values.language);
  }
  return redirect(safeReturnTo(values?.returnTo), { headers });
});

export const loader = endpoint(async () => redirect("/"));
