import { data, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { checkAnswer, inlineQuestions } from "#app/assessment/inline-check.server.ts";
import { type CheckOutcome, InlineCheck } from "#app/assessment/ui/inline-check.tsx";
import { finishLessonPage } from "#app/certification/learner-steps.server.ts";
import { readJurisdiction } from "#app/identity/background.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { openLessonPage } from "#app/learning/lesson-reading.server.ts";
import { TimeOpen, TimeOpenField } from "#app/learning/ui/time-open.tsx";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import { LessonBody } from "#app/library/ui/lesson-body.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { messagesUrl } from "#app/platform/messages.server.ts";
import { packageAddress } from "#app/players/place.ts";
import { LessonPackage } from "#app/players/ui/lesson-package.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "learn.lessonTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const language = languageOf(request);
  const [course, activity, page] = placeOf(params);
  const { course: version, ...lesson } = await openLessonPage(actor, course, activity, page, language);
  const questionIds = lesson.page.blocks.flatMap((block) =>
    block.kind === "check" ? [block.questionId] : [],
  );
  return {
    ...lesson,
    ownSector: actor.sector,
    questions: await inlineQuestions(version, questionIds, language),
    packages: packagesOn(lesson, language),
    jurisdictions: await jurisdictionBlocks(
      [lesson.page],
      readJurisdiction(request.url) ?? actor.jurisdiction,
      language,
    ),
  };
});

/** What the packages on a page need; nothing for pages without any, which are to stay light. */
function packagesOn(
  { page, courseSlug, activityId }: Omit<Awaited<ReturnType<typeof openLessonPage>>, "course">,
  language: Language,
) {
  const addresses = page.blocks.flatMap((block) =>
    block.kind === "package"
      ? [[block.name, packageAddress({ courseSlug, activityId, packageName: block.name })] as const]
      : [],
  );
  if (addresses.length === 0) return null;
  return { addresses: Object.fromEntries(addresses), messagesUrl: messagesUrl(language, "unit") };
}

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, activity, page] = placeOf(params);
  const fields = fieldsOf(await request.formData());
  if (fields.intent === "check") {
    const id = String(fields.question);
    const { course: version } = await enrolmentOf(actor, course);
    const checked = await checkAnswer(version, id, fields, languageOf(request));
    const outcome: CheckOutcome = { id, given: fields, ...checked };
    return data({ outcome, secondsLeft: 0 }, { status: outcome.errors ? 422 : 200 });
  }
  const time = fields.time === "heard" ? "heard" : "whole";
  const { next, secondsLeft } = await finishLessonPage(actor, course, activity, page, time);
  if (!next && secondsLeft > 0) return data({ outcome: null, secondsLeft }, { status: 422 });
  return redirect(
    next ? `/learn/${course}/lessons/${activity}/${next}` : `/learn/${course}?finished=${activity}`,
  );
});

function placeOf(params: Record<string, string | undefined>) {
  return [
    requireParam(params, "course"),
    requireParam(params, "activity"),
    requireParam(params, "page"),
  ] as const;
}

export default function LessonPage() {
  const t = useT();
  const lesson = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>()?.outcome ?? null;
  return (
    <article className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${lesson.courseSlug}`, label: lesson.courseTitle }]} />
      <PageHeader
        kicker={`${lesson.lessonTitle} · ${t("learn.pageOf", { number: lesson.number, total: lesson.total })}`}
        title={lesson.page.title || t("learn.sources")}
        lead={lesson.sources && t("learn.sourcesLead")}
      />
      {lesson.isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      <div lang={lesson.isFallback ? "en" : undefined}>
        <LessonBody
          blocks={lesson.page.blocks}
          ownSector={lesson.ownSector}
          jurisdictions={lesson.jurisdictions}
          renderPackage={({ name, title }) => (
            <LessonPackage
              address={lesson.packages?.addresses[name] ?? ""}
              title={title}
              messagesUrl={lesson.packages?.messagesUrl ?? ""}
            />
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
      <MinimumTime />
      <Turn />
      <p className="no-print text-sm text-slate">
        {t("learn.saved")}{" "}
        <Link to={`/learn/${lesson.courseSlug}/lessons/${lesson.activityId}/print`}>
          {t("learn.printLesson")}
        </Link>
      </p>
    </article>
  );
}

/** What of a minimum time is left, and that the last page's button came too soon. */
function MinimumTime() {
  const t = useT();
  const { courseSlug, activityId, minimumMinutes, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.secondsLeft ?? 0;
  if (minimumMinutes === null) return null;
  return (
    <>
      {refused > 0 && (
        <Notice kind="warning" isStatus>
          {t("learn.timeRead", { minutes: Math.ceil(refused / 60) })}
        </Notice>
      )}
      <TimeOpen
        courseSlug={courseSlug}
        activityId={activityId}
        minimumMinutes={minimumMinutes}
        secondsLeft={refused || page.secondsLeft}
      />
    </>
  );
}

/** Previous and next; fixed at the bottom of small screens. "Next" says that this page was read. */
function Turn() {
  const t = useT();
  const { courseSlug, activityId, previous, next, minimumMinutes } = useLoaderData<typeof loader>();
  return (
    <div className="no-print sticky bottom-0 -mx-4 border-t border-line bg-paper px-4 py-3 sm:static sm:mx-0 sm:px-0">
      <Form method="post" className="flex flex-row-reverse justify-between gap-4">
        {minimumMinutes !== null && <TimeOpenField />}
        <Button name="intent" value="next">
          {t(next ? "learn.next" : "learn.finish")}
        </Button>
        {previous && (
          <ButtonLink to={`/learn/${courseSlug}/lessons/${activityId}/${previous}`} variant="secondary">
            {t("learn.previous")}
          </ButtonLink>
        )}
      </Form>
    </div>
  );
}
