import { sweepPublications } from "#app/authoring/jobs.ts";
import { sweepPublications as publishWhatIsDue } from "#app/authoring/planned-publication.server.ts";

import { work } from "./work.ts";

/** Safe to retry: what is published, given up or refused is left alone. */
export default work(sweepPublications, () => publishWhatIsDue());
