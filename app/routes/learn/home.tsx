import { Link, useLoaderData } from "@remix-run/react";

import { listMyCertificates } from "#app/certification/certificate.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { listMyCourses, type MyCourse } from "#app/learning/my-courses.server.ts";
import { activityLink, hasOwnTexts } from "#app/learning/ui/activity-link.ts";
import { VersionOfferNotice } from "#app/learning/ui/version-offer.tsx";
import { comingAppointments } from "#app/live-sessions/appointments.server.ts";
import { ComingDates } from "#app/live-sessions/ui/coming-dates.tsx";
import { endpoint } from "#app/platform/http.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { ProgressText } from "#app/ui/progress-text.tsx";

export const handle = { title: "learn.coursesTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const [courses, certificates, dates] = await Promise.all([
    listMyCourses(actor, languageOf(request)),
    listMyCertificates(actor),
    comingAppointments(actor, languageOf(request)),
  ]);
  return { courses, certificates, dates };
});

export default function LearnHomePage() {
  const { t } = useI18n();
  const { courses, certificates, dates } = useLoaderData<typeof loader>();
  const current = courses.find(({ next }) => next);
  const open = courses.filter(({ closed }) => closed === null || closed === "ending");
  const earlier = courses.filter((course) => !open.includes(course));
  return (
    <div className="measure grid gap-10">
      <PageHeader title={t("learn.coursesTitle")} />
      {open.length === 0 && <EmptyState title={t("learn.noCourses")}>{t("learn.noCoursesHint")}</EmptyState>}
      {current && <NextStep course={current} />}
      {open.length > 0 && !current && <NothingToDo />}
      <ComingDates dates={dates} />
      {open.length > 0 && (
        <section className="stack">
          <h2>{t("learn.yourCourses")}</h2>
          {open.map((course) => (
            <CourseCard key={course.slug} course={course} />
          ))}
        </section>
      )}
      {certificates.length > 0 && <Certificates />}
      {earlier.length > 0 && (
        <section className="stack">
          <h2>{t("learn.earlierCourses")}</h2>
          <p>{t("learn.earlierCoursesHint")}</p>
          <ul className="grid gap-2">
            {earlier.map(({ slug, title }) => (
              <li key={slug}>
                <Link to={`/learn/${slug}`} className="inline-flex min-h-11 items-center">
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <a href="/tools" className="inline-flex min-h-11 items-center">
            {t("learn.tools")}
          </a>
        </li>
        <li>
          <a href="/jurisdictions" className="inline-flex min-h-11 items-center">
            {t("learn.whereYouWork")}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** The one thing to do now, and how long it takes. */
function NextStep({ course }: { course: MyCourse }) {
  const { t } = useI18n();
  if (!course.next) return null;
  const { activity, state } = course.next.step;
  return (
    <section className="card stack border-2 border-ink p-6">
      <p className="text-accent">{t("learn.nextStep")}</p>
      <h2 className="text-2xl">{course.next.title}</h2>
      <p>
        {course.title} ·{" "}
        <span className="whitespace-nowrap">{t("learn.nextStepMinutes", { minutes: activity.minutes })}</span>
      </p>
      <ButtonLink to={activityLink(course.slug, activity)} isDownload={hasOwnTexts(activity.kind)}>
        {t(
          activity.kind === "session"
            ? "learn.seeDates"
            : state === "started"
              ? "learn.continue"
              : "learn.start",
        )}
      </ButtonLink>
    </section>
  );
}

/** Everything is done, or only somebody else can open the way on. */
function NothingToDo() {
  const { t } = useI18n();
  const { courses } = useLoaderData<typeof loader>();
  const course = courses.find(({ usedUp }) => usedUp);
  const waiting = courses.find((one) => one.waiting)?.waiting;
  if (!course?.usedUp && waiting) {
    return (
      <EmptyState title={t("learn.waiting", { title: waiting.title })}>{t("learn.waitingHint")}</EmptyState>
    );
  }
  const outside = courses.find((one) => one.outside);
  if (!course?.usedUp && outside) return <WaitsForDay course={outside} />;
  if (!course?.usedUp) return <EmptyState title={t("learn.allDone")}>{t("learn.allDoneHint")}</EmptyState>;
  return (
    <section className="card stack border-2 border-ink p-6">
      <h2 className="text-2xl">{t("learn.usedUp", { title: course.usedUp.title })}</h2>
      <p>{course.title}</p>
      <ButtonLink
        to={activityLink(course.slug, course.usedUp.step.activity)}
        isDownload={hasOwnTexts(course.usedUp.step.activity.kind)}
      >
        {t("learn.usedUpOpen")}
      </ButtonLink>
    </section>
  );
}

/** The only steps that are left open on a later day, or have closed. */
function WaitsForDay({ course }: { course: MyCourse }) {
  const { t } = useI18n();
  const { title, step } = course.outside ?? {};
  if (!title || !step?.outside) return null;
  const { kind, day } = step.outside;
  const isLater = kind === "notYet";
  return (
    <section className="card stack border-2 border-ink p-6">
      <h2 className="text-2xl">{isLater ? t("learn.waitsForDay") : t("learn.closedStep", { title })}</h2>
      <p>{course.title}</p>
      <p>
        {isLater
          ? t("learn.waitsForDayNext", { title, date: day })
          : t("learn.reasonClosedOn", { date: day })}
      </p>
    </section>
  );
}

function CourseCard({ course }: { course: MyCourse }) {
  const { t, formatDate } = useI18n();
  return (
    <article className="card stack">
      <h3 className="text-xl">
        <Link to={`/learn/${course.slug}`}>{course.title}</Link>
      </h3>
      <p>{course.summary}</p>
      <ProgressText
        done={course.requiredDone}
        total={course.requiredTotal}
        label={t("learn.stepsDone", { done: course.requiredDone, total: course.requiredTotal })}
      />
      {course.offer && <VersionOfferNotice slug={course.slug} offer={course.offer} />}
      <p className="text-slate">
        {course.completedAt
          ? t("learn.completedOn", { date: formatDate(course.completedAt) })
          : t("learn.minutesLeft", { minutes: course.minutesLeft })}
      </p>
      {course.due && (
        <p className={course.due.isOverdue ? "font-semibold text-brick" : undefined}>
          {t(course.due.isOverdue ? "learn.duePastStep" : "learn.dueStep", {
            title: course.due.title,
            date: course.due.day,
          })}
        </p>
      )}
    </article>
  );
}

function Certificates() {
  const { t, formatDate } = useI18n();
  const { certificates } = useLoaderData<typeof loader>();
  return (
    <section className="stack">
      <h2>{t("learn.certificates")}</h2>
      <ul className="grid gap-2">
        {certificates.map(({ serial, courseSlug, courseTitle, issuedAt }) => (
          <li key={serial}>
            <Link to={`/learn/${courseSlug}/certificate`}>{courseTitle}</Link> ({formatDate(issuedAt)})
          </li>
        ))}
      </ul>
    </section>
  );
}
