import { defineConfig, devices } from "@playwright/test";

import { browserFlags } from "./scripts/browser.js";

const executablePath = process.env.BROWSER_PATH;

export default defineConfig({
  globalSetup: "./tests/journeys/site.ts",
  // One site for both: each journey brings its own people and courses.
  workers: 2,
  fullyParallel: true,
  // Twice as long as on a machine that is busy with them; they end nothing but what hangs.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["line"], ["json"]],
  outputDir: "test-results/journeys",
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: browserFlags,
    },
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "phone",
      testDir: "tests/journeys",
      testMatch: "*.journey.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, channel: undefined },
    },
    {
      name: "security",
      testDir: "tests/security",
      testMatch: "*.security.ts",
      use: { ...devices["Desktop Chrome"], channel: undefined },
    },
  ],
});
