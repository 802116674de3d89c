import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { invitationForm } from "#app/identity/account-form.ts";
import { acceptInvitation, getInvitation } from "#app/identity/invitation.server.ts";
import { ProfileFields } from "#app/identity/ui/profile-fields.tsx";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageCookie } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { PasswordField } from "#app/ui/password-field.tsx";

export const handle = { title: "account.invitationTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ params }) => getInvitation(requireParam(params, "token")));

export const action = endpoint(async ({ request, params }) => {
  const { values, errors, typed } = await parseForm(request, invitationForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  const result = await acceptInvitation(requireParam(params, "token"), values);
  if ("errors" in result) return data({ errors: result.errors, typed }, { status: 422 });
  const headers = new Headers();
  headers.append("Set-Cookie", result.cookie);
  headers.append("Set-Cookie", languageCookie(values.language));
  return redirect("/", { headers });
});

export default function InvitationPage() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <Form method="post" noValidate reloadDocument className="measure stack">
      <PageHeader title={t("account.invitation")} lead={t("account.invitationLead", { email })} />
      <ErrorSummary errors={result?.errors} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        name="password"
        label={t("account.password")}
        hint={t("account.passwordHint")}
        autoComplete="new-password"
        error={result?.errors.password}
      />
      <ProfileFields values={result?.typed ?? {}} errors={result?.errors} />
      <Button>{t("account.invitationSubmit")}</Button>
    </Form>
  );
}
