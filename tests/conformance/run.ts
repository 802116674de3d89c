/**
 * `npm run conformance -- <zip or folder with cases/ and packages/>`: replays ADL's conformance cases for SCORM 2004
 * 4th edition through the real shell and server in Chromium, and writes docs/conformance/scorm-2004.md. `--only A,B`
 * plays some cases and writes nothing.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { chromium } from "playwright";

import { browserFlags, findBrowser } from "#scripts/browser.js";
import { startScratchSite } from "#scripts/scratch-site.ts";
import { root, setUp } from "#scripts/setup.js";
import { giveUp, Remedy } from "#scripts/steps.js";

import { parseCase } from "./case-language.ts";
import { report } from "./report.ts";
import type { CaseResult } from "./replay.ts";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: "string" } },
  });
  const [given] = positionals;
  if (!given) throw new Remedy("Name the cases: npm run conformance -- cases.zip");
  const only = values.only?.split(",") ?? null;
  await setUp();
  const site = await startScratchSite("conformance", join(root, "scripts/migrate.ts"));
  const folder = await unpacked(resolve(given));
  try {
    const results = await playAll(folder, only);
    if (!only) {
      const page = join(root, "docs/conformance/scorm-2004.md");
      await mkdir(dirname(page), { recursive: true });
      await writeFile(page, await report(results, page));
    }
    const whole = results.filter(({ deviations }) => deviations.length === 0).length;
    console.log(`\n${whole} of ${results.length} cases as ADL expects`);
  } finally {
    await site.stop();
    if (folder !== resolve(given)) rmSync(folder, { recursive: true });
  }
  process.exit(0);
} catch (error) {
  giveUp(error);
}

async function playAll(folder: string, only: string[] | null): Promise<CaseResult[]> {
  // Only now: the settings are parsed at first use.
  const { playCase } = await import("./play-case.ts");
  const { newPerson } = await import("#scripts/packages-try/publish.ts");
  const author = await newPerson("trainer");
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  const names = readdirSync(join(folder, "cases"))
    .filter((file) => file.endsWith(".properties"))
    .map((file) => file.replace(/\.properties$/, ""))
    .filter((name) => !only || only.includes(name))
    .sort();
  const results: CaseResult[] = [];
  for (const name of names) {
    const manifestFolder = join(folder, "packages", `LMSTestPackage_${name}`);
    const source = readFileSync(join(folder, "cases", `${name}.properties`), "utf8");
    const conformanceCase = parseCase(source);
    const result = await playCase(browser, author, { name, conformanceCase, manifestFolder });
    const isWhole = result.deviations.length === 0;
    console.log(
      `${isWhole ? "✓" : "✗"} ${name}  ${result.passed}/${result.steps}  ${result.deviations[0] ?? ""}`,
    );
    results.push(result);
  }
  await browser.close();
  return results;
}

/** A folder as it is; an archive in a temporary one. */
async function unpacked(path: string): Promise<string> {
  if (statSync(path).isDirectory()) return path;
  const { openArchive } = await import("#app/library/package-archive.server.ts");
  const folder = mkdtempSync(join(tmpdir(), "sigurna-cases-"));
  const archive = await openArchive(path, path);
  for (const file of archive.files) {
    const chunks: Buffer[] = [];
    for await (const chunk of file.read()) chunks.push(chunk);
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), Buffer.concat(chunks));
  }
  await archive.close();
  return folder;
}
