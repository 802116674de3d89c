/** What the reports say that Vitest and Playwright leave behind as JSON. */
import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * `failures` has a text for each of `failed`: which test, then why. A report says no more than its tests; a run that
 * ended badly without a failed test is for the caller to count.
 * @typedef {{ passed: number, failed: number, failures: string[] }} Tally
 */

/** As much of a reason as says what was expected, what was there, and where. */
const linesOfReason = 25;

/** @type {(report: string) => Tally} */
const missing = (report) => ({ passed: 0, failed: 1, failures: [`${report} was not written`] });

/**
 * Files that could not be loaded count as failed.
 * @param {string} report the path of what Vitest's reporter "json" wrote
 * @returns {Tally}
 */
export function vitestTally(report) {
  if (!existsSync(report)) return missing(report);
  const { testResults, numPassedTests } = JSON.parse(readFileSync(report, "utf8"));
  const failures = [];
  for (const { name, status, message, assertionResults } of testResults) {
    if (status === "failed" && assertionResults.length === 0) failures.push(failure(name, [message]));
    for (const { fullName, status: ended, failureMessages } of assertionResults) {
      if (ended === "failed") failures.push(failure(`${name} › ${fullName}`, failureMessages));
    }
  }
  return { passed: numPassedTests, failed: failures.length, failures };
}

/**
 * Files that could not be loaded count as failed.
 * @param {string} report the path of what Playwright's reporter "json" wrote
 * @returns {Tally}
 */
export function playwrightTally(report) {
  if (!existsSync(report)) return missing(report);
  const { stats, errors, suites } = JSON.parse(readFileSync(report, "utf8"));
  const failures = [
    ...errors.map((/** @type {PlaywrightError} */ { message }) => failure(report, [message])),
    ...suites.flatMap(failuresOfSuite),
  ];
  return { passed: stats.expected, failed: failures.length, failures };
}

/** @typedef {{ message?: string }} PlaywrightError */
/** @typedef {{ status: string, results: { errors: PlaywrightError[] }[] }} PlaywrightTest */
/** @typedef {{ title: string, file: string, line: number, tests: PlaywrightTest[] }} PlaywrightSpec */
/** @typedef {{ specs: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite */

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function failuresOfSuite({ specs, suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) =>
        failure(
          `${file}:${line} › ${title}`,
          results.flatMap(({ errors }) => errors.map(({ message }) => message)),
        ),
      ),
  );
  return [...own, ...suites.flatMap(failuresOfSuite)];
}

/**
 * @param {string} title
 * @param {(string | undefined)[]} reasons
 */
function failure(title, reasons) {
  const lines = reasons.flatMap((reason = "no reason was given") => [
    ...stripVTControlCharacters(reason).trim().split("\n").slice(0, linesOfReason),
  ]);
  return [title, ...lines.map((line) => `    ${line}`)].join("\n");
}
