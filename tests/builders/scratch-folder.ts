import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new, empty folder that goes with the run of the tests. */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(process.env.SCRATCH_FOLDER ?? tmpdir(), `${name}-`));
}
