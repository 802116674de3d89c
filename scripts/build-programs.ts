import { join } from "node:path";

import { build } from "vite";

import type { ProgramName } from "#app/platform/program-file.ts";

const programs: Record<ProgramName, string> = {
  web: "web/index.ts",
  worker: "workers/index.ts",
  "check-package": "workers/check-package-alone.ts",
  "take-over-course": "workers/take-over-course-alone.ts",
  "make-pictures": "app/platform/pictures-alone.server.ts",
  "read-questions": "app/assessment/exchange/reading-program.ts",
};

/**
 * Builds what runs in processes of its own into build/programs, with what they share once. Packages stay outside. A
 * program that would first have to be translated from TypeScript starts later and takes more memory for good.
 */
export async function buildPrograms(root: string) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    cacheDir: ".cache/vite-programs",
    build: {
      ssr: true,
      target: "node20",
      outDir: "build/programs",
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(programs).map(([name, file]) => [name, join(root, file)])),
      },
    },
  });
}
