import { applyRegrade } from "#app/assessment/jobs.ts";
import { performRegrade } from "#app/certification/grading-steps.server.ts";

import { work } from "./work.ts";

/** Safe to retry: results change once, in one transaction; what follows from them is worked out from what is stored. */
export default work(applyRegrade, ({ regradeId }) => performRegrade(regradeId));
