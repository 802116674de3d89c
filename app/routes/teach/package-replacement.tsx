import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { replacementFormPage } from "#app/authoring/publication-pages.server.ts";
import { replacementForm } from "#app/authoring/publication-form.ts";
import { replacePackage } from "#app/authoring/publication.server.ts";
import { versionAddress, publishedAddress } from "#app/authoring/version-address.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { newId } from "#app/platform/id.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "authoring.replacementTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const page = await replacementFormPage(
    await requireActor(request),
    versionAddress(params),
    requireParam(params, "course"),
    languageOf(request),
  );
  return { ...page, publication: newId() };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [address, course] = [versionAddress(params), requireParam(params, "course")];
  await replacementFormPage(actor, address, course, languageOf(request));
  const { values, errors } = await parseForm(request, replacementForm);
  if (errors) return data({ errors }, { status: 422 });
  const { courseSlug } = await replacePackage(actor, address, course, values);
  return redirect(publishedAddress(address, courseSlug));
});

export default function PackageReplacementPage() {
  const t = useT();
  const { packageId, title, number, use, underWay, publication } = useLoaderData<typeof loader>();
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
        title={t("authoring.useReplace", { number, course: use.course.title })}
        lead={t("authoring.replacementLead", { course: use.course.title, used: use.number, number })}
      />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={errors} />
        <input type="hidden" name="publication" value={publication} />
        <RadioGroup
          name="learners"
          legend={t("authoring.fieldLearners", { count: underWay })}
          hint={t("authoring.learnersCompleted")}
          defaultValue="stay"
          error={errors?.learners}
          options={[
            { value: "stay", label: t("authoring.learnersStay"), hint: t("authoring.learnersStayHint") },
            {
              value: "restart",
              label: t("authoring.learnersRestart"),
              hint: t("authoring.learnersRestartHint"),
            },
          ]}
        />
        <Button>{t("authoring.replace", { number })}</Button>
      </Form>
    </div>
  );
}
