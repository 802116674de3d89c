import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const compressible = new Set([".js", ".css", ".svg", ".json", ".webmanifest", ".wasm"]);

/** Writes compressed copies beside the files of a folder that gain from it. */
export function compress(path: string) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) compress(join(path, name));
    return;
  }
  if (!compressible.has(extname(path))) return;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(path) } }),
  );
}

/** The best quality would hold a build up for half a minute over a program of several megabytes, and gain a tenth. */
function qualityFor(path: string): number {
  return extname(path) === ".wasm" ? 6 : constants.BROTLI_MAX_QUALITY;
}
