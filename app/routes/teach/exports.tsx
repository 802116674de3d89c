import { Link, useLoaderData } from "@remix-run/react";

import { type ExportFormat, exportFormats } from "#app/authoring/export/export-formats.ts";
import { exportPage } from "#app/authoring/export/export-page.server.ts";
import { LeftOutList } from "#app/authoring/ui/left-out.tsx";
import { requireActor } from "#app/identity/session.server.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { isLanguage, languageName, languages } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "courseExport.pageTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const asked = new URL(request.url).searchParams.get("language");
  const language = isLanguage(asked) ? asked : languageOf(request);
  return exportPage(actor, requireParam(params, "course"), language);
});

export default function ExportsPage() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${page.slug}`, label: page.title },
        ]}
      />
      <PageHeader
        kicker={page.title}
        title={t("courseExport.pageTitle")}
        lead={t("courseExport.lead", { label: page.label })}
      />
      <CourseNav slug={page.slug} isAdministrator={page.isAdministrator} label={page.title} />
      <Languages chosen={page.language} />
      {page.isPartlyMissing && <Notice kind="warning">{t("courseExport.missing")}</Notice>}
      <section className="stack">
        <h2>{t("courseExport.goesIn")}</h2>
        <p>{t("courseExport.goesInLessons")}</p>
        <p>{t("courseExport.goesInTests")}</p>
        <p>{t("courseExport.goesInMaterials")}</p>
        <p>{t("courseExport.notKept")}</p>
        <Notice kind="warning" title={t("courseExport.keysTitle")}>
          <p>{t("courseExport.keys")}</p>
        </Notice>
      </section>
      <section className="stack">
        <h2>{t("courseExport.leftOutTitle")}</h2>
        <LeftOutList leftOut={page.leftOut} />
        {!page.canBeCompleted && <Notice kind="warning">{t("courseExport.nothingCounts")}</Notice>}
      </section>
      {exportFormats.map((format) => (
        <Format key={format} format={format} slug={page.slug} language={page.language} />
      ))}
    </div>
  );
}

function Languages({ chosen }: { chosen: string }) {
  const t = useT();
  return (
    <nav aria-label={t("courseExport.language")} className="grid gap-1">
      <h2>{t("courseExport.language")}</h2>
      <ul className="flex flex-wrap gap-x-6">
        {languages.map(({ tag }) => (
          <li key={tag}>
            <Link
              to={`?language=${tag}`}
              lang={tag}
              aria-current={tag === chosen ? "page" : undefined}
              preventScrollReset
              className="inline-flex min-h-11 items-center aria-[current=page]:font-semibold"
            >
              {languageName(tag)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Format({ format, slug, language }: { format: ExportFormat; slug: string; language: string }) {
  const t = useT();
  const key = format.replace(/[-.]/g, "_");
  const name = t(`courseExport.format_${key}` as MessageKey);
  return (
    <section className="card stack">
      <h2>{name}</h2>
      <p>{t(`courseExport.about_${key}` as MessageKey)}</p>
      <p>
        {/* A file, not a page. */}
        <a
          href={`/teach/${slug}/exports/${format}/${language}`}
          download
          className="inline-flex min-h-11 items-center"
        >
          {t("courseExport.download", { format: `${name} (${languageName(language)})` })}
        </a>
      </p>
    </section>
  );
}
