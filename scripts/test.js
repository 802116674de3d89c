/**
 * `npm test`: sets up what is missing, then every check there is. Ends with the line "N passed, N failed", which counts
 * each static check, each Vitest test and each Playwright test once.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { findBrowser } from "./browser.js";
import { root, setUp } from "./setup.js";
import { step } from "./steps.js";

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
  const tally = { passed: 0, failed: 0 };
  add(tally, await checkWithoutRunning());
  const vitestCode = await run("Tests of rules and domains", [
    node,
    bin("vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${vitestReport}`,
  ]);
  add(tally, withExitCode(vitestTally(), vitestCode));
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
  return withExitCode(playwrightTally(report), code);
}

/** @param {{ passed: number, failed: number }} tally */
function finish(tally) {
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

/** The static checks, two at a time, the longest first: each mostly keeps one core busy. */
async function checkWithoutRunning() {
  const tally = { passed: 0, failed: 0 };
  const waiting = [...staticChecks];
  const checkOn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const code = await run(...next);
      add(tally, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
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

/**
 * @param {{ passed: number, failed: number }} tally
 * @param {{ passed: number, failed: number }} more
 */
function add(tally, more) {
  tally.passed += more.passed;
  tally.failed += more.failed;
}

/**
 * A run that ended badly without a failed test (an unhandled rejection, say) counts as one failure.
 * @param {{ passed: number, failed: number }} tally
 * @param {number} code
 */
function withExitCode(tally, code) {
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** A run that left no report, or whose files could not be loaded, counts as failed. */
function vitestTally() {
  if (!existsSync(vitestReport)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(vitestReport, "utf8"));
  const brokenFiles = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles };
}

/** @param {string} report */
function playwrightTally(report) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, "utf8"));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
