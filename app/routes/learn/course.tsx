import { Link, useLoaderData, useSearchParams } from "@remix-run/react";

import { learnerOutline } from "#app/assessment/learner-outline.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import type { OutlineStep, RuledStep } from "#app/learning/course-outline.server.ts";
import { waitsForGrading } from "#app/learning/path.ts";
import { activityLink, hasOwnTexts } from "#app/learning/ui/activity-link.ts";
import { MicroPaths } from "#app/learning/ui/micro-paths.tsx";
import { Reasons } from "#app/learning/ui/reasons.tsx";
import { VersionOfferNotice } from "#app/learning/ui/version-offer.tsx";
import { OutlineRuns } from "#app/library/ui/outline-runs.tsx";
import { comingAppointments } from "#app/live-sessions/appointments.server.ts";
import { whenWords } from "#app/live-sessions/when.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "learn.courseTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const [course, language] = [requireParam(params, "course"), languageOf(request)];
  const outline = await learnerOutline(actor, course, language);
  return { ...outline, dates: await comingAppointments(actor, language, course) };
});

export default function CoursePage() {
  const { t } = useI18n();
  const course = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const finishedId = search.get("finished");
  const isMoved = search.has("moved");
  const finished = course.steps.find(({ id, state }) => id === finishedId && state === "done");
  const next = course.steps.find(({ id }) => id === course.nextId);
  return (
    <div className="measure grid gap-8">
      <Breadcrumbs items={[{ to: "/learn", label: t("learn.coursesTitle") }]} />
      <PageHeader title={course.title} lead={course.summary} />
      <Closed />
      {isMoved && !course.offer && (
        <Notice kind="success" isStatus>
          {t("learn.moved", { label: course.versionLabel })}
        </Notice>
      )}
      {course.offer && <VersionOfferNotice slug={course.slug} offer={course.offer} />}
      {course.isFallback && <Notice kind="info">{t("learn.fallback")}</Notice>}
      {finished && (
        <Notice kind="success" title={t("learn.lessonFinished", { title: finished.title })} isStatus>
          {next && t("learn.lessonFinishedNext", { title: next.title })}
        </Notice>
      )}
      {course.completedAt && (
        <Notice kind="success" title={t("learn.certificateEarned")}>
          <p className="mb-3">{t("learn.certificateEarnedHint")}</p>
          <ButtonLink to={`/learn/${course.slug}/certificate`}>{t("learn.toCertificate")}</ButtonLink>
        </Notice>
      )}
      {!course.isBegun && <BeforeBeginning />}
      {next && !course.completedAt && (
        <div>
          <ButtonLink to={activityLink(course.slug, next)} isDownload={hasOwnTexts(next.kind)}>
            {t(
              next.kind === "session"
                ? "learn.seeDates"
                : next.state === "started"
                  ? "learn.continue"
                  : "learn.start",
            )}
            : {next.title}
          </ButtonLink>
        </div>
      )}
      {course.paths && (
        <MicroPaths
          paths={course.paths}
          lessons={course.steps}
          ownSector={course.ownSector}
          linkOf={(id) => activityLink(course.slug, { kind: "lesson", id })}
        />
      )}
      <section className="stack">
        <h2>{t("learn.outline")}</h2>
        <OutlineRuns
          steps={course.steps}
          titles={course.sectionTitles}
          note={(steps) => <p className="text-slate">{t("learn.rulesMet", doneOf(steps))}</p>}
          list={(steps) => (
            <ol className="grid gap-3">
              {steps.map((step) => (
                <Step key={step.id} step={step} />
              ))}
            </ol>
          )}
        />
        {!course.completedAt && (
          <p>
            <Link to={`/learn/${course.slug}/progress`}>{t("learn.whyNotCourse")}</Link>
          </p>
        )}
      </section>
      {course.isBegun && <BeforeBeginning />}
      <p>
        <a href="/jurisdictions">{t("learn.whereYouWork")}</a>
      </p>
      <p className="text-sm text-slate">{t("learn.versionNote", { label: course.versionLabel })}</p>
    </div>
  );
}

function doneOf(steps: RuledStep[]) {
  return { done: steps.filter(({ state }) => state === "done").length, total: steps.length };
}

/** What the course is for her since it is not offered any more. */
function Closed() {
  const { t } = useI18n();
  const { closed, completedAt, contacts } = useLoaderData<typeof loader>();
  if (!closed) return null;
  const sentences = {
    ending: completedAt ? "learn.closedCompleted" : "learn.closedEnding",
    unpublished: "learn.closedUnpublished",
    archived: "learn.closedArchived",
  } as const;
  return (
    <Notice kind="info" title={t("learn.closedTitle")}>
      <p>{t(sentences[closed])}</p>
      {contacts.length > 0 && closed !== "ending" && (
        <>
          <p className="mt-2">{t("learn.closedAsk")}</p>
          <ul>
            {contacts.map(({ name, email }) => (
              <li key={email} className="wrap-anywhere">
                <a href={`mailto:${email}`}>{t("learn.closedContact", { name, email })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function BeforeBeginning() {
  const { t } = useI18n();
  const course = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("learn.contentNote")}</h2>
      <p>{course.contentNote}</p>
      <p>{t("learn.timeNeeded", { minutes: course.minutes })}</p>
      <h3>{t("learn.objectives")}</h3>
      <ul className="list-disc ps-5">
        {course.objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}

const kinds: Record<OutlineStep["kind"], MessageKey> = {
  lesson: "learn.kindLesson",
  quiz: "learn.kindQuiz",
  assignment: "learn.kindAssignment",
  survey: "learn.kindSurvey",
  package: "learn.kindPackage",
  session: "learn.kindSession",
  video: "learn.kindVideo",
  file: "learn.kindFile",
  link: "learn.kindLink",
};

function Step({ step }: { step: RuledStep }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { slug, nextId, dates, closed } = useLoaderData<typeof loader>();
  const isStopped = closed === "unpublished" || closed === "archived";
  // The dates of a live session can be looked at before its turn: people have to plan.
  const isClosed =
    (step.state === "locked" && step.kind !== "session") || (step.state === "open" && isStopped);
  return (
    <li className="card grid gap-1.5">
      <div className="grid gap-x-4 sm:flex sm:items-baseline sm:justify-between">
        <p className="text-lg font-semibold">
          {isClosed ? (
            step.title
          ) : (
            <Link to={activityLink(slug, step)} reloadDocument={hasOwnTexts(step.kind)}>
              {step.title}
            </Link>
          )}
        </p>
        <StepState step={step} isNext={step.id === nextId} />
      </div>
      <p className="text-slate">
        {t(kinds[step.kind])} · {t("learn.minutes", { minutes: step.minutes })} ·{" "}
        {t(step.isRequired ? "learn.counts" : "learn.optional")}
      </p>
      {dates
        .filter(({ activityId }) => activityId === step.id)
        .map((date) => (
          <p key={date.id}>{whenWords(i18n, date)}</p>
        ))}
      <StepDays step={step} />
      {step.state === "started" && step.pages > 0 && (
        <p>{t("learn.pagesRead", { done: step.pagesRead, total: step.pages })}</p>
      )}
      {step.state !== "done" && !isStopped && (
        <Disclosure
          summary={
            <>
              {t("learn.whyNot")}
              <span className="sr-only"> {step.title}</span>
            </>
          }
        >
          <Reasons step={step} />
        </Disclosure>
      )}
    </li>
  );
}

/** When it opens or has closed, and by when it should be done. */
function StepDays({ step: { outside, due } }: { step: OutlineStep }) {
  const { t } = useI18n();
  return (
    <>
      {outside && (
        <p>
          {t(outside.kind === "notYet" ? "learn.reasonOpensOn" : "learn.reasonClosedOn", {
            date: outside.day,
          })}
        </p>
      )}
      {due && (
        <p className={due.isOverdue ? "font-semibold text-brick" : undefined}>
          {t(due.isOverdue ? "learn.duePast" : "learn.dueBy", { date: due.day })}
        </p>
      )}
    </>
  );
}

function StepState({ step, isNext }: { step: OutlineStep; isNext: boolean }) {
  const { t } = useI18n();
  if (step.state === "done") return <StatusTag kind="done">{t("learn.stateDone")}</StatusTag>;
  if (step.state === "locked") return <StatusTag kind="locked">{t("learn.stateLocked")}</StatusTag>;
  if (waitsForGrading(step)) return <StatusTag kind="neutral">{t("learn.stateWaiting")}</StatusTag>;
  if (isNext) return <StatusTag kind="current">{t("learn.stateHere")}</StatusTag>;
  return (
    <StatusTag kind="todo">
      {t(step.state === "started" ? "learn.stateStarted" : "learn.stateOpen")}
    </StatusTag>
  );
}
