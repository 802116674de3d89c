import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

import remixOptions from "./remix.config.js";

/** The parts of lessons, with the questions that can stand in them. */
const lessonParts =
  /\/app\/(library\/ui\/(?!course-nav|material-content|outline-runs|scene-player|sources-section)|assessment\/ui\/(feedback-box|inline-check|question-fields|rare-fields)\.)/;
/** Answering a test: saving, the queue on the disk, time. Lessons have no use for it. */
const attemptParts =
  /\/app\/(assessment\/answering\/(?!.*\.server\.)|assessment\/ui\/(autosave|attempt-queue|detection-skill|elsewhere|form-changes|local-time|open-question|other-answer-|submit-form|time-left)|platform\/(sealed|browser-disk)\.)/;
const staffParts =
  /\/app\/(ui\/(bar-chart|data-table|csv-link|pagination|stat-figure|password-field|file-field|into-cyrillic|use-reload-while)|identity\/ui\/|platform\/(serbian-cyrillic|transliterate))/;
/** What few pages use comes with them. */
const rareParts =
  /\/app\/(platform\/(calendar-file|html-tree|size-words|zoned-time)|ui\/(file-chooser|knot-line))\./;

/** One file for what every page shares, and one for each kind of page: each small file costs its headers. */
function sharedChunk(id: string) {
  if (staffParts.test(id)) return "staff";
  if (attemptParts.test(id)) return "attempt";
  if (id.includes("vite/preload-helper")) return "shared";
  if (rareParts.test(id)) return undefined;
  if (/\/app\/(ui|platform|identity)\/(?!.*\.server\.)[^?]*\.tsx?$/.test(id)) return "shared";
  return lessonParts.test(id) ? "lesson-parts" : undefined;
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
