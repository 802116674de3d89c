import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useSearchParams } from "@remix-run/react";

import { signInForm } from "#app/identity/account-form.ts";
import { homeOf } from "#app/identity/home.ts";
import { findActor } from "#app/identity/session.server.ts";
import { signIn } from "#app/identity/sign-in.server.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, parseForm, safeReturnTo } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageCookie } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "account.signInTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await findActor(request);
  return actor ? redirect(homeOf(actor)) : null;
});

export const action = endpoint(async ({ request, context }) => {
  const { values, errors, typed } = await parseForm(request, signInForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  const signedIn = await signIn(values, String(context.address));
  if (!signedIn) {
    return data({ errors: { form: "account.signInFailed" } as FormErrors, typed }, { status: 422 });
  }
  const headers = new Headers();
  headers.append("Set-Cookie", signedIn.cookie);
  headers.append("Set-Cookie", languageCookie(signedIn.actor.language));
  return redirect(safeReturnTo(values.returnTo, homeOf(signedIn.actor)), { headers });
});

export default function SignInPage() {
  const t = useT();
  const result = useActionData<typeof action>();
  const [query] = useSearchParams();
  const returnTo = query.get("returnTo") ?? result?.typed.returnTo;
  return (
    <Form method="post" noValidate reloadDocument className="measure stack">
      <PageHeader title={t("account.signIn")} />
      <ErrorSummary errors={result?.errors} />
      {returnTo && <input type="hidden" name="returnTo" value={returnTo} />}
      <TextField
        name="email"
        type="email"
        label={t("account.email")}
        autoComplete="username"
        defaultValue={result?.typed.email}
        error={result?.errors.email}
      />
      <PasswordField
        name="password"
        label={t("account.password")}
        autoComplete="current-password"
        error={result?.errors.password}
      />
      <Button>{t("account.signIn")}</Button>
      <p>
        <Link to="/password-reset">{t("account.forgotten")}</Link>
      </p>
      <p className="text-slate">{t("account.noAccountHint")}</p>
    </Form>
  );
}
