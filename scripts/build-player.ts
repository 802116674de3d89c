import { join } from "node:path";

import { build } from "vite";

/**
 * Builds the players' shell for the content origin into build/player, where manifest.json names its entry. Each standard
 * is a chunk of its own.
 */
export async function buildPlayer(root: string) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: "error",
    base: "/player/",
    cacheDir: ".cache/vite-player",
    build: {
      target: "es2022",
      outDir: "build/player",
      emptyOutDir: true,
      manifest: "manifest.json",
      modulePreload: false,
      rollupOptions: {
        input: join(root, "app/players/shell/main.ts"),
      },
    },
  });
}
