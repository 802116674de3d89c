import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { newCourseFormPage } from "#app/authoring/publication-pages.server.ts";
import { furtherLanguages, newCourseForm } from "#app/authoring/publication-form.ts";
import { publishCourse } from "#app/authoring/publication.server.ts";
import { PackageRuleFields } from "#app/authoring/ui/package-rule-fields.tsx";
import { versionAddress, publishedAddress } from "#app/authoring/version-address.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "authoring.newCourseTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const page = await newCourseFormPage(await requireActor(request), versionAddress(params));
  return { ...page, publication: newId() };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const address = versionAddress(params);
  await newCourseFormPage(actor, address);
  const { values, errors } = await parseForm(request, newCourseForm);
  if (errors) return data({ errors }, { status: 422 });
  const { courseSlug } = await publishCourse(actor, address, values);
  return redirect(publishedAddress(address, courseSlug));
});

const fields = ["summary", "objectives", "contentNote"] as const;
const labels = {
  summary: "authoring.fieldSummary",
  objectives: "authoring.fieldObjectives",
  contentNote: "authoring.fieldContentNote",
} as const;
const hints = {
  summary: undefined,
  objectives: "authoring.fieldObjectivesHint",
  contentNote: "authoring.fieldContentNoteHint",
} as const;

export default function PackageCoursePage() {
  const t = useT();
  const { packageId, title, number, standard, publication } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach/packages", label: t("authoring.packages") },
          { to: `/teach/packages/${packageId}`, label: title },
        ]}
      />
      <PageHeader
        title={t("authoring.publishAsCourse")}
        kicker={t("authoring.version", { number })}
        lead={t("authoring.newCourseLead")}
      />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="publication" value={publication} />
        <PackageRuleFields standard={standard} errors={errors} />
        <h2>{t("authoring.inEnglish")}</h2>
        <LanguageFields suffix="" title={title} isOptional={false} errors={errors} />
        <h2>{t("authoring.inOthers")}</h2>
        <p className="text-slate">{t("authoring.inOthersHint")}</p>
        {furtherLanguages.map((tag) => (
          <details key={tag} className="card" open={hasErrorsIn(tag, errors)}>
            <summary lang={tag}>{languageName(tag)}</summary>
            <div className="stack pt-4">
              <LanguageFields suffix={`_${tag}`} title="" isOptional errors={errors} />
            </div>
          </details>
        ))}
        <Button>{t("authoring.publish")}</Button>
      </Form>
    </div>
  );
}

type Errors = Record<string, MessageKey>;

function hasErrorsIn(tag: string, errors: Errors | undefined): boolean {
  return Object.keys(errors ?? {}).some((name) => name.endsWith(`_${tag}`));
}

function LanguageFields({
  suffix,
  title,
  isOptional,
  errors,
}: {
  suffix: string;
  title: string;
  isOptional: boolean;
  errors?: Errors;
}) {
  const t = useT();
  return (
    <>
      <TextField
        name={`title${suffix}`}
        label={t("authoring.fieldCourseTitle")}
        defaultValue={title}
        maxLength={200}
        isOptional={isOptional}
        error={errors?.[`title${suffix}`]}
      />
      {fields.map((name) => (
        <TextArea
          key={name}
          name={`${name}${suffix}`}
          label={t(labels[name])}
          hint={hints[name] && t(hints[name])}
          rows={3}
          isOptional={isOptional}
          error={errors?.[`${name}${suffix}`]}
        />
      ))}
    </>
  );
}
