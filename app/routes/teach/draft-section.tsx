import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { sectionPage, submitSection } from "#app/authoring/draft-sections.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "outline.sectionTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, section] = [requireParam(params, "course"), requireParam(params, "section")];
  return sectionPage(actor, course, section, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, section] = [requireParam(params, "course"), requireParam(params, "section")];
  const outcome = await submitSection(actor, course, section, fieldsOf(await request.formData()));
  if ("done" in outcome) return redirect(`/teach/${course}/draft/outline?done=${outcome.done}`);
  return data(outcome, { status: 422 });
});

export default function DraftSectionPage() {
  const t = useT();
  const { slug, courseTitle, title, titles, languages } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const written = Object.fromEntries(Object.entries(titles).map(([tag, text]) => [`title_${tag}`, text]));
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
      <PageHeader title={title} kicker={t("outline.sectionTitle")} />
      <Form method="post" noValidate className="stack">
        <ErrorSummary errors={failed?.errors} />
        <TitleFields languages={languages} typed={failed?.typed ?? written} errors={failed?.errors} />
        <div>
          <Button>{t("common.save")}</Button>
        </div>
      </Form>
      <Form method="post" className="card stack">
        <h2>{t("outline.sectionRemove")}</h2>
        <p>{t("outline.sectionRemoveLead")}</p>
        <div>
          <Button variant="danger" name="intent" value="remove">
            {t("outline.sectionRemove")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
