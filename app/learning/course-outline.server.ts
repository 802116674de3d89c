import type { Actor } from "#app/identity/actor.ts";
import { listTrainerContacts } from "#app/library/course-team.server.ts";
import type { Activity } from "#app/library/course-format.ts";
import { visiblePaths } from "#app/library/micro-paths.ts";
import { sectionTitles } from "#app/library/outline-sections.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { dueOf, type Due } from "./due.ts";
import { closedFor, enrolmentOf, isGoingOn, type LearnerEnrolment } from "./enrolment.server.ts";
import { nextStep, type OpenRule, pathOf, type PathStep, whyIncomplete } from "./path.ts";
import { progressOf } from "./progress.server.ts";
import { findMove, offerIn } from "./version-move.server.ts";

export type OutlineStep = Omit<PathStep, "activity" | "position"> & {
  id: string;
  kind: Activity["kind"];
  title: string;
  minutes: number;
  isRequired: boolean;
  /** Titles of what comes first and is not done; "certificate" stands for itself. */
  missingTitles: string[];
  /** The section that it stands in. */
  section: string | null;
  /** Its pages have to be open for so long; null without such a rule. */
  minimumMinutes: number | null;
  /** By which day it should be done, and whether that day is past; null once it is done, and without such a day. */
  due: Due | null;
};

/** What has to be reached in a quiz: percent of the points, number of attempts (null without a limit). */
export type QuizRule = {
  passMark: number;
  attempts: number | null;
  hasCritical: boolean;
  /** An assignment may be complete when it is handed in. */
  complete: "submitted" | "passed";
};

/** A step with its quiz's rule; null for other kinds. */
export type RuledStep = OutlineStep & { quizRule: QuizRule | null };

/** A course as its learner sees it: what it is, every step with its state, and which completion rules are open. */
export async function courseOutline(actor: Actor, courseSlug: string, language: Language) {
  const enrolment = await enrolmentOf(actor, courseSlug);
  const { structure, versionId, slug, label } = enrolment.course;
  const [{ text, isFallback }, progress] = await Promise.all([
    getCourseText(versionId, language),
    progressOf(enrolment.id),
  ]);
  const titleOf = (id: string) => text.activities[id]?.title ?? id;
  const path = pathOf(structure, progress);
  const closed = closedFor(enrolment);
  const openRules: OpenRule[] = whyIncomplete(structure, progress);
  return {
    slug,
    versionLabel: label,
    isFallback,
    ...text.course,
    completedAt: enrolment.completedAt,
    closed,
    /** Whom she may ask about a course that is not offered any more. */
    contacts: closed ? await listTrainerContacts(enrolment.course.courseId) : [],
    offer: offerIn(await findMove(enrolment.course.courseId), {
      ...enrolment,
      number: enrolment.course.number,
    }),
    isBegun: enrolment.startedAt !== null,
    minutes: path
      .filter(({ activity }) => activity.required)
      .reduce((sum, { activity }) => sum + activity.minutes, 0),
    steps: path.map((step) => outlineStep(step, enrolment, titleOf)),
    sectionTitles: sectionTitles(structure, text),
    openRules,
    paths: visiblePaths(structure.course),
    ownSector: actor.sector,
    nextId: isGoingOn(closed) ? (nextStep(path)?.activity.id ?? null) : null,
  };
}

function outlineStep(
  { activity, position: _position, ...step }: PathStep,
  { enrolledAt }: LearnerEnrolment,
  titleOf: (id: string) => string,
): OutlineStep {
  return {
    ...step,
    id: activity.id,
    kind: activity.kind,
    title: titleOf(activity.id),
    minutes: activity.minutes,
    isRequired: activity.required,
    missingTitles: step.missing.map(titleOf),
    section: activity.section ?? null,
    minimumMinutes: ("minimumMinutes" in activity && activity.minimumMinutes) || null,
    due: dueOf({ activity, state: step.state }, enrolledAt),
  };
}
