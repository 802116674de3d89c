/**
 * `npm test`: sets up what is missing, then every check there is. Ends with what failed and why, and with the line
 * "N passed, N failed", which counts each static check, each Vitest test and each Playwright test once.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { findBrowser } from "./browser.js";
import { root, setUp } from "./setup.js";
import { step } from "./steps.js";
import { playwrightTally, vitestTally } from "./test-reports.js";

/** @import { Tally } from "./test-reports.js" */

const results = join(root, "test-results");
const vitestReport = join(results, "vitest.json");
const faultConfig = join(root, "tests/faults/playwright.config.ts");

// What compilers and tests make is mostly garbage at once: with room for it they are done in a fifth less time.
const nodeOptions = [process.env.NODE_OPTIONS, "--max-semi-space-size=64"].filter(Boolean).join(" ");

const node = process.execPath;
const bin = (/** @type {string} */ path) => join(root, "node_modules", path);

/** @type {[string, string[]][]} */
const staticChecks = [
  ["Types", [node, bin("typescript/bin/tsc"), "-p", "."]],
  ["Lint", [node, bin("eslint/bin/eslint.js"), "."]],
  ["Format", [node, bin("prettier/bin/prettier.cjs"), "--check", "."]],
  [
    "Boundaries",
    [node, bin("dependency-cruiser/bin/dependency-cruise.mjs"), "app", "workers", "web", "scripts"],
  ],
  ["Unused code", [node, bin("knip/bin/knip.js")]],
  ["Courses", [node, "--import", "tsx", "scripts/courses-check.ts"]],
];

/** Ends the process: with 0 when nothing failed. */
export async function test() {
  await setUp();
  const browser = await step("Browser for the tests", findBrowser);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const tally = nothingYet();
  add(tally, await checkWithoutRunning());
  const rules = "Tests of rules and domains";
  const vitestCode = await run(rules, [
    node,
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestReport}`,
  ]);
  add(tally, withExitCode(vitestTally(vitestReport), vitestCode, rules));
  add(tally, await browserTests("Journeys in the browser", browser, ["--project=phone"]));
  add(tally, await browserTests("Faults", browser, ["-c", faultConfig]));
  finish(tally);
}

/** `npm run test:security`: only what hostile packages try. Ends the process like `test`. */
export async function testSecurity() {
  await setUp();
  const browser = await step("Browser for the tests", findBrowser);
  finish(await browserTests("Hostile packages", browser, ["--project=security"]));
}

/**
 * `npm run test:faults`: every fault with every kind of activity, and many random schedules; FAULT_SCHEDULES says how
 * many. Ends the process like `test`.
 */
export async function testFaults() {
  await setUp();
  const browser = await step("Browser for the tests", findBrowser);
  const long = {
    FAULT_MATRIX: "whole",
    FAULT_SCHEDULES: process.env.FAULT_SCHEDULES || "500",
    FAULT_SLOW_MS: "30000",
  };
  finish(await browserTests("Faults", browser, ["-c", faultConfig], long));
}

/**
 * @param {string} title
 * @param {string} browser
 * @param {string[]} [options]
 * @param {Record<string, string>} [env]
 */
async function browserTests(title, browser, options = [], env = {}) {
  const report = join(results, `${title.toLowerCase().replaceAll(" ", "-")}.json`);
  rmSync(report, { force: true });
  const code = await run(title, [node, bin("@playwright/test/cli.js"), "test", ...options], {
    BROWSER_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...env,
  });
  return withExitCode(playwrightTally(report), code, title);
}

/** @param {Tally} tally */
function finish(tally) {
  // Again, because what failed is hundreds of lines above by now.
  for (const failure of tally.failures) console.log(`\n✗ ${failure}`);
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

/** The static checks, two at a time, the longest first: each mostly keeps one core busy. */
async function checkWithoutRunning() {
  const tally = nothingYet();
  const waiting = [...staticChecks];
  const checkOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const code = await run(...next);
      if (code === 0) tally.passed += 1;
      else add(tally, withExitCode(nothingYet(), code, next[0]));
    }
  };
  await Promise.all([checkOn(), checkOn()]);
  return tally;
}

/**
 * Every line of its output begins with the title: commands run side by side.
 * @param {string} title
 * @param {string[]} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
async function run(title, [program, ...args], env = {}) {
  const start = performance.now();
  const child = spawn(/** @type {string} */ (program), args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_OPTIONS: nodeOptions, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => console.log(`${title} │ ${line}`));
  }
  const code = await new Promise((done) => {
    child.on("close", (/** @type {number | null} */ ended) => done(ended ?? 1));
  });
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${title} │ ${code === 0 ? "done" : `ended with code ${code}`} after ${seconds} s`);
  return code;
}

/** @returns {Tally} */
function nothingYet() {
  return { passed: 0, failed: 0, failures: [] };
}

/**
 * @param {Tally} tally
 * @param {Tally} more
 */
function add(tally, more) {
  tally.passed += more.passed;
  tally.failed += more.failed;
  tally.failures.push(...more.failures);
}

/**
 * A run that ended badly without a failed test (an unhandled rejection, say) counts as one failure.
 * @param {Tally} tally
 * @param {number} code
 * @param {string} title
 * @returns {Tally}
 */
function withExitCode(tally, code, title) {
  if (code === 0 || tally.failed > 0) return tally;
  return { ...tally, failed: 1, failures: [`${title}: ended with code ${code}; see the lines "${title} │"`] };
}
