import { createWriteStream, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import type { Browser, Page } from "playwright";
import { ZipFile } from "yazl";

import type { Actor } from "#app/identity/actor.ts";
import type { ScormStructure } from "#app/library/package-structure.ts";
import { env } from "#app/platform/env.server.ts";
import { leavePlayer, signIn } from "#scripts/packages-try/player-tab.ts";
import { newPerson, publishFor, takeIn } from "#scripts/packages-try/publish.ts";
import { shellFrame } from "#scripts/packages-try/touch.ts";

import type { ConformanceCase } from "./case-language.ts";
import { buildCasePackage } from "./case-package.ts";
import { type CaseResult, type Player, replay } from "./replay.ts";

type PackagedCase = {
  name: string;
  conformanceCase: ConformanceCase;
  /** With imsmanifest.xml; its pages are ours. */
  manifestFolder: string;
};

/** Publishes the package of a case as a trainer would, and plays it as a learner. Never throws. */
export async function playCase(
  browser: Browser,
  author: Actor,
  { name, conformanceCase, manifestFolder }: PackagedCase,
): Promise<CaseResult> {
  const failed = (why: string): CaseResult => ({ title: name, steps: 1, passed: 0, deviations: [why] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const taken = await takeIn(author, await packed(buildCasePackage(manifestFolder), name));
    if ("refused" in taken) return failed(`refused: ${taken.refused}`);
    const learner = await newPerson("learner");
    const { playerPath } = await publishFor([learner], author, taken.package);
    await signIn(context, learner);
    const page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
    const result = await replay(
      playerOn(page, playerPath),
      taken.package.structure as ScormStructure,
      conformanceCase,
    );
    return { ...result, title: name };
  } catch (error) {
    return failed(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  } finally {
    await context.close();
  }
}

/** The learner's page: leaving is going back to the unit's own page. */
function playerOn(page: Page, playerPath: string): Player {
  const shell = async () => {
    const isThere = () => shellFrame(page) !== undefined;
    if (!isThere()) await page.waitForEvent("framenavigated", { predicate: isThere, timeout: 20_000 });
    const frame = shellFrame(page);
    if (!frame) throw new Error("the player did not open");
    return frame;
  };
  return {
    shell,
    async open() {
      await page.goto(`${env().APP_ORIGIN}${playerPath}`);
      await shell();
    },
    leave: () => leavePlayer(page, playerPath),
  };
}

async function packed(folder: string, name: string): Promise<string> {
  const path = join(tmpdir(), `sigurna-case-${name}-${process.pid}.zip`);
  const zip = new ZipFile();
  for (const entry of readdirSync(folder, { recursive: true })) {
    const file = join(folder, String(entry));
    if (statSync(file).isFile()) zip.addFile(file, String(entry));
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
  rmSync(folder, { recursive: true });
  return path;
}
