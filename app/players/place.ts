/** Where a learner meets a package: as an activity of the outline, or by its name inside a lesson. */
export type LaunchPlace = { courseSlug: string; activityId: string; packageName?: string };

/** Neither ids of activities nor names of packages contain it. */
const separator = "~";

/** The part of an address that names a package of a course; `placeAt` reads it. */
export function placeSegment({ activityId, packageName }: Omit<LaunchPlace, "courseSlug">): string {
  return packageName ? `${activityId}${separator}${packageName}` : activityId;
}

/** The opposite of `placeSegment`. */
export function placeAt(courseSlug: string, segment: string): LaunchPlace {
  const [activityId = "", packageName] = segment.split(separator);
  return packageName ? { courseSlug, activityId, packageName } : { courseSlug, activityId };
}

/** Address of a package's page for its learner. */
export function packageAddress(place: LaunchPlace): string {
  return `/learn/${place.courseSlug}/packages/${placeSegment(place)}`;
}
