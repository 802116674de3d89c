import { sweepAccounts } from "#app/identity/jobs.ts";
import { deleteExpiredSessions } from "#app/identity/session.server.ts";
import { deleteExpiredTokens } from "#app/identity/token.server.ts";

import { work } from "./work.ts";

/** Safe to retry: deletes only what has expired. */
export default work(sweepAccounts, async () => {
  await deleteExpiredSessions();
  await deleteExpiredTokens();
});
