import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireChangeableBank } from "#app/assessment/bank.server.ts";
import { bankEditorForm, bankTitleForm } from "#app/assessment/bank-form.ts";
import { addEditor, bankEditors, removeEditor, renameBank } from "#app/assessment/bank-directory.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, parseFields, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
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
  await requireChangeableBank(actor, bankId);
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "rename") {
    const { values, errors } = parseFields(fields, bankTitleForm);
    if (errors) return data({ errors }, { status: 422 });
    await renameBank(actor, bankId, values.title);
    return redirect(`/teach/banks/${bankId}`);
  }
  const { values, errors } = parseFields(fields, bankEditorForm);
  if (errors) return data({ errors }, { status: 422 });
  await (values.intent === "add" ? addEditor : removeEditor)(actor, bankId, values.person);
  return redirect(`/teach/banks/${bankId}/settings`);
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
  const { editors, others } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <section className="stack">
      <h2>{t("bank.editors")}</h2>
      <p>{t("bank.editorsHint")}</p>
      {editors.length === 0 && <p>{t("bank.editorsNone")}</p>}
      <ul className="grid gap-3">
        {editors.map(({ id, name, email }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-3">
            <span>
              {name || email}
              <span className="block text-slate">{email}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="person" value={id} />
              <Button variant="quiet" name="intent" value="remove">
                {t("bank.editorRemove", { name: name || email })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Form method="post" noValidate className="stack">
          <SelectField
            name="person"
            label={t("bank.editorChoose")}
            options={[
              { value: "", label: t("common.choose") },
              ...others.map(({ id, name, email }) => ({
                value: id,
                label: name ? `${name} (${email})` : email,
              })),
            ]}
            error={errors?.person}
          />
          <Button variant="secondary" name="intent" value="add">
            {t("bank.editorAdd")}
          </Button>
        </Form>
      )}
    </section>
  );
}
