import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { previewAnswer, previewQuestions } from "#app/assessment/preview.server.ts";
import { InlineCheck } from "#app/assessment/ui/inline-check.tsx";
import { readJurisdiction } from "#app/identity/background.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import { previewLesson } from "#app/library/preview.server.ts";
import { LessonBody } from "#app/library/ui/lesson-body.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { placeSegment } from "#app/players/place.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "teach.previewTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const lesson = await previewLesson(
    actor,
    requireParam(params, "course"),
    requireParam(params, "activity"),
    requireParam(params, "page"),
    languageOf(request),
  );
  const ids = lesson.page.blocks.flatMap((block) => (block.kind === "check" ? [block.questionId] : []));
  return {
    ...lesson,
    ownSector: actor.sector,
    questions: await previewQuestions(actor, lesson.slug, ids, languageOf(request)),
    jurisdictions: await jurisdictionBlocks(
      [lesson.page],
      readJurisdiction(request.url) ?? actor.jurisdiction,
      languageOf(request),
    ),
  };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  const outcome = await previewAnswer(actor, requireParam(params, "course"), fields, languageOf(request));
  return data({ outcome }, { status: outcome.errors ? 422 : 200 });
});

export default function PreviewLessonPage() {
  const t = useT();
  const lesson = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.outcome ?? null;
  const here = `/teach/${lesson.slug}/preview`;
  return (
    <article className="measure stack">
      <Breadcrumbs items={[{ to: here, label: lesson.courseTitle }]} />
      <Notice kind="info">{t("teach.previewBanner")}</Notice>
      <PageHeader
        kicker={`${lesson.lessonTitle} · ${t("learn.pageOf", { number: lesson.number, total: lesson.total })}`}
        title={lesson.page.title || t("learn.sources")}
      />
      <div lang={lesson.isFallback ? "en" : undefined}>
        <LessonBody
          blocks={lesson.page.blocks}
          ownSector={lesson.ownSector}
          jurisdictions={lesson.jurisdictions}
          renderPackage={({ name, title }) => (
            <section aria-label={title} className="card stack">
              <p className="text-accent">{t("learn.kindPackage")}</p>
              <p className="text-lg font-semibold">{title}</p>
              <ButtonLink to={`${here}/packages/${placeSegment({ ...lesson, packageName: name })}`}>
                {t("learn.start")}
              </ButtonLink>
            </section>
          )}
          renderCheck={(id) => {
            const question = lesson.questions.find((candidate) => candidate.id === id);
            return (
              question && (
                <InlineCheck id={id} asked={question.asked} outcome={outcome?.id === id ? outcome : null} />
              )
            );
          }}
        />
      </div>
      {lesson.sources && <SourcesList sources={lesson.sources} />}
      <div className="flex gap-4">
        {lesson.previous && (
          <ButtonLink variant="secondary" to={`${here}/lessons/${lesson.activityId}/${lesson.previous}`}>
            {t("learn.previous")}
          </ButtonLink>
        )}
        {lesson.next && (
          <ButtonLink to={`${here}/lessons/${lesson.activityId}/${lesson.next}`}>
            {t("learn.next")}
          </ButtonLink>
        )}
      </div>
    </article>
  );
}
