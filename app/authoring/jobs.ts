import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const checkPackage = job("check-package", z.object({ packageVersionId: z.string() }));

/** At the time for which it was planned. */
export const publishDraftAt = job("publish-draft", z.object({ versionId: z.string() }));

export const sweepPublications = job("sweep-publications", z.object({}));

export const sweepUploads = job("sweep-uploads", z.object({}));

export const sweepPackages = job("sweep-packages", z.object({}));
