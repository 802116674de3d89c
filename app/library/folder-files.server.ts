import { createHash, type Hash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The files below a folder of a course, in order, by their paths in the course. */
export function filesIn(directory: string, folder: string): string[] {
  const path = join(directory, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.isFile())
    .sort();
}

/** SHA-256 over every file of the folder, their names included. */
export function folderHash(directory: string): string {
  const hash = createHash("sha256");
  for (const file of filesIn(directory, ".")) {
    hash.update(relative(".", file).split(sep).join("/")).update("\0");
    updateFromFile(hash, join(directory, file));
  }
  return hash.digest("hex");
}

/** SHA-256 of a file on this machine's disk, in hex. */
export function fileHash(path: string): string {
  const hash = createHash("sha256");
  updateFromFile(hash, path);
  return hash.digest("hex");
}

/** In pieces: packages hold videos. */
function updateFromFile(hash: Hash, path: string) {
  const piece = Buffer.allocUnsafe(1024 ** 2);
  const file = openSync(path, "r");
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) {
      hash.update(piece.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}
