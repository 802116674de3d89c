import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";

import {
  changeRole,
  deactivatePerson,
  getPerson,
  inviteAgain,
  reactivatePerson,
} from "#app/identity/people.server.ts";
import { requireAdministrator } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { auditTable } from "#app/reporting/audit-table.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "admin.personTitle" } satisfies PageHandle;

const roles = ["learner", "trainer", "administrator"] as const;
const personForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("role"), role: z.enum(roles, "admin.personRoleMissing") }),
  z.object({ intent: z.enum(["deactivate", "reactivate", "invite"]) }),
]);

export const loader = endpoint(async ({ request, params }) => {
  const { audit, ...person } = await getPerson(await requireActor(request), requireParam(params, "id"));
  return { ...person, audit: auditTable(i18nFor(languageOf(request)), { audit }) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const id = requireParam(params, "id");
  requireAdministrator(actor);
  const { values, errors } = await parseForm(request, personForm);
  if (errors) return data({ errors }, { status: 422 });
  if (values.intent === "role") await changeRole(actor, id, values.role);
  else
    await { deactivate: deactivatePerson, reactivate: reactivatePerson, invite: inviteAgain }[values.intent](
      actor,
      id,
    );
  return redirect(`/admin/people/${id}?saved=1`);
});

const stateKinds = { invited: "todo", active: "done", deactivated: "neutral" } as const;

export default function PersonPage() {
  const t = useT();
  const person = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const isSaved = useSearchParams()[0].has("saved");
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: "/admin/people", label: t("admin.people") }]} />
      <PageHeader title={person.name || person.email} lead={person.name ? person.email : undefined} />
      {isSaved && <Notice kind="success" title={t("common.saved")} isStatus />}
      <p>
        <StatusTag kind={stateKinds[person.state]}>{t(`admin.peopleState_${person.state}`)}</StatusTag>
      </p>
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={errors} />
        <SelectField
          name="role"
          label={t("admin.peopleRole")}
          options={roles.map((role) => ({ value: role, label: t(`common.role_${role}`) }))}
          defaultValue={person.role}
          error={errors?.role}
        />
        <Button name="intent" value="role">
          {t("admin.personChangeRole")}
        </Button>
      </Form>
      {person.state === "invited" && (
        <Form method="post">
          <Button variant="secondary" name="intent" value="invite">
            {t("admin.personInviteAgain")}
          </Button>
        </Form>
      )}
      {person.state === "deactivated" ? (
        <Form method="post">
          <Button variant="secondary" name="intent" value="reactivate">
            {t("admin.personReactivate")}
          </Button>
        </Form>
      ) : (
        <Disclosure summary={t("admin.personDeactivate")}>
          <Form method="post" className="stack">
            <p>{t("admin.personDeactivateHint")}</p>
            <Button variant="danger" name="intent" value="deactivate">
              {t("admin.personDeactivate")}
            </Button>
          </Form>
        </Disclosure>
      )}
      <ReportTableView table={person.audit} csvTo={`/admin/people/${person.id}/audit.csv`} />
    </div>
  );
}
