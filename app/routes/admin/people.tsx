import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { listPeople } from "#app/identity/people.server.ts";
import { readPeopleFilter } from "#app/identity/people-filter.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CsvLink } from "#app/ui/csv-link.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "admin.peopleTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const query = new URL(request.url).searchParams;
  const page = Math.max(1, Number(query.get("page")) || 1);
  return { ...(await listPeople(actor, readPeopleFilter(query), page)), page };
});

export default function PeoplePage() {
  const { t, formatDate } = useI18n();
  const { people, count, page, pageCount } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const withPage = (other: number) => {
    const next = new URLSearchParams(query);
    next.set("page", String(other));
    return `?${next.toString()}`;
  };
  return (
    <div className="wide grid gap-8">
      <PageHeader title={t("admin.people")} lead={t("admin.peopleCount", { count })}>
        <div>
          <ButtonLink to="/admin/people/invitations">{t("admin.peopleInvite")}</ButtonLink>
        </div>
      </PageHeader>
      <Filter />
      <DataTable
        caption={t("admin.people")}
        isCaptionHidden
        emptyText={t("admin.peopleNone")}
        columns={[
          { key: "name", header: t("admin.peopleName"), isRowHeader: true },
          { key: "email", header: t("admin.peopleEmail") },
          { key: "role", header: t("admin.peopleRole") },
          { key: "state", header: t("admin.peopleState") },
          { key: "since", header: t("admin.peopleSince"), isUnbroken: true },
        ]}
        rows={people.map((person) => ({
          name: <Link to={`/admin/people/${person.id}`}>{person.name || person.email}</Link>,
          email: person.email,
          role: t(`common.role_${person.role}`),
          state: t(`admin.peopleState_${person.state}` as MessageKey),
          since: formatDate(person.createdAt),
        }))}
      />
      <Pagination page={page} pageCount={pageCount} hrefOf={withPage} />
      <p>
        <CsvLink to={`/admin/people.csv?${query.toString()}`} />
      </p>
    </div>
  );
}

function Filter() {
  const { t } = useI18n();
  const [query] = useSearchParams();
  const all = { value: "", label: t("admin.peopleAll") };
  return (
    <Form method="get" role="search" className="grid items-end gap-4 sm:grid-cols-4">
      <TextField name="search" label={t("admin.peopleSearch")} defaultValue={query.get("search") ?? ""} />
      <SelectField
        name="role"
        label={t("admin.peopleRole")}
        options={[
          all,
          ...(["learner", "trainer", "administrator"] as const).map((role) => ({
            value: role,
            label: t(`common.role_${role}`),
          })),
        ]}
        defaultValue={query.get("role") ?? ""}
      />
      <SelectField
        name="state"
        label={t("admin.peopleState")}
        options={[
          all,
          ...(["invited", "active", "deactivated"] as const).map((state) => ({
            value: state,
            label: t(`admin.peopleState_${state}`),
          })),
        ]}
        defaultValue={query.get("state") ?? ""}
      />
      <Button variant="secondary">{t("admin.peopleFind")}</Button>
    </Form>
  );
}
