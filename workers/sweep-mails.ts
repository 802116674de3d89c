import { sweepUnsentMails } from "#app/notifications/delivery.server.ts";
import { sweepMails } from "#app/notifications/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: asking for a job that waits already changes nothing. */
export default work(sweepMails, async () => {
  await sweepUnsentMails();
});
