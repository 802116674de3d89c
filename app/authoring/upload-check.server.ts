import { existsSync } from "node:fs";

import { checkUploadedPackage } from "#app/library/package-intake.server.ts";
import { refuseReceived } from "#app/library/uploaded-package.server.ts";

import { removeUpload, uploadPath } from "./upload-files.server.ts";

/**
 * Checks an upload and stores what is in it, or notes why it is refused; its file is deleted in both cases. Safe to
 * repeat and to kill at any moment: a version is decided once, and the file is deleted after that.
 */
export async function checkUpload(packageVersionId: string): Promise<void> {
  const path = uploadPath(packageVersionId);
  if (existsSync(path)) await checkUploadedPackage(packageVersionId, path);
  else await refuseReceived(packageVersionId, { key: "authoring.uploadLost", values: {} });
  await removeUpload(packageVersionId);
}
