import { publishDraftAt } from "#app/authoring/jobs.ts";
import { performPublication } from "#app/authoring/planned-publication.server.ts";

import { work } from "./work.ts";

/** Safe to retry: a version has the id that was planned for it, and is published once. */
export default work(publishDraftAt, ({ versionId }) => performPublication(versionId));
