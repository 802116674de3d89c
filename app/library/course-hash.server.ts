import { createHash } from "node:crypto";

import { sharedWordsOf } from "./activity-folder.server.ts";
import { folderHash } from "./folder-files.server.ts";

/**
 * What makes a version of a course: SHA-256 over its folder and, after "~", over the words that its activities share with
 * others; a folder that stands alone has none.
 */
export function courseHash(directory: string): string {
  const own = folderHash(directory);
  const shared = sharedWordsOf(directory).map((words) => folderHash(words.directory));
  if (shared.length === 0) return own;
  return `${own}~${createHash("sha256").update(shared.join()).digest("hex")}`;
}
