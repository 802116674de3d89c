import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

import remixOptions from "../../remix.config.js";

export default defineConfig({
  cacheDir: ".cache/vite-hello",
  publicDir: false,
  plugins: [
    remix({
      future: { ...remixOptions.future, v3_routeConfig: false },
      appDirectory: "bench/hello/app",
      buildDirectory: process.env.HELLO_BUILD,
    }),
  ],
  build: { target: "es2020" },
});
