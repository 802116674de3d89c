import { useLoaderData } from "@remix-run/react";

import type { ComparedQuestion } from "#app/authoring/question-comparison.server.ts";
import { TextComparison } from "#app/authoring/ui/text-comparison.tsx";
import { compareVersions, type ComparedFile } from "#app/authoring/version-comparison.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "reviews.changes" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const versions = { from: requireParam(params, "from"), to: requireParam(params, "to") };
  return compareVersions(actor, requireParam(params, "course"), versions, languageOf(request));
});

const titles = {
  lessons: "reviews.groupLessons",
  texts: "reviews.groupTexts",
  outline: "reviews.groupOutline",
  surveys: "reviews.groupSurveys",
  quizzes: "reviews.groupQuizzes",
  packages: "reviews.groupPackages",
  media: "reviews.groupMedia",
  other: "reviews.groupOther",
} as const;

export default function VersionComparisonPage() {
  const t = useT();
  const { slug, title, from, to, groups, questions } = useLoaderData<typeof loader>();
  return (
    <div className="grid gap-8">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${slug}`, label: title },
          { to: `/teach/${slug}/versions`, label: t("reviews.versions") },
        ]}
      />
      <PageHeader
        kicker={t("reviews.compared", { from, to: to ?? t("reviews.nextVersion") })}
        title={t("reviews.changes")}
        lead={t("reviews.comparedLead")}
      />
      {groups.length + questions.length === 0 && <p>{t("reviews.noDifference")}</p>}
      {groups.map(({ group, files }) => (
        <section key={group} className="stack">
          <h2>{t(titles[group])}</h2>
          {files.map((file) => (
            <ChangedFile key={file.path} file={file} />
          ))}
        </section>
      ))}
      {questions.length > 0 && (
        <section className="stack">
          <h2>{t("publishing.questions")}</h2>
          {questions.map((question) => (
            <ChangedQuestion key={question.key} question={question} />
          ))}
        </section>
      )}
      <p className="text-slate">{t("reviews.questionsElsewhere")}</p>
    </div>
  );
}

const changes = {
  added: "reviews.fileAdded",
  removed: "reviews.fileRemoved",
  changed: "reviews.fileChanged",
} as const;

function ChangedFile({ file: { name, change, rows, language } }: { file: ComparedFile }) {
  const t = useT();
  const heading = t(changes[change], { file: name });
  if (!rows) return <p className="wrap-anywhere">{heading}</p>;
  return (
    <article className="card stack">
      <h3 className="wrap-anywhere">{heading}</h3>
      <TextComparison rows={rows} language={language} />
    </article>
  );
}

function ChangedQuestion({ question }: { question: ComparedQuestion }) {
  const t = useT();
  const { key, change, isKeyChanged, arePointsChanged, areRulesChanged, texts } = question;
  return (
    <article className="card stack">
      <h3 className="wrap-anywhere">{t(changes[change], { file: key })}</h3>
      {isKeyChanged && <p className="font-semibold">{t("publishing.keyChanged")}</p>}
      {arePointsChanged && <p>{t("publishing.pointsChanged")}</p>}
      {areRulesChanged && <p>{t("publishing.rulesChanged")}</p>}
      {texts.map(({ language, rows }) => (
        <section key={language} className="stack">
          <h4>{languageName(language)}</h4>
          <TextComparison rows={rows} language={language} />
        </section>
      ))}
    </article>
  );
}
