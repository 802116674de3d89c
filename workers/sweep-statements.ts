import { requestForwarding } from "#app/players/statement-forwarding.server.ts";
import { sweepStatements } from "#app/players/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: asking for a job that waits already changes nothing. */
export default work(sweepStatements, requestForwarding);
