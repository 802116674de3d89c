import { defineConfig } from "vitest/config";

/** They set what a process reads once, so each has a process of its own. */
const alone = [
  "tests/authoring/foreign-hostile.test.ts",
  "tests/library/package-bucket.test.ts",
  "tests/notifications/delivery.test.ts",
  "tests/notifications/worker.test.ts",
];

const shared = {
  setupFiles: "tests/harness/database.ts",
  pool: "forks",
  restoreMocks: true,
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  cacheDir: ".cache/vite",
  test: {
    globalSetup: "tests/harness/postgres.ts",
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: "together",
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: alone,
          // The application is loaded once for each process, not for each file.
          isolate: false,
        },
      },
      { test: { ...shared, name: "alone", include: alone } },
    ],
  },
});
