import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { newPerson } from "#scripts/packages-try/publish.ts";
import { ownCases } from "#tests/conformance/own-cases.ts";
import { playCase } from "#tests/conformance/play-case.ts";

import { expect, test } from "./fixtures.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

for (const [index, { manifest, ...conformanceCase }] of ownCases.entries()) {
  test(`SCORM 2004: ${conformanceCase.title}`, async ({ browser }) => {
    const manifestFolder = scratchFolder("own-case");
    writeFileSync(join(manifestFolder, "imsmanifest.xml"), manifest);
    const author = await newPerson("trainer");
    const { deviations } = await playCase(browser, author, {
      name: `own-${index + 1}`,
      conformanceCase,
      manifestFolder,
    });
    rmSync(manifestFolder, { recursive: true });
    expect(deviations).toEqual([]);
  });
}
