import { setUp } from "./setup.js";

/** `npm start`: sets up what is missing, then runs database, web server and worker until Ctrl-C. */
export async function start() {
  await setUp();
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  await serve({ isDemo: process.argv.includes("--demo") });
}
