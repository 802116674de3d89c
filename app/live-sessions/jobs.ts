import { z } from "zod";

import { job } from "#app/platform/job.ts";

/** Brings the calendars of an activity's learners up to date. */
export const inviteToSession = job(
  "invite-to-session",
  z.object({ courseId: z.string(), activityId: z.string() }),
);

export const sweepSessions = job("sweep-sessions", z.object({}));
