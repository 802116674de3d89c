import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf, type LearnerEnrolment } from "#app/learning/enrolment.server.ts";
import { requireOpenActivity } from "#app/learning/progress.server.ts";
import type { PackageActivity } from "#app/library/course-format.ts";
import { coursePackage, type StoredPackage } from "#app/library/stored-package.server.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";

import type { LaunchPlace } from "./place.ts";

/** A package at a place of a course that the learner may open now. */
export type PlacedPackage = {
  enrolment: LearnerEnrolment;
  /** Null for a package inside a lesson, which completes nothing by itself. */
  activity: PackageActivity | null;
  packageName: string;
  /** What new attempts are made of. */
  current: StoredPackage;
};

/** Throws NotFoundError, or ConflictError while others come first. */
export async function packageAt(
  actor: Actor,
  { courseSlug, activityId, packageName }: LaunchPlace,
  client: Transaction = db,
): Promise<PlacedPackage> {
  const enrolment = await enrolmentOf(actor, courseSlug, client);
  const { versionId } = enrolment.course;
  if (packageName !== undefined) {
    const { lesson } = await requireOpenActivity(enrolment, activityId, "lesson", client);
    if (!enrolment.course.structure.lessons[lesson]?.packages.includes(packageName))
      throw new NotFoundError();
    return {
      enrolment,
      activity: null,
      packageName,
      current: await coursePackage(versionId, packageName, client),
    };
  }
  const activity = await requireOpenActivity(enrolment, activityId, "package", client);
  const current = await coursePackage(versionId, activity.package, client);
  return { enrolment, activity, packageName: activity.package, current };
}
