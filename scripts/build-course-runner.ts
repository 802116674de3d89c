import { join } from "node:path";

import { build } from "vite";

/**
 * Builds what exported courses run by into build/course: one plain script, because modules do not load from files, and
 * one stylesheet.
 */
export async function buildCourseRunner(root: string) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    cacheDir: ".cache/vite-course",
    build: {
      target: "es2020",
      outDir: "build/course",
      emptyOutDir: true,
      cssCodeSplit: false,
      rollupOptions: {
        input: join(root, "app/authoring/export/runner/main.ts"),
        output: { format: "iife", entryFileNames: "course.js", assetFileNames: "style.css" },
      },
    },
  });
}
