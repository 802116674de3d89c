import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { playwrightTally, vitestTally } from "#scripts/test-reports.js";

const root = process.cwd();
let folder = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  // In the project, so that both runners are found from there.
  folder = mkdtempSync(join(root, ".cache", "reports-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: string) {
  writeFileSync(join(folder, name), content);
}

function run(script: string, args: string[], more: Record<string, string> = {}) {
  // Nothing else of the run around it: it would take itself for a part of that.
  const env = { NODE_ENV: "test" as const, ...more };
  spawnSync(process.execPath, [join(root, "node_modules", script), ...args], { cwd: folder, env });
}

test("of Vitest's report, each test that failed is named with its reason, and a file that could not be loaded", () => {
  write("vitest.config.ts", "export default {};");
  write(
    "some.test.ts",
    `import { describe, expect, test } from "vitest";
    test("holds", () => {});
    describe("a learner", () => test("waits", () => expect("opened").toBe("closed")));`,
  );
  write("broken.test.ts", `import "./nowhere.ts";`);
  const report = join(folder, "vitest.json");
  run("vitest/vitest.mjs", ["run", "--reporter=json", `--outputFile.json=${report}`]);
  const { passed, failed, failures } = vitestTally(report);
  expect([passed, failed]).toEqual([1, 2]);
  expect(failures.find((one) => one.includes("some.test.ts › a learner waits"))).toContain(
    "expected 'opened' to be 'closed'",
  );
  expect(failures.find((one) => one.includes("broken.test.ts"))).toContain("nowhere.ts");
});

test("of Playwright's report, each test that failed is named with its reasons, however deep it is, and a run that failed as a whole", () => {
  write("playwright.config.ts", `export default { testMatch: "*.journey.ts", reporter: "json" };`);
  write(
    "some.journey.ts",
    `import { expect, test } from "@playwright/test";
    test("holds", () => {});
    test.describe("by keyboard", () => {
      test("waits", () => {
        expect.soft("left").toBe("kept");
        expect("opened").toBe("closed");
      });
    });`,
  );
  const report = join(folder, "playwright.json");
  const runPlaywright = () =>
    run("@playwright/test/cli.js", ["test"], { PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  runPlaywright();
  const { passed, failed, failures } = playwrightTally(report);
  expect([passed, failed]).toEqual([1, 1]);
  expect(failures[0]).toMatch(/some\.journey\.ts:4 › waits/);
  expect(failures[0]).toContain('Expected: "kept"');
  expect(failures[0]).toContain('Received: "opened"');

  write("broken.journey.ts", `import "./nowhere.ts";`);
  runPlaywright();
  const broken = playwrightTally(report);
  expect([broken.passed, broken.failed]).toEqual([0, 1]);
  expect(broken.failures[0]).toContain("nowhere.ts");
});

test("a report that was not written is a failure that names it", () => {
  const report = join(folder, "none.json");
  for (const tallyOf of [vitestTally, playwrightTally]) {
    expect(tallyOf(report)).toEqual({ passed: 0, failed: 1, failures: [`${report} was not written`] });
  }
});
