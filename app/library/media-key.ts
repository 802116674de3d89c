export const mediaFolder = "media";

/** Where the file store keeps a medium. */
export function mediaKey(sha256: string): string {
  return `${mediaFolder}/${sha256}`;
}
