import type { CourseStructure, MicroPaths } from "./course-format.ts";
import { visibleOutline } from "./visible-outline.ts";

/** The shorter ways through a course, of what learners see; null where there are none, or nothing of the refresher is seen. */
export function visiblePaths({
  outline,
  paths,
}: Pick<CourseStructure["course"], "outline" | "paths">): MicroPaths | null {
  if (!paths) return null;
  const visible = new Set(visibleOutline(outline).map(({ id }) => id));
  const seen = (ids: string[]) => ids.filter((id) => visible.has(id));
  const refresher = seen(paths.refresher);
  if (refresher.length === 0) return null;
  const roles = Object.entries(paths.roles).map(([sector, ids]) => [sector, seen(ids)]);
  return { refresher, roles: Object.fromEntries(roles) as MicroPaths["roles"] };
}
