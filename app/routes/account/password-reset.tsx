import { data } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { passwordResetRequestForm } from "#app/identity/account-form.ts";
import { requestPasswordReset } from "#app/identity/password-reset.server.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "account.resetTitle" } satisfies PageHandle;

export const action = endpoint(async ({ request, context }) => {
  const { values, errors, typed } = await parseForm(request, passwordResetRequestForm);
  if (errors) return data({ errors, typed, isSent: false }, { status: 422 });
  await requestPasswordReset(values.email, String(context.address));
  return data({ errors: null, typed, isSent: true });
});

export default function PasswordResetPage() {
  const t = useT();
  const result = useActionData<typeof action>();
  if (result?.isSent) {
    return (
      <div className="measure stack">
        <PageHeader title={t("account.reset")} />
        <Notice kind="success" title={t("account.resetSent")} isStatus>
          {t("account.resetSentHint")}
        </Notice>
      </div>
    );
  }
  return (
    <Form method="post" noValidate className="measure stack">
      <PageHeader title={t("account.reset")} lead={t("account.resetLead")} />
      <ErrorSummary errors={result?.errors} />
      <TextField
        name="email"
        type="email"
        label={t("account.email")}
        autoComplete="username"
        defaultValue={result?.typed.email}
        error={result?.errors?.email}
      />
      <Button>{t("account.resetSubmit")}</Button>
    </Form>
  );
}
