/** Where the file store keeps what packages hold: by content, so that versions and packages share what is equal. */

export const packageBlobFolder = "packages";

/** Key of a file's bytes; a Brotli copy has the same key with ".br". `sha256` in hex. */
export function packageBlobKey(sha256: string): string {
  return `${packageBlobFolder}/${sha256.slice(0, 2)}/${sha256}`;
}

/** The opposite of `packageBlobKey`, also for a Brotli copy; null for another file. */
export function blobSha256(key: string): string | null {
  return /\/([0-9a-f]{64})(\.br)?$/.exec(key)?.[1] ?? null;
}
