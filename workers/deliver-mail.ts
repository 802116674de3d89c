import { certificateAttachments } from "#app/certification/certificate-mail.server.ts";
import { sessionEnclosures } from "#app/live-sessions/session-mail.server.ts";
import { deliver } from "#app/notifications/delivery.server.ts";
import { deliverMail } from "#app/notifications/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: a mail that is recorded as sent is left alone. */
export default work(deliverMail, ({ mailId }) =>
  deliver(mailId, {
    certificate: async (data) => ({ attachments: await certificateAttachments(data) }),
    ...sessionEnclosures,
  }),
);
