import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { PartStateTag } from "#app/authoring/ui/part-state.tsx";
import { addLanguage, includeLanguage, withholdLanguage } from "#app/authoring/workbench-languages.server.ts";
import { workbenchPage } from "#app/authoring/workbench-pages.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

export const handle = { title: "workbench.title" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  return workbenchPage(actor, requireParam(params, "course"), languageOf(request));
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const { intent, language = "" } = fieldsOf(await request.formData());
  const tag = String(language);
  if (intent === "include" || intent === "withhold") {
    const change = intent === "include" ? includeLanguage : withholdLanguage;
    const problem = await change(actor, course, tag);
    if (problem) return data({ tag, problem }, { status: 422 });
  } else {
    await addLanguage(actor, course, tag);
  }
  return redirect(`/teach/${course}/draft/translations`);
});

type OfLanguage = ReturnType<typeof useLoaderData<typeof loader>>["languages"][number];

export default function WorkbenchPage() {
  const t = useT();
  const { slug, courseTitle, languages } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid grid-cols-1 gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: courseTitle },
          { to: `/teach/${slug}/draft`, label: t("drafts.title") },
        ]}
      />
      <PageHeader title={t("workbench.title")} lead={t("workbench.lead")} />
      {languages.map((language) => (
        <LanguageCard key={language.tag} language={language} />
      ))}
      <Exchange />
      <NewLanguage />
    </div>
  );
}

function LanguageCard({ language }: { language: OfLanguage }) {
  const t = useT();
  const { slug } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { tag, name, isPublished, derived, translated, total, questionsOpen, parts } = language;
  return (
    <section className="card stack" aria-labelledby={`language-${tag}`}>
      <h2 id={`language-${tag}`} lang={tag}>
        {name}
      </h2>
      <p>{t(isPublished ? "workbench.published" : "workbench.drafting")}</p>
      <p>{t("workbench.progress", { translated, total })}</p>
      {derived.map((other) => (
        <p key={other}>{t("workbench.derived", { language: other })}</p>
      ))}
      <DataTable
        caption={t("workbench.partsOf", { language: name })}
        isCaptionHidden
        columns={[
          { key: "part", header: t("workbench.part"), isRowHeader: true },
          { key: "state", header: t("workbench.state") },
          { key: "texts", header: t("workbench.texts"), isNumeric: true },
        ]}
        rows={parts.map((part) => ({
          part: (
            <Link
              to={`/teach/${slug}/draft/translations/${tag}${part.name === null ? "" : `/${part.name}`}`}
              className="inline-flex min-h-11 items-center"
            >
              {part.name === null
                ? t("workbench.courseTexts")
                : part.isActivity
                  ? t("workbench.activityTexts", { title: part.title ?? "" })
                  : part.title}
            </Link>
          ),
          state: <PartStateTag state={part.state} />,
          texts: `${part.translated} / ${part.total}`,
        }))}
      />
      <p>
        <Link
          to={`/teach/${slug}/draft/translation-questions/${tag}`}
          className="inline-flex min-h-11 items-center"
        >
          {t("workbench.questionsOpen", { count: questionsOpen })}
        </Link>
      </p>
      {answer?.tag === tag && (
        <Notice kind="danger" isStatus>
          {t(answer.problem)}
        </Notice>
      )}
      <Form method="post">
        <input type="hidden" name="language" value={tag} />
        <Button variant="secondary" name="intent" value={isPublished ? "withhold" : "include"}>
          {t(isPublished ? "workbench.withhold" : "workbench.include")}
        </Button>
      </Form>
    </section>
  );
}

function Exchange() {
  const t = useT();
  const { slug, languages } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("workbench.exchangeTitle")}</h2>
      <p>{t("workbench.exchangeLead", { marks: "{{…}}" })}</p>
      <ul className="grid">
        {languages.map(({ tag, name }) => (
          <li key={tag}>
            <Link
              to={`/teach/${slug}/draft/translations/${tag}.xlf`}
              reloadDocument
              className="inline-flex min-h-11 items-center"
            >
              {t("workbench.export", { language: name })}
            </Link>
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink to={`/teach/${slug}/draft/translation-import`} variant="secondary">
          {t("workbench.importLink")}
        </ButtonLink>
      </div>
    </section>
  );
}

function NewLanguage() {
  const t = useT();
  const { others } = useLoaderData<typeof loader>();
  if (others.length === 0) return null;
  return (
    <Form method="post" className="card stack">
      <h2>{t("workbench.addTitle")}</h2>
      <p>{t("workbench.addLead")}</p>
      <SelectField
        name="language"
        label={t("workbench.addField")}
        options={others.map(({ tag, name }) => ({ value: tag, label: name }))}
      />
      <div>
        <Button name="intent" value="add">
          {t("workbench.add")}
        </Button>
      </div>
    </Form>
  );
}
