import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";

import { moveStep, moveStepPage } from "#app/authoring/transfer/step-move.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { kindWords } from "#app/authoring/ui/step-titles.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "transfer.moveTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const to = new URL(request.url).searchParams.get("to");
  return moveStepPage(actor, course, activity, to, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const slug = await moveStep(actor, course, activity, fieldsOf(await request.formData()));
  return redirect(`/teach/${slug}/draft/outline?done=transferred`);
});

export default function DraftStepMovePage() {
  const t = useT();
  const { slug, courseTitle, step, courses, preview, whyStays } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
      <PageHeader
        title={t("transfer.moveNamed", { title: step.title })}
        kicker={kindWords(t, step.kind)}
        lead={t("transfer.moveLead")}
      />
      {whyStays ? (
        <p>{t(whyStays)}</p>
      ) : courses.length === 0 ? (
        <p>{t("transfer.noOther")}</p>
      ) : (
        <Form method="get" className="stack">
          <SelectField
            name="to"
            label={t("transfer.fieldTo")}
            options={courses.map((course) => ({ value: course.slug, label: course.title }))}
            defaultValue={preview?.slug}
          />
          <div>
            <Button variant={preview ? "secondary" : "primary"}>{t("transfer.look")}</Button>
          </div>
        </Form>
      )}
      {!whyStays && preview && <Preview />}
    </div>
  );
}

function Preview() {
  const t = useT();
  const { step, preview, waiting, after } = useLoaderData<typeof loader>();
  if (!preview) return null;
  const { fault, languagesLeft, languagesMissing, media, packages, questions } = preview;
  const left = [
    ...(languagesLeft.length > 0
      ? [t("transfer.leftLanguages", { languages: languagesLeft.join(", ") })]
      : []),
    ...(after.length > 0 ? [t("transfer.leftAfter", { titles: after.join(", ") })] : []),
    ...(waiting.length > 0 ? [t("transfer.leftWaiting", { titles: waiting.join(", ") })] : []),
    ...(step.kind === "lesson" ? [t("transfer.leftQuestions")] : []),
    ...(step.kind === "quiz" ? [t("transfer.leftQuiz")] : []),
    t("transfer.leftResults"),
  ];
  return (
    <section className="card stack">
      <h2>{t("transfer.into", { title: preview.title })}</h2>
      {fault ? (
        <p className="font-semibold">{t(fault)}</p>
      ) : (
        <>
          <h3>{t("transfer.along")}</h3>
          <ul className="list-disc ps-5">
            <li>{t("transfer.alongTexts")}</li>
            {media > 0 && <li>{t("transfer.alongMedia", { count: media })}</li>}
            {packages > 0 && <li>{t("transfer.alongPackages", { count: packages })}</li>}
            {step.kind === "quiz" && <li>{t("transfer.alongQuiz")}</li>}
            {questions > 0 && <li>{t("transfer.alongQuestions", { count: questions })}</li>}
          </ul>
          <h3>{t("transfer.left")}</h3>
          <ul className="list-disc ps-5">
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {languagesMissing.length > 0 && (
            <p>{t("transfer.missing", { languages: languagesMissing.join(", ") })}</p>
          )}
          {!preview.hasDraft && <p>{t("transfer.begins")}</p>}
          <Form method="post">
            <input type="hidden" name="to" value={preview.slug} />
            <Button>{t("transfer.moveButton")}</Button>
          </Form>
        </>
      )}
    </section>
  );
}
