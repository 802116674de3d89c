import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { formInCyrillic } from "#app/authoring/draft-cyrillic.server.ts";
import { submitTexts, textsPage } from "#app/authoring/draft-texts.server.ts";
import { DraftBreadcrumbs } from "#app/authoring/ui/draft-breadcrumbs.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf, type FormErrors } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { derivedFrom, languageName } from "#app/platform/languages.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { IntoCyrillic, NowInCyrillic } from "#app/ui/into-cyrillic.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "outline.texts" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, language] = [requireParam(params, "course"), requireParam(params, "language")];
  return textsPage(actor, course, language, languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, language] = [requireParam(params, "course"), requireParam(params, "language")];
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "cyrillic") {
    const isText = (name: string) => name !== "basis";
    return data({ errors: null, ...(await formInCyrillic(actor, course, language, { fields, isText })) });
  }
  const refused = await submitTexts(actor, course, language, fields);
  if (refused) return data({ ...refused, kept: null }, { status: refused.errors.form ? 409 : 422 });
  return redirect(`/teach/${course}/draft/texts/${language}?done=saved`);
});

export default function DraftTextsPage() {
  const t = useT();
  const { slug, courseTitle, language, languages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSaved = useSearchParams()[0].get("done") === "saved" && !answer;
  return (
    <div className="measure grid gap-8">
      <DraftBreadcrumbs slug={slug} courseTitle={courseTitle} />
      <PageHeader title={t("outline.texts")} kicker={languageName(language)} lead={t("outline.textsLead")}>
        {languages.length > 1 && (
          <nav aria-label={t("outline.otherLanguages")}>
            <ul className="flex flex-wrap gap-x-6">
              {languages
                .filter((tag) => tag !== language)
                .map((tag) => (
                  <li key={tag}>
                    <Link
                      to={`/teach/${slug}/draft/texts/${tag}`}
                      className="inline-flex min-h-11 items-center"
                    >
                      {languageName(tag)}
                    </Link>
                  </li>
                ))}
            </ul>
          </nav>
        )}
      </PageHeader>
      {isSaved && (
        <Notice kind="success" isStatus>
          {t("outline.doneSaved")}
        </Notice>
      )}
      {answer?.kept && <NowInCyrillic kept={answer.kept} />}
      <TextsForm key={`${language} ${answer?.kept ? JSON.stringify(answer.typed) : ""}`} />
      <section className="stack">
        <h2>{t("outline.next")}</h2>
        <div>
          <ButtonLink to={`/teach/${slug}/draft/outline`} variant="secondary">
            {t("outline.toOutline")}
          </ButtonLink>
        </div>
      </section>
    </div>
  );
}

const fieldHints = {
  summary: ["authoring.fieldSummary", null],
  contentNote: ["authoring.fieldContentNote", "authoring.fieldContentNoteHint"],
  objectives: ["authoring.fieldObjectives", "authoring.fieldObjectivesHint"],
} as const;

function TextsForm() {
  const t = useT();
  const { course, activities, basis, language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed;
  const errors: FormErrors | null = answer?.errors ?? null;
  return (
    <Form method="post" noValidate className="stack">
      <ErrorSummary errors={errors} />
      <input type="hidden" name="basis" value={(answer?.kept && typed?.basis) ?? basis} />
      <h2>{t("outline.aboutCourse")}</h2>
      <TextField
        name="title"
        label={t("outline.fieldTitle")}
        defaultValue={typed?.title ?? course.title}
        maxLength={200}
        error={errors?.title}
      />
      {(["summary", "contentNote", "objectives"] as const).map((name) => {
        const [label, hint] = fieldHints[name];
        return (
          <TextArea
            key={name}
            name={name}
            label={t(label)}
            hint={hint && t(hint)}
            rows={3}
            defaultValue={typed?.[name] ?? course[name]}
            error={errors?.[name]}
          />
        );
      })}
      <h2>{t("outline.steps")}</h2>
      {activities.map(({ id, name, title, summary }) => (
        <fieldset key={id} className="card stack">
          <legend className="font-semibold">{name}</legend>
          <TextField
            name={`title-${id}`}
            label={t("outline.fieldTitle")}
            defaultValue={typed?.[`title-${id}`] ?? title}
            maxLength={200}
            error={errors?.[`title-${id}`]}
          />
          <TextField
            name={`summary-${id}`}
            label={t("outline.fieldSummary")}
            defaultValue={typed?.[`summary-${id}`] ?? summary}
            isOptional
            error={errors?.[`summary-${id}`]}
          />
        </fieldset>
      ))}
      <div>
        <Button>{t("common.save")}</Button>
      </div>
      {derivedFrom(language).length > 0 && <IntoCyrillic />}
    </Form>
  );
}
