/** `npm run build`: the heading font, the Remix build, and compressed copies of what browsers load. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import { writeHeadingFonts } from "./heading-font.ts";

const root = join(import.meta.dirname, "..");
const compressible = new Set([".js", ".css", ".svg", ".json", ".webmanifest"]);

await writeHeadingFonts(join(root, "public"));
rmSync(join(root, "build"), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
compress(join(root, "build/client"));

function compress(path: string) {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) compress(join(path, name));
    return;
  }
  if (!compressible.has(extname(path))) return;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
  );
}
