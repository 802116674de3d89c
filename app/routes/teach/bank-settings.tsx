import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { bankEditors, submitBankSettings } from "#app/assessment/bank-directory.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { NewMemberField, TeamMembers } from "#app/identity/ui/team-fields.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "bank.settingsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  return { bankId, ...(await bankEditors(actor, bankId)) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  const fields = fieldsOf(await request.formData());
  const errors = await submitBankSettings(actor, bankId, fields);
  if (errors) return data({ errors }, { status: 422 });
  return redirect(`/teach/banks/${bankId}${fields.intent === "rename" ? "" : "/settings"}`);
});

export default function BankSettingsPage() {
  const t = useT();
  const { bankId, title } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bankId}`, label: title },
        ]}
      />
      <PageHeader title={t("bank.settings")} />
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate className="stack">
        <TextField name="title" label={t("bank.bankName")} defaultValue={title} error={errors?.title} />
        <Button name="intent" value="rename">
          {t("common.save")}
        </Button>
      </Form>
      <Editors />
    </div>
  );
}

function Editors() {
  const t = useT();
  const { members, others } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <section className="stack">
      <h2>{t("bank.editors")}</h2>
      <p>{t("bank.editorsHint")}</p>
      {members.length === 0 && <p>{t("bank.editorsNone")}</p>}
      <TeamMembers members={members} remove={(name) => t("bank.editorRemove", { name })} />
      {others.length > 0 && (
        <Form method="post" noValidate className="stack">
          <NewMemberField label={t("bank.editorChoose")} others={others} errors={errors} />
          <Button variant="secondary" name="intent" value="add">
            {t("bank.editorAdd")}
          </Button>
        </Form>
      )}
    </section>
  );
}
