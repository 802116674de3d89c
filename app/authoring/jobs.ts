import { z } from "zod";

import { job } from "#app/platform/job.ts";

export const checkPackage = job("check-package", z.object({ packageVersionId: z.string() }));

export const convertFilm = job("convert-film", z.object({ filmId: z.string() }));

export const sweepUploads = job("sweep-uploads", z.object({}));

export const sweepPackages = job("sweep-packages", z.object({}));
