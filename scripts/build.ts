/** `npm run build`: the heading font, the Remix build, the programs, the players' shell, what exported courses run by, and compressed copies of what browsers load. */
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { transformWithEsbuild } from "vite";

import { buildCourseRunner } from "./build-course-runner.ts";
import { buildPlayer } from "./build-player.ts";
import { buildPrograms } from "./build-programs.ts";
import { compress } from "./compress.ts";
import { writeHeadingFonts } from "./heading-font.ts";

const root = join(import.meta.dirname, "..");

await writeHeadingFonts(join(root, "public"));
rmSync(join(root, "build"), { recursive: true, force: true });
execFileSync(process.execPath, [join(root, "node_modules/@remix-run/dev/dist/cli.js"), "vite:build"], {
  cwd: root,
  stdio: ["ignore", "ignore", "inherit"],
});
await buildPrograms(root);
await buildPlayer(root);
await buildCourseRunner(root);
await minify(join(root, "build/client/exit.js"));
for (const folder of ["build/client", "build/player"]) compress(join(root, folder));

/** Scripts of public/ are written to be read; every page loads this one. */
async function minify(file: string) {
  const { code } = await transformWithEsbuild(readFileSync(file, "utf8"), file, {
    minify: true,
    target: "es2015",
    sourcemap: false,
  });
  writeFileSync(file, code);
}
