import { defineConfig, devices } from "@playwright/test";

const executablePath = process.env.BROWSER_PATH;
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "tests/journeys",
  testMatch: "*.journey.ts",
  globalSetup: "./tests/journeys/site.ts",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["line"], ["json"]],
  outputDir: "test-results/journeys",
  use: {
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        ...asRoot,
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "phone",
      use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, channel: undefined },
    },
  ],
});
