import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const deliverMail = job("deliver-mail", z.object({ mailId: z.string() }));

export const sweepMails = job("sweep-mails", z.object({}));
