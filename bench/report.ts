import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";

import type { Assessment } from "./assessment.ts";
import type { Exams } from "./exams.ts";
import { settings } from "./load.ts";
import type { Measurements } from "./measure.ts";
import type { Players } from "./players.ts";

const manifest = join(import.meta.dirname, "../package.json");
const results = join(import.meta.dirname, "results");
/** What else the machine was doing, before we added to it. */
const [loadAverageAtStart = 0] = loadavg();
const pages = /page|dashboard|Overview/;

/** Adds the ratios to the hello-world page of the same run; only pages have them. */
function withRatios({ loads, weights, ...rest }: Measurements) {
  const hello = loads["Hello world"];
  if (!hello) throw new Error("the hello-world page was not measured");
  const rows = Object.entries(loads).map(([name, row]) => {
    const isPage = pages.test(name);
    const ratios = {
      requestsPerSecond: ratio(row.requestsPerSecond, hello.requestsPerSecond),
      p50: ratio(row.p50, hello.p50),
      p95: ratio(row.p95, hello.p95),
    };
    return { name, ...row, toHello: isPage ? ratios : null };
  });
  const weight = (key: "withScript" | "withoutScript") => ({
    lesson: weights.lesson[key],
    lessonCyrillic: weights.lessonCyrillic[key],
    hello: weights.hello[key],
    toHello: ratio(weights.lesson[key], weights.hello[key]),
  });
  return {
    latencyMs: rows,
    ...rest,
    lessonPageBytes: { withScript: weight("withScript"), withoutScript: weight("withoutScript") },
  };
}

/** Writes `bench/results/latest.json` and prints the same as a table. */
export function report(measurements: Measurements): void {
  const { latencyMs, certificates, memoryMiB, lessonPageBytes, players, assessment, exams } =
    withRatios(measurements);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  const conditions = {
    version,
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    platform: `${platform()} ${process.arch}`,
    processors: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadAverageAtStart,
    load: settings,
    note: "Load generator, database, web (one process) and worker share the processors; p50 and p95 are exact percentiles of all response times. Page weights are of a cold cache, compressed, with headers.",
  };
  mkdirSync(results, { recursive: true });
  writeFileSync(
    join(results, "latest.json"),
    `${JSON.stringify({ conditions, latencyMs, certificates, memoryMiB, lessonPageBytes, players, assessment, exams }, null, 2)}\n`,
  );
  const cells = latencyMs.map(({ name, requestsPerSecond, p50, p95, toHello }) => [
    name,
    String(requestsPerSecond),
    times(toHello?.requestsPerSecond),
    String(p50),
    times(toHello?.p50),
    String(p95),
    times(toHello?.p95),
  ]);
  console.log();
  for (const row of [["", "req/s", "", "p50 ms", "", "p95 ms", ""], ...cells]) {
    console.log(row.map((cell, index) => (index ? cell.padStart(8) : cell.padEnd(27))).join(" "));
  }
  const memory = (when: Record<string, number>) =>
    Object.entries(when).map(([name, size]) => `${name} ${size} MiB`);
  console.log(`\nCertificates: ${certificates.perSecond} per second (${certificates.count})`);
  console.log(
    `Memory: ${memory(memoryMiB.start).join(", ")}; after the load: ${memory(memoryMiB.end).join(", ")}`,
  );
  for (const [name, { lesson, lessonCyrillic, hello, toHello }] of Object.entries(lessonPageBytes)) {
    const words = name === "withScript" ? "with JavaScript" : "without JavaScript";
    console.log(
      `Lesson page, cold, ${words}: ${kilobytes(lesson)}, in Cyrillic ${kilobytes(lessonCyrillic)} (hello world ${kilobytes(hello)}, ×${toHello})`,
    );
  }
  printExams(exams);
  printPlayers(players);
  printAssessment(assessment);
  console.log(`× is the ratio to the hello-world Remix page of the same run. ${conditions.note}`);
}

/** Prints what of tests was measured. */
export function printExams({ answers, submissions, examStart }: Partial<Exams>): void {
  if (answers) {
    console.log(
      `Answers saved, ${answers.learners} learners at once: ${answers.perSecond} per second, p50 ${answers.p50} ms, p95 ${answers.p95} ms`,
    );
  }
  if (submissions) {
    console.log(
      `Tests submitted: ${submissions.perSecond} per second (${submissions.count}), p50 ${submissions.p50} ms, p95 ${submissions.p95} ms`,
    );
  }
  if (examStart) {
    const { learners, begin, page, save, errors, lost, answers: count, seconds } = examStart;
    console.log(
      `Exam start of ${learners} learners: first question p95 ${begin.p95} ms; ${count} answers in ${seconds} s, saving one p50 ${save.p50} ms, p95 ${save.p95} ms, next question p95 ${page.p95} ms; errors ${errors}, lost answers ${lost}`,
    );
  }
}

/** Prints what of packages was measured. */
export function printPlayers({ commits = [], launch, files, packageImport }: Partial<Players>): void {
  for (const { learners, places, results, upsertsPerSecond, toUpserts } of commits) {
    console.log(
      `Commits, ${learners} at once: ${places.perSecond} per second, p95 ${places.p95} ms; with a new score ${results.perSecond} per second, p95 ${results.p95} ms (single-row upserts ${upsertsPerSecond} per second, ×${toUpserts})`,
    );
  }
  if (launch) {
    console.log(
      `Launch to first call: p50 ${launch.p50} ms, p95 ${launch.p95} ms (hello world loaded in ${launch.helloP50} ms, ×${launch.toHello})`,
    );
  }
  if (files) {
    console.log(
      `Files of packages: ${files.whole.requestsPerSecond} per second, ${files.known.requestsPerSecond} when known (own build's files ${files.asset.requestsPerSecond}, ×${files.toAsset})`,
    );
  }
  if (packageImport) {
    const { megabytes, files: count, seconds, peakMiB, workerPeakMiB, copySeconds, toCopy } = packageImport;
    console.log(
      `Import of ${megabytes} MB in ${count} files: ${seconds} s, peak of its process ${peakMiB} MiB, of the worker ${workerPeakMiB} MiB (copying it ${copySeconds} s, ×${toCopy})`,
    );
  }
}

/** Prints what of tests was measured. */
export function printAssessment({ statistics }: Partial<Assessment>): void {
  if (statistics) {
    const { attempts, questions, seconds, workerMiB, workerPeakMiB } = statistics;
    console.log(
      `Statistics of ${attempts} attempts at ${questions} questions: ${seconds} s; worker ${workerMiB} MiB before, at most ${workerPeakMiB} MiB`,
    );
  }
}

function ratio(value: number, base: number) {
  return Number((value / base).toFixed(2));
}

function times(value: number | undefined) {
  return value === undefined ? "" : `×${value}`;
}

function kilobytes(bytes: number) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
