import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";

import { originalPage, takeOriginal } from "#app/authoring/transfer/original.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { TextComparison } from "#app/authoring/ui/text-comparison.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { languageName } from "#app/platform/languages.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "transfer.original" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  return originalPage(actor, course, activity, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  await takeOriginal(actor, course, activity, fieldsOf(await request.formData()));
  return redirect(`/teach/${course}/draft/outline?done=taken`);
});

export default function DraftOriginalPage() {
  const t = useT();
  const { slug, courseTitle, title, originTitle, origin, version, hasChanged, basis, texts } =
    useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <div className="measure grid gap-8">
        <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
        <PageHeader
          title={title}
          kicker={t("transfer.original")}
          lead={t("transfer.originalOf", { course: originTitle, version: origin.version })}
        />
        <p>{t(hasChanged ? "transfer.originalChanged" : "transfer.originalSame", { version })}</p>
        {texts.length === 0 && <p>{t("transfer.nothingDiffers")}</p>}
      </div>
      {texts.length > 0 && (
        <>
          <p className="measure">{t("transfer.comparison")}</p>
          {texts.map(({ language, rows }) => (
            <section key={language} className="stack" aria-labelledby={`text-${language}`}>
              <h2 id={`text-${language}`}>{languageName(language)}</h2>
              <TextComparison rows={rows} language={language} />
            </section>
          ))}
          <Form method="post" className="card stack measure">
            <h2>{t("transfer.take")}</h2>
            <p>{t("transfer.takeLead")}</p>
            <input type="hidden" name="basis" value={basis} />
            <div>
              <Button>{t("transfer.takeButton")}</Button>
            </div>
          </Form>
        </>
      )}
    </div>
  );
}
