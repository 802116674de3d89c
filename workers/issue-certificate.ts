import { issueCertificatePdf } from "#app/certification/issue.server.ts";
import { issueCertificate } from "#app/certification/jobs.ts";

import { work } from "./work.ts";

/** Safe to retry: the file's key is the certificate's id, and its mail is asked for once. */
export default work(issueCertificate, ({ certificateId }) => issueCertificatePdf(certificateId));
