import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { newCoursePage, submitNewCourse } from "#app/authoring/new-course.server.ts";
import { type CourseWay, courseWays } from "#app/authoring/new-course-form.ts";
import { PackageIntake } from "#app/authoring/ui/package-intake.tsx";
import { FaultList } from "#app/authoring/ui/fault-list.tsx";
import { faultsOfFolder } from "#app/authoring/shown-faults.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { maxArchiveBytes } from "#app/library/package-limits.ts";
import { requireAuthor } from "#app/library/uploaded-package.server.ts";
import { endpoint } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { defaultLanguage, languageName, writtenLanguages } from "#app/platform/languages.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FileField } from "#app/ui/file-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

export const handle = { title: "outline.new" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  return newCoursePage(actor, languageOf(request));
});

const limits = { maxFileBytes: maxArchiveBytes, maxFormBytes: maxArchiveBytes + 1024 ** 2 };

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  // Before a large file is read.
  requireAuthor(actor);
  return withSentForm(request, limits, async ({ fields, files }) => {
    const outcome = await submitNewCourse(actor, fields, files.get("archive"));
    if ("faults" in outcome) {
      return data({ faults: await faultsOfFolder(outcome.faults, languageOf(request)) }, { status: 422 });
    }
    if (!("slug" in outcome)) return data(outcome, { status: 422 });
    const { slug, instead } = outcome;
    return redirect(`/teach/${slug}/draft?done=created${instead ? `&instead=${instead}` : ""}`);
  });
});

export default function NewCoursePage() {
  const t = useT();
  const given = useSearchParams()[0].get("way");
  const way = courseWays.find((one) => one === given) ?? null;
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: "/teach", label: t("teach.courses") }]} />
      <PageHeader title={t("outline.new")} lead={t("outline.newLead")} />
      <nav aria-labelledby="ways-title" className="stack">
        <h2 id="ways-title">{t("outline.ways")}</h2>
        <ul className="grid gap-3">
          {courseWays.map((one) => (
            <li key={one} className="card">
              <Link
                to={`?way=${one}#begin`}
                aria-current={one === way ? "true" : undefined}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {t(`outline.way_${one}`)}
              </Link>
              <p>{t(`outline.wayHint_${one}`)}</p>
            </li>
          ))}
          <li className="card">
            <Link to="/teach/imports" className="inline-flex min-h-11 items-center font-semibold">
              {t("foreignCourse.way")}
            </Link>
            <p>{t("foreignCourse.wayHint")}</p>
          </li>
        </ul>
      </nav>
      {way && <WayForm key={way} way={way} />}
    </div>
  );
}

function WayForm({ way }: { way: CourseWay }) {
  const t = useT();
  const { publication, courses, packages, unread } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failed = answer && "errors" in answer ? answer : undefined;
  const isEmpty = (way === "copy" && courses.length === 0) || (way === "package" && packages.length === 0);
  return (
    <section id="begin" className="stack" aria-labelledby="begin-title">
      <h2 id="begin-title">{t(`outline.way_${way}`)}</h2>
      {answer && "faults" in answer && (
        <>
          <p className="font-semibold">{t("outline.faulty")}</p>
          <FaultList faults={answer.faults} />
        </>
      )}
      {answer && "refusal" in answer && (
        <Notice kind="danger" isStatus title={t(way === "archive" ? "outline.refused" : "outline.faulty")}>
          <p>{t(answer.refusal.key, answer.refusal.values)}</p>
        </Notice>
      )}
      {way === "package" && <PackageIntake unread={unread} />}
      {isEmpty ? (
        <p>{t(way === "copy" ? "outline.noCourses" : "outline.noPackages")}</p>
      ) : (
        <Form method="post" encType="multipart/form-data" noValidate className="stack">
          <ErrorSummary errors={failed?.errors} />
          <input type="hidden" name="publication" value={publication} />
          <input type="hidden" name="way" value={way} />
          {way === "archive" && (
            <FileField
              name="archive"
              label={t("outline.fieldArchive")}
              accept=".zip"
              error={failed?.errors.archive}
            />
          )}
          {way === "copy" && (
            <SelectField
              name="course"
              label={t("outline.fieldCourse")}
              options={[
                { value: "", label: t("outline.choose") },
                ...courses.map(({ slug, title }) => ({ value: slug, label: title })),
              ]}
              defaultValue={failed?.typed.course}
              error={failed?.errors.course}
            />
          )}
          {way === "package" && (
            <SelectField
              name="package"
              label={t("outline.fieldPackage")}
              options={[
                { value: "", label: t("outline.choose") },
                ...packages.map(({ value, title }) => ({ value, label: title })),
              ]}
              defaultValue={failed?.typed.package}
              error={failed?.errors.package}
            />
          )}
          {way !== "archive" && (
            <TextField
              name="title"
              label={t("outline.fieldTitleNew")}
              hint={t("outline.fieldTitleNewHint")}
              defaultValue={failed?.typed.title}
              maxLength={200}
              error={failed?.errors.title}
            />
          )}
          {(way === "blank" || way === "template" || way === "blended" || way === "package") && (
            <LanguageFields way={way} typed={failed?.typed} />
          )}
          <div>
            <Button>{t("outline.create")}</Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function LanguageFields({ way, typed }: { way: CourseWay; typed?: Record<string, string> }) {
  const t = useT();
  const { templateLanguages } = useLoaderData<typeof loader>();
  const languages = way === "template" || way === "blended" ? templateLanguages : writtenLanguages;
  return (
    <fieldset aria-describedby="languages-hint">
      <legend className="font-semibold">{t("outline.fieldLanguages")}</legend>
      <p id="languages-hint" className="text-slate">
        {t("outline.fieldLanguagesHint")}
      </p>
      <div className="mt-2 grid gap-2">
        {languages
          .filter((tag) => tag !== defaultLanguage)
          .map((tag) => (
            <Checkbox
              key={tag}
              name={`language_${tag}`}
              label={languageName(tag)}
              defaultChecked={typed?.[`language_${tag}`] === "yes"}
            />
          ))}
      </div>
    </fieldset>
  );
}
