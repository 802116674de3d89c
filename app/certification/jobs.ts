import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const issueCertificate = job("issue-certificate", z.object({ certificateId: z.string() }));

export const sweepCertificates = job("sweep-certificates", z.object({}));
