import { open } from "node:fs/promises";

/** The first 1024 bytes of a file on this machine's disk, by which its kind is known. */
export async function fileHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
