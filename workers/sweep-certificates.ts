import { sweepUnfinishedCertificates } from "#app/certification/issue.server.ts";
import { sweepCertificates } from "#app/certification/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: asking for a job that waits already changes nothing. */
export default work(sweepCertificates, async () => {
  await sweepUnfinishedCertificates();
});
