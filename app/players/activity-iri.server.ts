import { env } from "#app/platform/env.server.ts";

import type { XapiAccount } from "./xapi-statement.ts";

/**
 * The IRI by which statements name an activity of a package (a cmi5 AU or block by its key, H5P's "content"), or the
 * package as a whole. The same in every registration; never the publisher's own id (cmi5, 8.1.5 and 9.3.9).
 */
export function activityIri(packageVersionId: string, activity = ""): string {
  return `${env().APP_ORIGIN}/packages/${packageVersionId}${activity && `/${encodeURIComponent(activity)}`}`;
}

/** A learner as statements know her: `learnerId` is the opaque id that packages are told. */
export function accountOf(learnerId: string): XapiAccount {
  return { homePage: env().APP_ORIGIN, name: learnerId };
}
