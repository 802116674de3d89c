import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { TitleFields } from "#app/assessment/ui/title-fields.tsx";
import { stepPage, submitStep } from "#app/authoring/draft-step.server.ts";
import { CompleteField } from "#app/authoring/ui/assignment-form.tsx";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { AboutMaterial, MaterialFields, StepTimeFields } from "#app/authoring/ui/step-rule-fields.tsx";
import { kindWords } from "#app/authoring/ui/step-titles.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "outline.stepTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  return stepPage(actor, course, activity, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity] = [requireParam(params, "course"), requireParam(params, "activity")];
  const fields = fieldsOf(await request.formData());
  const outcome = await submitStep(actor, course, activity, fields);
  if ("done" in outcome) return redirect(`/teach/${course}/draft/outline?done=${outcome.done}`);
  const after = [fields.after ?? []].flat();
  return data({ ...outcome, after }, { status: outcome.errors.form ? 409 : 422 });
});

export default function DraftStepPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { slug, courseTitle, step } = page;
  const isBegun = useSearchParams()[0].has("begun");
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} isInOutline />
      <PageHeader title={step.title} kicker={kindWords(t, step.kind)} />
      {step.kind === "assignment" && (
        <p>
          <Link
            to={`/teach/${slug}/assignments/${step.assignment}`}
            className="inline-flex min-h-11 items-center"
          >
            {t("outline.assignment")}
          </Link>
        </p>
      )}
      {isBegun && (
        <Notice kind="success" isStatus>
          {t("outline.doneMaterial")}
        </Notice>
      )}
      <AboutMaterial page={page} />
      <StepForm />
      <SectionForm />
      <HideForm />
      <DuplicateForm />
      <section className="card stack">
        <h2>{t("transfer.moveCard")}</h2>
        <p>{t("transfer.moveCardLead")}</p>
        <div>
          <ButtonLink to="move" variant="secondary">
            {t("transfer.chooseCourse")}
          </ButtonLink>
        </div>
      </section>
      <RemoveForm />
    </div>
  );
}

function StepForm() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { step, titles, languages, others, basis } = page;
  const failed = useActionData<typeof action>();
  const errors = failed?.errors.confirm || failed?.errors.hide ? undefined : failed?.errors;
  const typed = errors && failed?.typed;
  const written = Object.fromEntries(Object.entries(titles).map(([tag, title]) => [`title_${tag}`, title]));
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="basis" value={basis} />
      <TitleFields languages={languages} typed={typed ?? written} errors={errors} />
      <MaterialFields page={page} typed={typed} errors={errors} />
      <TextField
        name="minutes"
        label={t("quizzes.fieldMinutes")}
        inputMode="numeric"
        maxLength={4}
        defaultValue={typed?.minutes ?? String(step.minutes)}
        error={errors?.minutes}
      />
      <Checkbox
        name="required"
        label={t("authoring.fieldRequired")}
        hint={t("authoring.fieldRequiredHint")}
        defaultChecked={typed ? typed.required === "yes" : step.required}
        error={errors?.required}
      />
      {step.kind === "assignment" && (
        <CompleteField defaultValue={typed?.complete ?? step.complete} error={errors?.complete} />
      )}
      <CheckboxGroup
        name="after"
        legend={t("authoring.fieldAfter")}
        hint={t("outline.afterHint")}
        options={[
          ...others.map(({ id, title }) => ({ value: id, label: title })),
          { value: certificateStepId, label: t("outline.certificateTitle") },
        ]}
        defaultValue={typed ? failed?.after : step.after}
        error={errors?.after}
      />
      <StepTimeFields page={page} typed={typed} errors={errors} />
      <div>
        <Button>{t("common.save")}</Button>
      </div>
    </Form>
  );
}

function SectionForm() {
  const t = useT();
  const { step, sections } = useLoaderData<typeof loader>();
  if (Object.keys(sections).length === 0) return null;
  return (
    <Form method="post" className="card stack">
      <h2>{t("outline.sectionOf")}</h2>
      <p>{t("outline.sectionOfLead")}</p>
      <input type="hidden" name="intent" value="section" />
      <SelectField
        name="section"
        label={t("outline.fieldSection")}
        options={[
          { value: "", label: t("outline.noSection") },
          ...Object.entries(sections).map(([value, label]) => ({ value, label })),
        ]}
        defaultValue={step.section ?? ""}
      />
      <div>
        <Button variant="secondary">{t("outline.sectionSave")}</Button>
      </div>
    </Form>
  );
}

function HideForm() {
  const t = useT();
  const { step, hidingFault } = useLoaderData<typeof loader>();
  const [title, lead, button] = step.hidden
    ? (["outline.show", "outline.showLead", "outline.showButton"] as const)
    : (["outline.hide", "outline.hideLead", "outline.hideButton"] as const);
  return (
    <Form method="post" className="card stack">
      <h2>{t(title)}</h2>
      <p>{t(lead)}</p>
      {hidingFault ? (
        <p className="font-semibold">{t(hidingFault.key, { titles: hidingFault.titles })}</p>
      ) : (
        <div>
          <Button variant="secondary" name="intent" value={step.hidden ? "show" : "hide"}>
            {t(button)}
          </Button>
        </div>
      )}
    </Form>
  );
}

function DuplicateForm() {
  const t = useT();
  const { step, canBeTwice } = useLoaderData<typeof loader>();
  if (!canBeTwice) return null;
  const lead =
    step.kind === "lesson"
      ? "outline.duplicateLead"
      : step.kind === "quiz"
        ? "outline.duplicateQuizLead"
        : "outline.duplicateOtherLead";
  return (
    <Form method="post" className="card stack">
      <h2>{t("outline.duplicate")}</h2>
      <p>{t(lead)}</p>
      <div>
        <Button variant="secondary" name="intent" value="duplicate">
          {t("outline.duplicateButton")}
        </Button>
      </div>
    </Form>
  );
}

function RemoveForm() {
  const t = useT();
  const { step, whyStays } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const error = failed?.errors.confirm;
  return (
    <Form method="post" noValidate className="card stack">
      <h2>{t("outline.remove")}</h2>
      {error && <ErrorSummary errors={{ confirm: error }} />}
      <p>{t(step.kind === "lesson" ? "outline.removeLesson" : "outline.removeOther")}</p>
      {whyStays ? (
        <p className="font-semibold">{t(whyStays)}</p>
      ) : (
        <>
          <input type="hidden" name="intent" value="remove" />
          <Checkbox name="confirm" label={t("outline.removeConfirm", { title: step.title })} error={error} />
          <div>
            <Button variant="danger">{t("outline.removeButton")}</Button>
          </div>
        </>
      )}
    </Form>
  );
}
