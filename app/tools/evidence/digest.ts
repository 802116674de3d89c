import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** What an old telephone reads and works through in a moment. */
const piece = 2 * 1024 * 1024;

/**
 * SHA-256 of a file in hexadecimal, read piece by piece, so that memory stays flat however long the file is: the
 * browser's own digest wants the whole of it at once. Null when `isStopped` said so on the way.
 */
export async function sha256Of(
  file: Blob,
  onProgress: (read: number) => void = () => {},
  isStopped: () => boolean = () => false,
): Promise<string | null> {
  const hash = sha256.create();
  for (let at = 0; at < file.size; at += piece) {
    const end = Math.min(at + piece, file.size);
    hash.update(new Uint8Array(await file.slice(at, end).arrayBuffer()));
    if (isStopped()) return null;
    onProgress(end);
  }
  return bytesToHex(hash.digest());
}
