import { checkLinks } from "#app/authoring/jobs.ts";
import { tryLinks } from "#app/authoring/link-check.server.ts";

import { work } from "./work.ts";

/** Safe to retry: what was tried in the last week is left alone. */
export default work(checkLinks, ({ courseId }) => tryLinks(courseId));
