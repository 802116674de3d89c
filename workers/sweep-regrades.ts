import { sweepRegrades } from "#app/assessment/jobs.ts";
import { sweepLostRegrades } from "#app/assessment/regrade.server.ts";

import { work } from "./work.ts";

/** Safe to retry: asking twice for a regrade applies it once. */
export default work(sweepRegrades, async () => {
  await sweepLostRegrades();
});
