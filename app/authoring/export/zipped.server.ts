import { buffer } from "node:stream/consumers";

import { ZipFile } from "yazl";

/** A file of an archive; one that is stored is not compressed. */
export type ArchiveFile = { path: string; bytes: Buffer; isStored?: boolean };

/** With one time for all: equal courses make equal files. */
export function zipped(files: ArchiveFile[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes, isStored } of files) {
    zip.addBuffer(bytes, path, { mtime: new Date("2000-01-01T00:00:00Z"), compress: !isStored });
  }
  zip.end();
  return buffer(zip.outputStream);
}
