import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { requireAdministrator } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { changeSupportLine, getSupportLine, removeSupportLine } from "#app/identity/support-line.server.ts";
import { supportLineForm } from "#app/identity/support-line-form.ts";
import { SupportLineFields } from "#app/identity/ui/support-line-fields.tsx";
import { fieldsOf, parseFields } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "admin.linesTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  getSupportLine(await requireActor(request), requireParam(params, "id")),
);

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const id = requireParam(params, "id");
  requireAdministrator(actor);
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "remove") await removeSupportLine(actor, id);
  else {
    const { values, errors, typed } = parseFields(fields, supportLineForm);
    if (errors) return data({ errors, typed }, { status: 422 });
    await changeSupportLine(actor, id, values);
  }
  return redirect("/admin/support-lines?saved=1");
});

export default function SupportLinePage() {
  const t = useT();
  const line = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { id: _id, isShown: _isShown, isDue: _isDue, ...kept } = line;
  return (
    <div className="measure grid gap-8">
      <Form method="post" noValidate className="stack">
        <Breadcrumbs items={[{ to: "/admin/support-lines", label: t("admin.lines") }]} />
        <PageHeader title={line.name} />
        <ErrorSummary errors={result?.errors} />
        <SupportLineFields values={result?.typed ?? kept} errors={result?.errors} />
        <Button>{t("common.save")}</Button>
      </Form>
      <Disclosure summary={t("admin.linesRemove")}>
        <Form method="post" className="stack">
          <p>{t("admin.linesRemoveHint")}</p>
          <Button variant="danger" name="intent" value="remove">
            {t("admin.linesRemove")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
