import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireChangeableBank } from "#app/assessment/bank.server.ts";
import {
  importForm,
  importQuestions,
  previewImport,
  previewPasted,
} from "#app/assessment/exchange/bank-import.server.ts";
import { importLimits, readImportChoices } from "#app/assessment/exchange/import-form.ts";
import { ImportFields } from "#app/assessment/ui/import-fields.tsx";
import { ImportList } from "#app/assessment/ui/import-list.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "exchange.importTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bank = await requireChangeableBank(actor, requireParam(params, "bank"));
  return { bank, language: languageOf(request) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  await requireChangeableBank(actor, bankId);
  return withSentForm(request, importLimits, async ({ fields, files }) => {
    const choices = readImportChoices(fields, languageOf(request));
    if (fields.token) {
      const { collision } = importForm.parse({ collision: fields.collision || undefined });
      const { added, changed } = await importQuestions(actor, bankId, fields.token, {
        ...choices,
        collision,
      });
      return redirect(`/teach/banks/${bankId}?changed=${added + changed}`);
    }
    const { pasted = "" } = fields;
    const file = files.get("file");
    if (!file && !pasted.trim())
      return data({ ...again(fields), error: "exchange.fileMissing" as const }, { status: 422 });
    const { preview, refusal } = await (file
      ? previewImport(actor, bankId, file, choices)
      : previewPasted(actor, bankId, pasted, choices));
    return data({ ...again(fields), preview, refusal, choices }, { status: refusal ? 422 : 200 });
  });
});

function again({ pasted = "", category = "", language = "" }: Record<string, string>) {
  return {
    typed: { pasted, category, language },
    preview: null,
    refusal: null,
    choices: null,
    error: undefined,
  };
}

export default function BankImportPage() {
  const t = useT();
  const { bank, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/banks", label: t("bank.banks") },
          { to: `/teach/banks/${bank.id}`, label: bank.title },
        ]}
      />
      <PageHeader title={t("exchange.importTitle")}>
        <p>{t("exchange.importIntro")}</p>
      </PageHeader>
      {answer?.refusal && (
        <Notice kind="danger" isStatus title={t("exchange.refused")}>
          <p>{t(answer.refusal.key, answer.refusal.values)}</p>
        </Notice>
      )}
      {answer?.preview && answer.choices ? (
        <ImportList preview={answer.preview} choices={answer.choices} bankId={bank.id} />
      ) : (
        <Form method="post" encType="multipart/form-data" noValidate className="measure grid gap-6">
          <ImportFields typed={{ language, ...answer?.typed }} error={answer?.error} />
        </Form>
      )}
    </div>
  );
}
