/** `npm start`: sets up what is missing, then runs database, web server and worker until Ctrl-C. */
import { setUp } from "./setup.js";
import { giveUp } from "./steps.js";

try {
  await setUp();
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  await serve({ isDemo: process.argv.includes("--demo") });
} catch (error) {
  giveUp(error);
}
