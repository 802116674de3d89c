import { settleInvitations } from "#app/live-sessions/invitations.server.ts";
import { inviteToSession } from "#app/live-sessions/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: who has been told of a date as it is now is left alone. */
export default work(inviteToSession, (key) => settleInvitations(key));
