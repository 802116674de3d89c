import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { newSectionPage, submitNewSection } from "#app/authoring/draft-sections.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "outline.sectionNew" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return newSectionPage(actor, requireParam(params, "course"), languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const fields = fieldsOf(await request.formData());
  const failed = await submitNewSection(actor, course, fields);
  if (!failed) return redirect(`/teach/${course}/draft/outline?done=section`);
  return data({ ...failed, steps: [fields.steps ?? []].flat() }, { status: 422 });
});

export default function DraftNewSectionPage() {
  const t = useT();
  const { slug, courseTitle, languages, steps } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
      <PageHeader title={t("outline.sectionNew")} lead={t("outline.sectionNewLead")} />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={failed?.errors} />
        <TitleFields languages={languages} typed={failed?.typed} errors={failed?.errors} />
        <CheckboxGroup
          name="steps"
          legend={t("outline.fieldSectionSteps")}
          hint={t("outline.fieldSectionStepsHint")}
          options={steps.map(({ id, title, section }) => ({
            value: id,
            label: section === null ? title : t("outline.stepInSection", { title, section }),
          }))}
          defaultValue={failed?.steps}
          error={failed?.errors.steps}
        />
        <div>
          <Button>{t("outline.sectionCreate")}</Button>
        </div>
      </Form>
    </div>
  );
}
