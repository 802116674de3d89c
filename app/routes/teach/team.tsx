import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { requireActor } from "#app/identity/session.server.ts";
import { addTrainer, courseTeam, removeTrainer } from "#app/library/course-team.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "teach.teamTitle" } satisfies PageHandle;

const teamForm = z.object({
  intent: z.enum(["add", "remove"]),
  trainer: z.string().min(1, "teach.teamMissing"),
});

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  return { slug, ...(await courseTeam(actor, slug)) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const slug = requireParam(params, "course");
  const { values, errors } = await parseForm(request, teamForm);
  if (errors) return data({ errors }, { status: 422 });
  const change = values.intent === "add" ? addTrainer : removeTrainer;
  await change(actor, slug, values.trainer);
  return redirect(`/teach/${slug}/team`);
});

export default function TeamPage() {
  const t = useT();
  const { slug, trainers, others } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: t("teach.results") },
        ]}
      />
      <PageHeader title={t("teach.team")} lead={t("teach.teamLead")}>
        <CourseNav slug={slug} isAdministrator label={t("teach.courses")} />
      </PageHeader>
      {trainers.length === 0 && <p>{t("teach.teamNone")}</p>}
      <ul className="grid gap-3">
        {trainers.map(({ id, name, email }) => (
          <li key={id} className="card flex flex-wrap items-center justify-between gap-3">
            <span>
              {name || email}
              <span className="block text-slate">{email}</span>
            </span>
            <Form method="post">
              <input type="hidden" name="trainer" value={id} />
              <Button variant="quiet" name="intent" value="remove">
                {t("teach.teamRemove", { name: name || email })}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p>{t("teach.teamNobodyLeft")}</p>
      ) : (
        <Form method="post" noValidate className="stack">
          <h2>{t("teach.teamAdd")}</h2>
          <ErrorSummary errors={errors} />
          <SelectField
            name="trainer"
            label={t("teach.teamChoose")}
            options={[
              { value: "", label: t("common.choose") },
              ...others.map(({ id, name, email }) => ({
                value: id,
                label: name ? `${name} (${email})` : email,
              })),
            ]}
            error={errors?.trainer}
          />
          <Button name="intent" value="add">
            {t("teach.teamAddSubmit")}
          </Button>
        </Form>
      )}
    </div>
  );
}
