import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { requireChangeableBank } from "#app/assessment/bank.server.ts";
import { changeListed } from "#app/assessment/bank-bulk-form.server.ts";
import { bankFilterQuery, isFiltered, readBankFilter } from "#app/assessment/bank-filter.ts";
import { bulkForm } from "#app/assessment/bank-form.ts";
import { moveTargets } from "#app/assessment/bank-pages.server.ts";
import { searchBank } from "#app/assessment/bank-search.server.ts";
import { BankFilters } from "#app/assessment/ui/bank-filters.tsx";
import { BulkFields } from "#app/assessment/ui/bulk-fields.tsx";
import { BankTable } from "#app/assessment/ui/bank-table.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

export const handle = { title: "bank.bankTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  const query = new URL(request.url).searchParams;
  const filter = readBankFilter(query);
  return {
    ...(await searchBank(actor, bankId, filter, languageOf(request))),
    targets: await moveTargets(actor, bankId),
    filter,
    changed: query.has("changed") ? Number(query.get("changed")) || 0 : null,
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const bankId = requireParam(params, "bank");
  await requireChangeableBank(actor, bankId);
  const filter = readBankFilter(new URL(request.url).searchParams);
  const { values, errors, typed } = await parseForm(request, bulkForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  const count = await changeListed(actor, bankId, filter, values);
  const query = bankFilterQuery(filter);
  return redirect(`/teach/banks/${bankId}${query}${query ? "&" : "?"}changed=${count}`);
});

export default function BankPage() {
  const t = useT();
  const { bank, rows, found, total, pageCount, filter, changed } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: "/teach/banks", label: t("bank.banks") },
        ]}
      />
      <BankHeader />
      {changed !== null && (
        <Notice kind="success" isStatus>
          {t("bank.changed", { count: changed })}
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      {total === 0 ? (
        <EmptyState title={t("bank.empty")}>
          {bank.canChange ? (
            <>
              <p className="mb-4">{t("bank.emptyHint")}</p>
              <ButtonLink to={`/teach/banks/${bank.id}/new`}>{t("bank.newQuestion")}</ButtonLink>
            </>
          ) : (
            <p>{t("bank.emptyReader")}</p>
          )}
        </EmptyState>
      ) : (
        <>
          <Filters />
          <p aria-live="polite">{t("bank.found", { found, total })}</p>
          {rows.length > 0 && <Questions />}
          {rows.length === 0 && isFiltered(filter) && (
            <p>
              <Link to={`/teach/banks/${bank.id}`}>{t("bank.clearFilter")}</Link>
            </p>
          )}
          <Pagination
            page={Math.min(filter.page, pageCount)}
            pageCount={pageCount}
            hrefOf={(page) => `/teach/banks/${bank.id}${bankFilterQuery({ ...filter, page })}`}
          />
        </>
      )}
    </div>
  );
}

function BankHeader() {
  const t = useT();
  const { bank } = useLoaderData<typeof loader>();
  return (
    <PageHeader title={bank.title} kicker={t(bank.courseSlug ? "bank.kindCourse" : "bank.kindShared")}>
      {!bank.canChange && <p className="text-slate">{t("bank.readOnly")}</p>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {bank.canChange && (
          <ButtonLink to={`/teach/banks/${bank.id}/new`}>{t("bank.newQuestion")}</ButtonLink>
        )}
        {bank.canChange && <Link to={`/teach/banks/${bank.id}/import`}>{t("exchange.importTitle")}</Link>}
        <Link to={`/teach/banks/${bank.id}/export`}>{t("exchange.exportTitle")}</Link>
        {bank.courseSlug && <Link to={`/teach/${bank.courseSlug}`}>{t("bank.toCourse")}</Link>}
        {bank.courseSlug && (
          <Link to={`/teach/${bank.courseSlug}/quizzes`}>{t("quizzes.courseQuizzes")}</Link>
        )}
        {bank.canChange && !bank.courseSlug && (
          <Link to={`/teach/banks/${bank.id}/settings`}>{t("bank.settings")}</Link>
        )}
      </div>
    </PageHeader>
  );
}

function Filters() {
  const { bank, filter, categories, tags, lessons } = useLoaderData<typeof loader>();
  return (
    <BankFilters action={`/teach/banks/${bank.id}`} filter={filter} choices={{ categories, tags, lessons }} />
  );
}

/** The list, and what can be done to the ticked questions. */
function Questions() {
  const { bank, rows, found, targets, categories, tags, filter } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const table = <BankTable bankId={bank.id} rows={rows} canChoose={bank.canChange} />;
  if (!bank.canChange) return table;
  return (
    <Form
      method="post"
      action={`/teach/banks/${bank.id}${bankFilterQuery(filter)}`}
      noValidate
      className="grid gap-6"
    >
      {table}
      <BulkFields
        found={found}
        choices={{ categories, tags, targets }}
        typed={answer?.typed ?? {}}
        errors={answer?.errors ?? null}
      />
    </Form>
  );
}
