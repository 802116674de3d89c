import { useLoaderData } from "@remix-run/react";

import { TextComparison } from "#app/authoring/ui/text-comparison.tsx";
import { compareVersions, type ComparedFile } from "#app/authoring/version-comparison.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
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
  const { slug, title, from, to, groups } = useLoaderData<typeof loader>();
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
      {groups.length === 0 && <p>{t("reviews.noDifference")}</p>}
      {groups.map(({ group, files }) => (
        <section key={group} className="stack">
          <h2>{t(titles[group])}</h2>
          {files.map((file) => (
            <ChangedFile key={file.path} file={file} />
          ))}
        </section>
      ))}
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
