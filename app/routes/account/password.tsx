import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { passwordChangeForm } from "#app/identity/account-form.ts";
import { changePassword } from "#app/identity/account.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";

export const handle = { title: "account.resetTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  await requireActor(request);
  return null;
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { values, errors } = await parseForm(request, passwordChangeForm);
  if (errors) return data({ errors }, { status: 422 });
  const result = await changePassword(actor, values);
  if ("errors" in result) return data({ errors: result.errors }, { status: 422 });
  return redirect("/account?saved=password", { headers: { "Set-Cookie": result.cookie } });
});

export default function PasswordPage() {
  const t = useT();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Form method="post" noValidate reloadDocument className="measure stack">
      <Breadcrumbs items={[{ to: "/account", label: t("account.account") }]} />
      <PageHeader title={t("account.changePassword")} lead={t("account.resetChooseLead")} />
      <ErrorSummary errors={errors} />
      <PasswordField
        name="currentPassword"
        label={t("account.currentPassword")}
        autoComplete="current-password"
        error={errors?.currentPassword}
      />
      <PasswordField
        name="newPassword"
        label={t("account.newPassword")}
        hint={t("account.passwordHint")}
        autoComplete="new-password"
        error={errors?.newPassword}
      />
      <Button>{t("account.resetSave")}</Button>
    </Form>
  );
}
