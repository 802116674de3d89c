import { Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";

import { courseTranslations } from "#app/authoring/course-translations.server.ts";
import type { ReviewPlace, ReviewTask } from "#app/authoring/review-tasks.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { type TranslationMark, reviewKinds } from "#app/library/translation-status.ts";
import { CourseNav } from "#app/library/ui/course-nav.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { defaultLanguage, type Language, languageName } from "#app/platform/languages.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "teach.translationsTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const page = await courseTranslations(actor, requireParam(params, "course"), languageOf(request));
  return { ...page, isAdministrator: actor.role === "administrator" };
});

type OfLanguage = ReturnType<typeof useLoaderData<typeof loader>>["languages"][number];

export default function TranslationsPage() {
  const t = useT();
  const { slug, title, languages, hasNotes, isAdministrator } = useLoaderData<typeof loader>();
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
        ]}
      />
      <PageHeader title={t("teach.translations")} lead={t("teach.translationsLead")}>
        <CourseNav slug={slug} isAdministrator={isAdministrator} label={title} />
      </PageHeader>
      {languages.map((language) => (
        <section key={language.tag} className="card stack">
          <h2 lang={language.tag}>{language.name}</h2>
          <LanguageStatus slug={slug} language={language} hasNotes={hasNotes} />
          <CheckFirst slug={slug} language={language} />
        </section>
      ))}
    </div>
  );
}

function LanguageStatus({
  slug,
  language,
  hasNotes,
}: {
  slug: string;
  language: OfLanguage;
  hasNotes: boolean;
}) {
  const t = useT();
  const { tag, isOriginal, derivedFrom, basedOn, texts, lessons, packages, words, behind, notes } = language;
  if (isOriginal) return <p>{t("teach.translationOriginal")}</p>;
  if (derivedFrom) return <p>{t("teach.translationDerived", { language: languageName(derivedFrom) })}</p>;
  const from = basedOn ?? defaultLanguage;
  return (
    <>
      {basedOn && <p>{t("teach.translationBased", { language: languageName(basedOn) })}</p>}
      <dl className="grid gap-2">
        <dt className="font-semibold">{t("teach.translationTexts")}</dt>
        <dd>{texts ? <Mark translation={texts.translation} /> : t("teach.translationMissing")}</dd>
        {behind.texts && (
          <dd>
            <SourceChanged from={from} />
          </dd>
        )}
        <dt className="font-semibold">{t("teach.translationLessons")}</dt>
        <dd>{t("teach.translationLessonsPending", lessons)}</dd>
        {behind.lessons.length > 0 && (
          <dd>
            <SourceChanged from={from} />
            <ul className="list-disc ps-5">
              {behind.lessons.map(({ activity, title }) => (
                <li key={activity} className="py-1">
                  <Link to={`/teach/${slug}/preview/lessons/${activity}/start`}>{title}</Link>
                </li>
              ))}
            </ul>
          </dd>
        )}
        {packages.length > 0 && <dt className="font-semibold">{t("teach.translationPackages")}</dt>}
        {packages.map(({ translation, isBehind, ...place }) => (
          <dd key={place.name} className="grid">
            <Place slug={slug} tag={tag} {...place} />
            <Mark translation={translation} />
            {isBehind && <SourceChanged from={from} />}
          </dd>
        ))}
        {words && (
          <>
            <dt className="font-semibold">{t("teach.translationWords")}</dt>
            <dd>
              <Mark translation={words.translation} />
            </dd>
            {words.isBehind && (
              <dd>
                <SourceChanged from={from} />
              </dd>
            )}
          </>
        )}
        {hasNotes && (
          <>
            <dt className="font-semibold">{t("teach.translationNotes")}</dt>
            <dd>{notes ? <Mark translation={notes.translation} /> : t("teach.translationMissing")}</dd>
            {notes && notes.behind.length > 0 && (
              <dd>
                <SourceChanged from={from} />
                <ul className="list-disc ps-5">
                  {notes.behind.map((jurisdiction) => (
                    <li key={jurisdiction} className="py-1">
                      <Link to={`/jurisdictions?in=${jurisdiction}`}>
                        {t(`common.jurisdiction_${jurisdiction}`)}
                      </Link>
                    </li>
                  ))}
                </ul>
              </dd>
            )}
          </>
        )}
        <dt className="font-semibold">{t("teach.translationInterface")}</dt>
        <dd>
          <Mark translation={language.interface} />
        </dd>
      </dl>
    </>
  );
}

function Mark({ translation }: { translation: TranslationMark | null }) {
  const t = useT();
  if (translation === null) return <StatusTag kind="neutral">{t("teach.translationOriginal")}</StatusTag>;
  return translation === "reviewed by a native speaker" ? (
    <StatusTag kind="done">{t("teach.translationReviewed")}</StatusTag>
  ) : (
    <StatusTag kind="todo">{t("teach.translationPending")}</StatusTag>
  );
}

function SourceChanged({ from }: { from: Language }) {
  const t = useT();
  return <StatusTag kind="todo">{t("teach.translationBehind", { language: languageName(from) })}</StatusTag>;
}

/** In this order: what is the course's own, what stands beside it. */
const taskGroups = ["course", "packages", "words", "notes", "interface"] as const;

function CheckFirst({ slug, language: { tag, tasks } }: { slug: string; language: OfLanguage }) {
  const t = useT();
  const groups = taskGroups.filter((group) => tasks[group].length > 0);
  if (groups.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 content-center font-semibold">{t("teach.reviewFirst")}</summary>
      <div className="stack">
        {groups.map((group) => (
          <Fragment key={group}>
            <h3>{t(`teach.reviewOf_${group}`)}</h3>
            <TaskList slug={slug} tag={tag} tasks={tasks[group]} />
          </Fragment>
        ))}
      </div>
    </details>
  );
}

function TaskList({ slug, tag, tasks }: { slug: string; tag: string; tasks: ReviewTask[] }) {
  const t = useT();
  return reviewKinds
    .filter((kind) => tasks.some((task) => task.kind === kind))
    .map((kind) => (
      <section key={kind}>
        <h4>{t(`teach.reviewKind_${kind}`)}</h4>
        <ul className="list-disc ps-5">
          {tasks
            .filter((task) => task.kind === kind)
            .map(({ term, note, places }) => (
              <li key={note + (term ?? "")} className="py-1">
                {term && (
                  <>
                    <strong lang={tag}>{term}</strong>:{" "}
                  </>
                )}
                <span lang="en">{note}</span>
                <ul className="ps-5">
                  {places.length === 0 && <li>{t("teach.reviewEverywhere")}</li>}
                  {places.map((place) => (
                    <li key={place.name} className="wrap-anywhere">
                      <Place slug={slug} tag={tag} {...place} />
                    </li>
                  ))}
                </ul>
              </li>
            ))}
        </ul>
      </section>
    ));
}

/** Pages open in the reader's language: who reviews another one switches to it. */
function Place({ slug, tag, name, words, ...place }: ReviewPlace & { slug: string; tag: string }) {
  const page = pageOf(slug, place);
  return (
    <>
      {page ? <Link to={page}>{name}</Link> : name}
      {words && (
        <>
          : <span lang={tag}>{words}</span>
        </>
      )}
    </>
  );
}

function pageOf(slug: string, { lesson, package: played, jurisdiction }: Omit<ReviewPlace, "name">) {
  if (lesson) return `/teach/${slug}/preview/lessons/${lesson.activity}/${lesson.page}`;
  if (played) return `/teach/${slug}/preview/packages/${played.activity}`;
  return jurisdiction ? `/jurisdictions?in=${jurisdiction}` : null;
}
