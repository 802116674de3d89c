import { sweepInvitations } from "#app/live-sessions/invitations.server.ts";
import { sweepSessions } from "#app/live-sessions/jobs.ts";
import { remindOfSessions } from "#app/live-sessions/reminders.server.ts";

import { work } from "./work.ts";

/** Safe to retry: nobody is told twice of the same, nor reminded twice. */
export default work(sweepSessions, async () => {
  await sweepInvitations();
  await remindOfSessions();
});
