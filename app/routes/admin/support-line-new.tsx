import { data, redirect } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";

import { requireAdministrator } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { addSupportLine } from "#app/identity/support-line.server.ts";
import { supportLineForm } from "#app/identity/support-line-form.ts";
import { SupportLineFields } from "#app/identity/ui/support-line-fields.tsx";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "admin.linesAdd" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  requireAdministrator(await requireActor(request));
  return null;
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  requireAdministrator(actor);
  const { values, errors, typed } = await parseForm(request, supportLineForm);
  if (errors) return data({ errors, typed }, { status: 422 });
  await addSupportLine(actor, values);
  return redirect("/admin/support-lines?saved=1");
});

export default function NewSupportLinePage() {
  const t = useT();
  const result = useActionData<typeof action>();
  return (
    <Form method="post" noValidate className="measure stack">
      <Breadcrumbs items={[{ to: "/admin/support-lines", label: t("admin.lines") }]} />
      <PageHeader title={t("admin.linesAdd")} />
      <ErrorSummary errors={result?.errors} />
      <SupportLineFields values={result?.typed ?? {}} errors={result?.errors} />
      <Button>{t("common.save")}</Button>
    </Form>
  );
}
