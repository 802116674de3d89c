/**
 * `npm run bench`: measures the production build on a throw-away database. Load goes to this machine only.
 * `npm run bench -- --only commits` (or files, launch, packageImport, statistics, answers, submissions, examStart, several of
 * them) measures only these, and writes
 * no results.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { giveUp, Remedy, step } from "#scripts/steps.js";

import { type ExamPart, examParts } from "./exam-parts.ts";
import { startHello } from "./hello-site.ts";
import { type AssessmentPart, assessmentParts } from "./assessment-parts.ts";
import { type PlayerPart, playerParts } from "./player-parts.ts";
import { printAssessment, printExams, printPlayers, report } from "./report.ts";
import { type Site, startSite } from "./site.ts";

const running: { stop(): Promise<void> }[] = [];
const stopAll = async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void stopAll().then(() => process.exit(1)));
}

try {
  if (!existsSync(join(import.meta.dirname, "../build/server/index.js"))) {
    throw new Remedy("There is no production build yet. Make it with: npm run setup");
  }
  const only = partsAskedFor();
  const hello =
    only.length === 0 || only.includes("launch") ? await step("Hello-world page", startHello) : null;
  if (hello) running.push(hello);
  const site = await startSite({ hasDemonstration: only.length === 0 });
  running.push(site);
  await (only.length > 0 ? measureOnly(site, only, hello?.address) : measureAll(site, hello?.address));
  process.exit(0);
} catch (error) {
  await stopAll();
  giveUp(error);
}

type Part = PlayerPart | AssessmentPart | ExamPart;

function partsAskedFor(): Part[] {
  const { only = [] } = parseArgs({ options: { only: { type: "string", multiple: true } } }).values;
  const known: readonly string[] = [...playerParts, ...assessmentParts, ...examParts];
  if (only.some((name) => !known.includes(name))) {
    throw new Remedy(`--only takes one of: ${known.join(", ")}`);
  }
  return only as Part[];
}

// The application reads its settings when it is loaded, which is after the site has started.

async function measureAll(site: Site, helloAddress = "") {
  const { measure } = await import("./measure.ts");
  const measurements = await measure(site, helloAddress);
  await stopAll();
  report(measurements);
}

async function measureOnly(site: Site, parts: Part[], helloAddress = "") {
  const { measurePlayers } = await import("./players.ts");
  const { measureAssessment } = await import("./assessment.ts");
  const { measureExams } = await import("./exams.ts");
  const exam = examParts.filter((part) => parts.includes(part));
  const exams = exam.length > 0 ? await measureExams(site, exam) : {};
  const ofPlayers = playerParts.filter((part) => parts.includes(part));
  const players = ofPlayers.length > 0 ? await measurePlayers(site, ofPlayers, helloAddress) : {};
  const assessment = await measureAssessment(
    site,
    assessmentParts.filter((part) => parts.includes(part)),
  );
  await stopAll();
  printExams(exams);
  printPlayers(players);
  printAssessment(assessment);
}
