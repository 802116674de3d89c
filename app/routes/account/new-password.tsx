import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { newPasswordForm } from "#app/identity/account-form.ts";
import { requirePasswordResetLink, resetPassword } from "#app/identity/password-reset.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";

export const handle = { title: "account.resetTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ params }) => {
  await requirePasswordResetLink(requireParam(params, "token"));
  return null;
});

export const action = endpoint(async ({ request, params }) => {
  const { values, errors } = await parseForm(request, newPasswordForm);
  if (errors) return data({ errors }, { status: 422 });
  const result = await resetPassword(requireParam(params, "token"), values.password);
  if ("errors" in result) return data({ errors: result.errors }, { status: 422 });
  return redirect("/", { headers: { "Set-Cookie": result.cookie } });
});

export default function NewPasswordPage() {
  const t = useT();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Form method="post" noValidate reloadDocument className="measure stack">
      <PageHeader title={t("account.resetChoose")} lead={t("account.resetChooseLead")} />
      <ErrorSummary errors={errors} />
      <PasswordField
        name="password"
        label={t("account.newPassword")}
        hint={t("account.passwordHint")}
        autoComplete="new-password"
        error={errors?.password}
      />
      <Button>{t("account.resetSave")}</Button>
    </Form>
  );
}
