/** Checks one upload and ends: the process that check-package starts. Its argument is the package version's id. */
import { checkUpload } from "#app/authoring/upload-check.server.ts";

// The worker is gone; its job goes to another one.
process.once("disconnect", () => process.exit(1));
await checkUpload(process.argv[2] as string);
process.exit(0);
