import type { MessageKey } from "#app/platform/i18n.tsx";
import type { ReasonId, RouteId } from "#app/tools/triage/routes.ts";

/** A route's name, when it fits, and how it is taken. */
export function routeWords(route: RouteId) {
  return {
    name: `triage.route_${route}`,
    when: `triage.when_${route}`,
    how: `triage.how_${route}`,
  } as Record<"name" | "when" | "how", MessageKey>;
}

export function reasonWords(reason: ReasonId) {
  return `triage.why_${reason}` as MessageKey;
}
