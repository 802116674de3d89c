import { useLoaderData } from "@remix-run/react";

import { readJurisdiction } from "#app/identity/background.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { wholeLesson } from "#app/learning/lesson-reading.server.ts";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import { LessonBody } from "#app/library/ui/lesson-body.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "learn.printTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const language = languageOf(request);
  const lesson = await wholeLesson(actor, course, requireParam(params, "activity"), language);
  const jurisdiction = readJurisdiction(request.url) ?? actor.jurisdiction;
  return {
    ...lesson,
    ownSector: actor.sector,
    jurisdictions: await jurisdictionBlocks(lesson.pages, jurisdiction, language),
  };
});

/** The whole lesson on one page; the browser prints it. */
export default function LessonPrintPage() {
  const t = useT();
  const lesson = useLoaderData<typeof loader>();
  return (
    <article className="measure stack">
      <Breadcrumbs
        items={[
          { to: `/learn/${lesson.courseSlug}`, label: lesson.courseTitle },
          { to: `/learn/${lesson.courseSlug}/lessons/${lesson.activityId}`, label: lesson.lessonTitle },
        ]}
      />
      <PageHeader kicker={lesson.courseTitle} title={lesson.lessonTitle} />
      <div lang={lesson.isFallback ? "en" : undefined} className="stack">
        {lesson.pages.map((page) => (
          <section key={page.id} className="stack">
            <h2>{page.title}</h2>
            <LessonBody
              blocks={page.blocks}
              ownSector={lesson.ownSector}
              renderCheck={() => null}
              renderPackage={({ title }) => (
                <p className="card font-semibold">
                  {t("learn.kindPackage")}: {title}
                </p>
              )}
              jurisdictions={lesson.jurisdictions}
              isPrint
            />
          </section>
        ))}
      </div>
      <h2>{t("learn.sources")}</h2>
      <SourcesList sources={lesson.sources} />
    </article>
  );
}
