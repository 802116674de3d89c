import { Link, useLoaderData } from "@remix-run/react";

import { requireActor } from "#app/identity/session.server.ts";
import { HiddenTag } from "#app/authoring/ui/hidden-tag.tsx";
import { OutlinePath } from "#app/authoring/ui/outline-path.tsx";
import { MicroPaths } from "#app/learning/ui/micro-paths.tsx";
import { previewCourse } from "#app/library/preview.server.ts";
import { OutlineRuns } from "#app/library/ui/outline-runs.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) =>
  previewCourse(await requireActor(request), requireParam(params, "course"), languageOf(request)),
);

const folders = {
  lesson: "lessons",
  quiz: "quizzes",
  assignment: "assignments",
  survey: "surveys",
  package: "packages",
  session: "sessions",
  video: "materials",
  file: "materials",
  link: "materials",
} as const;

export default function PreviewPage() {
  const t = useT();
  const course = useLoaderData<typeof loader>();
  return (
    <div className="measure stack">
      <Breadcrumbs
        items={[
          { to: "/teach", label: t("teach.courses") },
          { to: `/teach/${course.slug}`, label: course.title },
        ]}
      />
      <Notice kind="info">{t("teach.previewLead")}</Notice>
      <PageHeader title={course.title} lead={course.summary} />
      {course.isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      <h2>{t("learn.contentNote")}</h2>
      <p>{course.contentNote}</p>
      <h2>{t("learn.objectives")}</h2>
      <ul className="list-disc ps-5">
        {course.objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
      {course.paths && (
        <MicroPaths
          paths={course.paths}
          lessons={course.outline}
          ownSector={null}
          linkOf={(id) => `/teach/${course.slug}/preview/lessons/${id}/start`}
        />
      )}
      <h2>{t("teach.previewOutline")}</h2>
      <OutlineRuns
        steps={course.outline}
        titles={course.sectionTitles}
        list={(steps) => (
          <ol className="grid gap-3">
            {steps.map((step) => (
              <Step key={step.id} step={step} />
            ))}
          </ol>
        )}
      />
      <OutlinePath steps={course.outline} />
      <p>
        <a href={`/teach/${course.slug}/preview/certificate.pdf`}>{t("teach.previewCertificate")}</a>
      </p>
    </div>
  );
}

type PreviewedStep = ReturnType<typeof useLoaderData<typeof loader>>["outline"][number];

function Step({ step: { id, kind, title, minutes, required, hidden } }: { step: PreviewedStep }) {
  const t = useT();
  const { slug } = useLoaderData<typeof loader>();
  return (
    <li className="card">
      <Link
        className="font-semibold"
        to={`/teach/${slug}/preview/${folders[kind]}/${id}${kind === "lesson" ? "/start" : ""}`}
      >
        {title}
      </Link>
      {hidden && <HiddenTag />}
      <p className="text-slate">
        {t("learn.minutes", { minutes })} · {t(required ? "learn.counts" : "learn.optional")}
      </p>
    </li>
  );
}
