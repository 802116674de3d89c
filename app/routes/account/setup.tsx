import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { setupForm } from "#app/identity/account-form.ts";
import { requireSetupLink, setUp } from "#app/identity/setup.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "account.setupTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ params }) => {
  await requireSetupLink(requireParam(params, "token"));
  return null;
});

export const action = endpoint(async ({ request, params }) => {
  const { values, errors, typed } = await parseForm(request, setupForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  const result = await setUp(requireParam(params, "token"), values, languageOf(request));
  if ("errors" in result) return data({ errors: result.errors, typed }, { status: 422 });
  return redirect("/admin", { headers: { "Set-Cookie": result.cookie } });
});

export default function SetupPage() {
  const t = useT();
  const result = useActionData<typeof action>();
  const field = (name: string) => ({
    name,
    defaultValue: result?.typed[name],
    error: result?.errors[name],
  });
  return (
    <Form method="post" noValidate reloadDocument className="measure stack">
      <PageHeader title={t("account.setup")} lead={t("account.setupLead")} />
      <ErrorSummary errors={result?.errors} />
      <TextField {...field("name")} label={t("account.name")} autoComplete="name" />
      <TextField {...field("email")} type="email" label={t("account.email")} autoComplete="username" />
      <PasswordField
        name="password"
        label={t("account.password")}
        hint={t("account.passwordHint")}
        autoComplete="new-password"
        error={result?.errors.password}
      />
      <Button>{t("account.setupSubmit")}</Button>
    </Form>
  );
}
