import { forwardWaitingStatements } from "#app/players/statement-forwarding.server.ts";
import { forwardStatements } from "#app/players/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: the other store knows a statement by its id. */
export default work(forwardStatements, forwardWaitingStatements);
