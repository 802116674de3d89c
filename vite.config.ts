import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

import remixOptions from "./remix.config.js";

/** One file for what every page shares: a dozen small ones cost more in headers than they hold. */
function sharedChunk(id: string) {
  return /\/app\/(ui|platform|identity)\/(?!.*\.server\.)[^?]*\.tsx?$/.test(id) ? "shared" : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  cacheDir: ".cache/vite",
  plugins: [tailwindcss(), remix(remixOptions)],
  build: {
    target: "es2020",
    assetsInlineLimit: 0,
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: sharedChunk } },
  },
}));
