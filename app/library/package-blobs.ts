/** Where the file store keeps what packages hold: by content, so that versions and packages share what is equal. */

export const packageBlobFolder = "packages";

/** Where a file is written until it is whole. */
export const incomingBlobFolder = `${packageBlobFolder}/incoming`;

/** Key of a file's bytes; a Brotli copy has the same key with ".br". `sha256` in hex. */
export function packageBlobKey(sha256: string): string {
  return `${packageBlobFolder}/${sha256.slice(0, 2)}/${sha256}`;
}
