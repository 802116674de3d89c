import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const checkPackage = job("check-package", z.object({ packageVersionId: z.string() }));

export const checkLinks = job("check-links", z.object({ courseId: z.string() }));

/** What is due next with a course of another platform: reading it, or making a course of it. */
export const takeOverCourse = job("take-over-course", z.object({ uploadId: z.string() }));

/** At the time for which it was planned. */
export const publishDraftAt = job("publish-draft", z.object({ versionId: z.string() }));

export const sweepPublications = job("sweep-publications", z.object({}));

export const convertFilm = job("convert-film", z.object({ filmId: z.string() }));

export const sweepUploads = job("sweep-uploads", z.object({}));

export const sweepPackages = job("sweep-packages", z.object({}));
