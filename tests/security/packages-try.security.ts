import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";

import type { Trial } from "#scripts/packages-try/trial.ts";
import { archive, scormFiles } from "#tests/builders/packages.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

const root = join(import.meta.dirname, "../..");
const workshop = scratchFolder("try");
test.afterAll(() => rmSync(workshop, { recursive: true, force: true }));

test("packages are tried in the real player: one is resumed with what it stored, one is refused in words", async () => {
  test.setTimeout(240_000);
  const folder = join(workshop, "packages/below");
  mkdirSync(folder, { recursive: true });
  const files = scormFiles();
  files["index.html"] = `<!doctype html><title>Place</title><button>Next</button><script>
    const api = parent.API;
    api.LMSInitialize("");
    confirm("Go on?");
    document.querySelector("button").onclick = () => {
      api.LMSSetValue("cmi.core.lesson_location", "page 2");
      api.LMSSetValue("cmi.core.score.raw", "much");
      api.LMSCommit("");
    };
    console.error("a package's own mistake");
  </script>`;
  await copyFile(await archive(files), join(folder, "place.zip"));
  writeFileSync(join(folder, "words.zip"), "no archive at all");

  const report = join(workshop, "report.json");
  const { code, said } = await tryPackages(join(workshop, "packages"), "--json", report);
  const trials = JSON.parse(readFileSync(report, "utf8")) as Trial[];
  expect(trials).toMatchObject([
    {
      name: "place.zip",
      refused: null,
      standard: "SCORM 1.2",
      activities: 1,
      launched: "running",
      consoleErrors: ["a package's own mistake"],
      errorCodes: ["405"],
      isResumedEqual: true,
      faults: [],
    },
    { name: "words.zip", refused: expect.stringMatching(/\.$/), launched: null, faults: [] },
  ]);
  expect(trials[0]?.calls).toMatchObject({ set: expect.any(Number), commit: expect.any(Number) });
  expect(trials[0]?.commitsAcknowledged).toBeGreaterThan(0);
  expect(said).toContain("| place.zip | SCORM 1.2 | 1 | running |");
  expect(code).toBe(0);
});

function tryPackages(...options: string[]) {
  return new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/packages-try.ts", ...options], {
      cwd: root,
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => done({ code, said }));
  });
}
