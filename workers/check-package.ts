import { checkPackage } from "#app/authoring/jobs.ts";
import { checkUpload } from "#app/authoring/upload-check.server.ts";

import { work } from "./work.ts";

/** Safe to retry: what a killed check has stored is taken again or swept, and a version is decided once. */
export default work(checkPackage, ({ packageVersionId }) => checkUpload(packageVersionId));
