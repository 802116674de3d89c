import type { Readable } from "node:stream";

import yazl from "yazl";

import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { readStream } from "#app/platform/storage.server.ts";

import { withBank } from "./bank-folder.server.ts";
import { versionFolder } from "./version-folder.server.ts";

/** Equal courses make equal archives. */
const mtime = new Date("2000-01-01T00:00:00Z");

/**
 * The current version of a course with its questions as they are now, as an archive of its folder. Throws like
 * `requireTeaching`.
 */
export async function courseZip(
  actor: Actor,
  courseSlug: string,
): Promise<{ fileName: string; content: Readable }> {
  const version = await requireTeaching(actor, courseSlug);
  const parts = await withBank(await versionFolder(version), version);
  return { fileName: `${version.slug}-${version.label}.zip`, content: zipOf(version.slug, parts) };
}

/** The folder inside the archive is called as the course. */
function zipOf(slug: string, parts: FolderParts): Readable {
  const zip = new yazl.ZipFile();
  const paths = [...parts.keys()].sort();
  for (const path of paths) {
    const part = parts.get(path);
    if (!part) continue;
    const name = `${slug}/${path}`;
    if ("text" in part) zip.addBuffer(Buffer.from(part.text), name, { mtime });
    else {
      zip.addReadStreamLazy(name, { mtime, size: part.bytes }, (give) => {
        readStream(part.key).then(
          (content) => give(null, content),
          (error: unknown) => give(error, undefined as never),
        );
      });
    }
  }
  zip.end();
  // Errors of files reach whoever reads the archive.
  zip.on("error", (error) => (zip.outputStream as Readable).destroy(error as Error));
  return zip.outputStream as Readable;
}
