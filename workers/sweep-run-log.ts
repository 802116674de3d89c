import { sweepRunLog } from "#app/players/jobs.ts";
import { deleteOldRecords } from "#app/players/run-log-retention.server.ts";

import { work } from "./work.ts";

/** Safe to retry: deletes only what is old enough. */
export default work(sweepRunLog, async () => {
  await deleteOldRecords();
});
