import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { requireStaff } from "#app/assessment/bank.server.ts";
import { bankTitleForm } from "#app/assessment/bank-form.ts";
import { listBanks, makeSharedBank } from "#app/assessment/bank-directory.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "bank.banksTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => ({
  banks: await listBanks(await requireActor(request)),
}));

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireStaff(actor);
  const { values, errors, typed } = await parseForm(request, bankTitleForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  return redirect(`/teach/banks/${await makeSharedBank(actor, values.title)}`);
});

export default function BanksPage() {
  const { t, formatNumber } = useI18n();
  const { banks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="grid gap-8">
      <div className="measure grid gap-8">
        <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
        <PageHeader title={t("bank.banks")} lead={t("bank.banksLead")} />
      </div>
      {banks.length === 0 ? (
        <EmptyState title={t("bank.noBanks")}>{t("bank.noBanksHint")}</EmptyState>
      ) : (
        <DataTable
          caption={t("bank.banksCaption")}
          isCaptionHidden
          columns={[
            { key: "title", header: t("bank.columnBank"), isRowHeader: true },
            { key: "kind", header: t("bank.columnKind") },
            { key: "questions", header: t("bank.columnQuestions"), isNumeric: true },
            { key: "retired", header: t("bank.columnRetired"), isNumeric: true },
            { key: "access", header: t("bank.columnAccess") },
          ]}
          rows={banks.map((bank) => ({
            title: (
              <Link to={`/teach/banks/${bank.id}`} className="wrap-anywhere">
                {bank.title}
              </Link>
            ),
            kind: t(bank.courseSlug ? "bank.kindCourse" : "bank.kindShared"),
            questions: formatNumber(bank.questions, 0),
            retired: formatNumber(bank.retired, 0),
            access: t(bank.canChange ? "bank.accessChange" : "bank.accessRead"),
          }))}
        />
      )}
      <Form method="post" noValidate className="measure stack">
        <h2>{t("bank.makeBank")}</h2>
        <p>{t("bank.makeBankHint")}</p>
        <ErrorSummary errors={answer?.errors} />
        <TextField
          name="title"
          label={t("bank.bankName")}
          maxLength={200}
          defaultValue={answer?.typed.title}
          error={answer?.errors.title}
        />
        <Button>{t("bank.makeBankSubmit")}</Button>
      </Form>
    </div>
  );
}
