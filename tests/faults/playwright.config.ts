import { defineConfig } from "@playwright/test";

import journeys from "../../playwright.config.ts";

// Here, because every process that takes part must know the same.
process.env.FAULT_SEED ??= String(Date.now() % 1_000_000_000);

/** The fault matrix and the random schedules: `npm run test:faults`, and shorter in `npm test`. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.fault.ts",
  // Two sites side by side: most of the time a test waits.
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["line"], ["json"]],
  outputDir: "../../test-results/faults",
  use: {
    launchOptions: {
      ...journeys.use?.launchOptions,
      // The last of two counts: Playwright's own switches off that frames of another site have storage of their own.
      args: [...(journeys.use?.launchOptions?.args ?? []), "--disable-features=Translate,HttpsUpgrades"],
    },
    viewport: { width: 1000, height: 800 },
  },
});
