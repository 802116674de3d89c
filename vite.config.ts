import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

import remixOptions from "./remix.config.js";

/** One file for what every page shares, and one for what lessons and quizzes do: each small file costs its headers. */
function sharedChunk(id: string) {
  if (id.includes("vite/preload-helper")) return "shared";
  if (/\/app\/(ui|platform|identity)\/(?!.*\.server\.)[^?]*\.tsx?$/.test(id)) return "shared";
  return /\/app\/(assessment\/ui|library\/ui)\/(?!course-nav|rare\/)[^?]*\.tsx?$/.test(id)
    ? "questions"
    : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  cacheDir: ".cache/vite",
  plugins: [tailwindcss(), remix(remixOptions)],
  build: {
    // Old browsers; the server waits for what it imports while it starts.
    target: isSsrBuild ? "es2022" : "es2020",
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedChunk } },
  },
}));
