import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { regradePage } from "#app/assessment/regrade-page.server.ts";
import { submitRegrade } from "#app/assessment/regrade.server.ts";
import { chosenVersions, versionField } from "#app/assessment/regrade-form.ts";
import { RegradePreview } from "#app/assessment/ui/grading/regrade-preview.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf, type FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "grading.regradeTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const search = new URL(request.url).searchParams;
  const page = await regradePage(
    actor,
    requireParam(params, "course"),
    requireParam(params, "quiz"),
    chosenVersions(Object.fromEntries(search)),
    languageOf(request),
  );
  return { ...page, isAsked: search.has("asked") };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const quiz = requireParam(params, "quiz");
  const here = `/teach/${course}/quizzes/${quiz}/regrade`;
  const outcome = await submitRegrade(actor, course, quiz, fieldsOf(await request.formData()));
  if (!outcome) {
    const errors: FormErrors = { form: "grading.regradeChoose" };
    return data({ errors }, { status: 422 });
  }
  if (outcome.chosen) {
    const chosen = outcome.chosen.map(([id, version]) => [versionField(id), version]);
    return redirect(`${here}?${new URLSearchParams(chosen).toString()}`);
  }
  return redirect(`${here}?asked=yes`);
});

export default function RegradePage() {
  const { t } = useI18n();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${page.courseSlug}`, label: page.courseTitle },
        ]}
      />
      <PageHeader kicker={page.quizTitle} title={t("grading.regrade")} lead={t("grading.regradeLead")} />
      {page.isAsked && (
        <Notice kind="success" isStatus>
          {t("grading.regradeAsked")}
        </Notice>
      )}
      {page.questions.length === 0 ? (
        <EmptyState title={t("grading.regradeEmpty")}>
          <p>{t("grading.regradeEmptyHint")}</p>
        </EmptyState>
      ) : (
        <ChooseVersions />
      )}
      {page.preview && page.chosen && <RegradePreview preview={page.preview} chosen={page.chosen} />}
      {page.history.length > 0 && <History />}
    </div>
  );
}

function ChooseVersions() {
  const { t, formatDate } = useI18n();
  const { questions, chosen } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  return (
    <Form method="post" noValidate className="measure stack">
      <ErrorSummary errors={errors} />
      {questions.map(({ id, q, versions }) => (
        <fieldset key={id} className="card grid gap-3">
          <legend className="font-semibold">{q}</legend>
          <div>
            <p>{t("grading.regradeNow")}</p>
            <ul className="list-disc ps-5">
              {versions
                .filter(({ answers }) => answers > 0)
                .map(({ id: version, number, answers }) => (
                  <li key={version}>{t("grading.regradeGradedBy", { number, count: answers })}</li>
                ))}
            </ul>
          </div>
          <SelectField
            name={versionField(id)}
            label={t("grading.regradeBy")}
            defaultValue={chosen?.[id] ?? ""}
            options={[
              { value: "", label: t("grading.regradeLeave") },
              ...versions.map((version) => ({
                value: version.id,
                label: t("grading.regradeVersion", {
                  number: version.number,
                  date: formatDate(version.createdAt),
                }),
              })),
            ]}
          />
        </fieldset>
      ))}
      <div>
        <Button name="intent" value="preview">
          {t("grading.regradePreview")}
        </Button>
      </div>
    </Form>
  );
}

function History() {
  const { t, formatDateTime } = useI18n();
  const { history } = useLoaderData<typeof loader>();
  return (
    <section className="stack min-w-0">
      <h2>{t("grading.regradeHistory")}</h2>
      <DataTable
        caption={t("grading.regradeHistory")}
        isCaptionHidden
        columns={[
          { key: "when", header: t("grading.regradeWhen"), isRowHeader: true },
          { key: "by", header: t("grading.regradeByWhom") },
          { key: "questions", header: t("grading.regradeQuestions"), isLong: true },
          { key: "changed", header: t("grading.regradeChanged"), isNumeric: true },
        ]}
        rows={history.map(({ askedAt, by, questions, changed, isApplied }) => ({
          when: formatDateTime(askedAt),
          by,
          questions: questions.map(({ key, number }) => `${key} → ${number}`).join(", "),
          changed: isApplied ? changed : t("grading.regradeWaiting"),
        }))}
      />
    </section>
  );
}
