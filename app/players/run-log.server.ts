import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getPackagePlace } from "#app/library/package-places.server.ts";
import { getCourseText, getCourseVersion } from "#app/library/published-course.server.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import { activityTitles } from "./activity-titles.ts";
import type { LaunchPlace } from "./place.ts";
import {
  nameMark,
  namingElement,
  runLogFormat,
  runLogVersion,
  type LoggedLaunch,
  type RunLogFile,
} from "./run-log-file.ts";
import type { RunRecord } from "./run-record.ts";
import { restoredText } from "./storable-text.ts";

/** One record as people read it; `receivedAt` is when the server had it. */
export type RunLogEntry = {
  at: Date;
  receivedAt: Date;
  activity: string;
  kind: RunRecord["kind"];
  element: string | null;
  value: string | null;
  error: string | null;
};

const entriesOnPage = 200;

/** Whose attempt: the actor's own, or that of an enrolment in a course the actor teaches. */
export type LogQuery = { place: LaunchPlace; enrolmentId: string | null; number: number };

/** A page of the run-time log of an attempt. Throws NotFoundError, and for an enrolment like `requireTeaching`. */
export async function runLog(actor: Actor, query: LogQuery, page: number, language: Language) {
  const attempt = await attemptOf(actor, query);
  const where = { launch: { attemptId: attempt.id } };
  const pageCount = Math.max(1, Math.ceil((await db.runRecord.count({ where })) / entriesOnPage));
  const shown = Math.min(Math.max(1, Math.floor(page) || 1), pageCount);
  const course = await getCourseVersion(attempt.enrolment.courseVersionId);
  const [{ text }, { title }, { structure }, records] = await Promise.all([
    getCourseText(course.versionId, language),
    getPackagePlace(course, query.place, language),
    getPackageVersion(attempt.packageVersionId),
    db.runRecord.findMany({
      where,
      orderBy: [{ launch: { number: "asc" } }, { seq: "asc" }],
      skip: (shown - 1) * entriesOnPage,
      take: entriesOnPage,
    }),
  ]);
  const titles = activityTitles(structure);
  return {
    courseSlug: course.slug,
    courseTitle: text.course.title,
    title,
    number: query.number,
    page: shown,
    pageCount,
    entries: records.map((record) => {
      const { activity, ...entry } = entryOf(record);
      return { ...entry, activity: titles.get(activity) ?? activity };
    }),
  };
}

/**
 * The whole log of an attempt for the package's author, so that it can be replayed: without names, everything else as
 * it was. Throws like `runLog`.
 */
export async function runLogExport(actor: Actor, query: LogQuery): Promise<RunLogFile> {
  const attempt = await attemptOf(actor, query);
  const { fileName, number, structure } = await getPackageVersion(attempt.packageVersionId);
  const launches = await db.runLaunch.findMany({
    where: { attemptId: attempt.id },
    orderBy: { number: "asc" },
    include: { records: { orderBy: { seq: "asc" } } },
  });
  return {
    format: runLogFormat,
    version: runLogVersion,
    package: { title: structure.title, standard: structure.standard, fileName, version: number },
    attempt: query.number,
    launches: launches.map(({ number: launch, mode, startedAt, records }) => ({
      number: launch,
      mode: mode as LoggedLaunch["mode"],
      startedAt: startedAt.toISOString(),
      records: records.map((record) => {
        const { at, receivedAt, ...entry } = withoutNames(entryOf(record), attempt.enrolment.user.name);
        return { seq: record.seq, at: at.toISOString(), receivedAt: receivedAt.toISOString(), ...entry };
      }),
    })),
  };
}

async function attemptOf(actor: Actor, { place, enrolmentId, number }: LogQuery) {
  if (!Number.isSafeInteger(number)) throw new NotFoundError();
  const { activityId, packageName, courseSlug } = place;
  const owner =
    enrolmentId === null ? { id: (await enrolmentOf(actor, courseSlug)).id } : { id: enrolmentId };
  const course =
    enrolmentId === null ? {} : { courseId: (await requireTeaching(actor, courseSlug)).courseId };
  const attempts = await db.runAttempt.findMany({
    where: {
      enrolment: { ...owner, ...course },
      activityId,
      number,
      ...(packageName ? { packageName } : {}),
    },
    include: { enrolment: { select: { courseVersionId: true, user: { select: { name: true } } } } },
  });
  const [attempt] = attempts;
  if (!attempt) throw new NotFoundError();
  return attempt;
}

type RecordRow = Awaited<ReturnType<typeof db.runRecord.findMany>>[number];

function entryOf({ at, receivedAt, activity, kind, element, value, error }: RecordRow): RunLogEntry {
  return {
    at,
    receivedAt,
    activity: restoredText(activity),
    kind: kind as RunRecord["kind"],
    element: element === null ? null : restoredText(element),
    value: value === null ? null : restoredText(value),
    error,
  };
}

/** Whatever a package did with the learner's name, it is not in what leaves the house. */
function withoutNames(entry: RunLogEntry, name: string): RunLogEntry {
  if (entry.value === null) return entry;
  if (entry.element && namingElement.test(entry.element)) return { ...entry, value: nameMark };
  const parts = name.split(/\s+/).filter((part) => part.length > 1);
  return { ...entry, value: parts.reduce((value, part) => value.replaceAll(part, nameMark), entry.value) };
}
