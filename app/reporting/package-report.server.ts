import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getPackagePlace } from "#app/library/package-places.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import { activityTitles } from "#app/players/activity-titles.ts";
import { resultIn } from "#app/players/boot.server.ts";
import { interactionsIn, interactionsOf } from "#app/players/interactions.ts";
import { placeAt } from "#app/players/place.ts";

import { interactionTable } from "./interaction-table.ts";
import { type PackageLearner, packageLearnerTable } from "./package-learner-table.ts";

const answered = "http://adlnet.gov/expapi/verbs/answered";

/**
 * What a course's trainers see of one of its packages: every learner with results, and the questions in the package
 * with the answers given. `segment` names the place, as in players/place.ts. Throws like `requireTeaching`, and
 * NotFoundError when there is no such package.
 */
export async function packageReport(actor: Actor, courseSlug: string, segment: string, i18n: I18n) {
  const course = await requireTeaching(actor, courseSlug);
  const place = await getPackagePlace(course, placeAt(courseSlug, segment), i18n.language);
  const [{ text }, learners] = await Promise.all([
    getCourseText(course.versionId, i18n.language),
    learnersOf(course.courseId, place.activityId, place.packageName),
  ]);
  const attempts = learners.flatMap(({ attempts }) => attempts);
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    title: place.title,
    segment,
    logs: learners.map(logsOf),
    learnerTable: packageLearnerTable(i18n, learners, place.activity?.scoring ?? "best"),
    interactionTable: interactionTable(i18n, await interactionsByAttempt(attempts), await titlesOf(attempts)),
  };
}

/** The attempts of a learner that have a log. */
export type PackageLogs = { enrolmentId: string; name: string; numbers: number[] };

function logsOf({ enrolmentId, name, attempts }: PackageLearner): PackageLogs {
  return { enrolmentId, name, numbers: attempts.map(({ number }) => number) };
}

async function learnersOf(
  courseId: string,
  activityId: string,
  packageName: string,
): Promise<PackageLearner[]> {
  const where = { activityId, packageName };
  const enrolments = await db.enrolment.findMany({
    where: { courseId, runAttempts: { some: where } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      user: { select: { name: true, email: true } },
      runAttempts: {
        where,
        orderBy: { number: "asc" },
        include: { launches: { orderBy: { lastSeenAt: "desc" }, take: 1, select: { lastSeenAt: true } } },
      },
    },
  });
  return enrolments.map(({ id, user, runAttempts }) => ({
    enrolmentId: id,
    name: user.name || user.email,
    email: user.email,
    attempts: runAttempts.map(({ launches, ...attempt }) => ({
      ...attempt,
      ...resultIn(attempt),
      lastSeenAt: launches[0]?.lastSeenAt ?? attempt.startedAt,
    })),
  }));
}

async function interactionsByAttempt(attempts: { id: string }[]) {
  const attemptId = { in: attempts.map(({ id }) => id) };
  const [values, statements] = await Promise.all([
    db.runValue.findMany({
      where: { attemptId, element: { startsWith: "cmi.interactions." } },
      select: { attemptId: true, activity: true, element: true, value: true },
    }),
    db.xapiStatement.findMany({
      where: { registrationId: attemptId, verb: answered, voidedAt: null },
      orderBy: { position: "asc" },
      select: { registrationId: true, statement: true },
    }),
  ]);
  return attempts.map(({ id }) => [
    ...interactionsOf(values.filter((value) => value.attemptId === id)),
    ...interactionsIn(
      statements.filter(({ registrationId }) => registrationId === id).map(({ statement }) => statement),
    ),
  ]);
}

/** Titles of the parts of every version that somebody was on. */
async function titlesOf(attempts: { packageVersionId: string }[]): Promise<Map<string, string>> {
  const ids = [...new Set(attempts.map(({ packageVersionId }) => packageVersionId))];
  const versions = await Promise.all(ids.map((id) => getPackageVersion(id)));
  return new Map(versions.flatMap(({ structure }) => [...activityTitles(structure)]));
}
