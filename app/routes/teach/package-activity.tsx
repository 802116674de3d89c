import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { activityFormPage } from "#app/authoring/publication-pages.server.ts";
import { activityForm } from "#app/authoring/publication-form.ts";
import { publishActivity } from "#app/authoring/publication.server.ts";
import { PackageRuleFields } from "#app/authoring/ui/package-rule-fields.tsx";
import { versionAddress, publishedAddress } from "#app/authoring/version-address.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { defaultLanguage, languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "authoring.activityTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const page = await activityFormPage(actor, versionAddress(params), course, languageOf(request));
  return { ...page, publication: newId() };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const address = versionAddress(params);
  const slug = requireParam(params, "course");
  const { languages: written } = await activityFormPage(actor, address, slug, languageOf(request));
  const { values, errors } = await parseForm(request, activityForm(written));
  if (errors) return data({ errors }, { status: 422 });
  const wrong = await publishActivity(actor, address, slug, values);
  return wrong ? data({ errors: wrong }, { status: 422 }) : redirect(publishedAddress(address, slug));
});

export default function PackageActivityPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const { packageId, title, course, outline, standard, underWay } = page;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/packages", label: t("authoring.packages") },
          { to: `/teach/packages/${packageId}`, label: title },
        ]}
      />
      <PageHeader
        title={t("authoring.publishInto", { course: course.title })}
        kicker={t("authoring.version", { number: page.number })}
        lead={t("authoring.activityLead")}
      />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="publication" value={page.publication} />
        {page.languages.map((tag) => (
          <TextField
            key={tag}
            name={`title_${tag}`}
            label={t("authoring.fieldTitle", { language: languageName(tag) })}
            defaultValue={tag === defaultLanguage ? title : undefined}
            isOptional={tag !== defaultLanguage}
            maxLength={200}
            error={errors?.[`title_${tag}`]}
          />
        ))}
        <PackageRuleFields standard={standard} errors={errors} />
        <Checkbox
          name="required"
          label={t("authoring.fieldRequired")}
          hint={t("authoring.fieldRequiredHint")}
          defaultChecked
        />
        <SelectField
          name="place"
          label={t("authoring.fieldPlace")}
          options={[
            { value: "", label: t("authoring.placeFirst") },
            ...outline.map(({ id, title: after }) => ({
              value: id,
              label: t("authoring.placeAfter", { title: after }),
            })),
          ]}
          defaultValue={outline.findLast(({ after }) => !after.includes(certificateStepId))?.id}
        />
        <CheckboxGroup
          name="after"
          legend={t("authoring.fieldAfter")}
          hint={t("authoring.fieldAfterHint")}
          options={visibleOutline(outline).map(({ id, title: label }) => ({ value: id, label }))}
          error={errors?.after}
        />
        {underWay > 0 ? (
          <RadioGroup
            name="learners"
            legend={t("authoring.fieldLearners", { count: underWay })}
            hint={t("authoring.learnersCompleted")}
            defaultValue="stay"
            error={errors?.learners}
            options={[
              {
                value: "stay",
                label: t("authoring.learnersStay"),
                hint: t("authoring.learnersStayNewHint"),
              },
              { value: "move", label: t("authoring.learnersMove"), hint: t("authoring.learnersMoveHint") },
            ]}
          />
        ) : (
          <input type="hidden" name="learners" value="stay" />
        )}
        <Button>{t("authoring.publish")}</Button>
      </Form>
    </div>
  );
}
