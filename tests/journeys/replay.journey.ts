import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { BrowserContext } from "@playwright/test";

import { type RunLogFile, runLogFile } from "#app/players/run-log-file.ts";
import { type Replay, replayLog } from "#scripts/packages-replay/replay.ts";
import { closeTab, isAllSent, launch, leavePlayer } from "#scripts/packages-try/player-tab.ts";
import { newPerson, publishFor, takeIn } from "#scripts/packages-try/publish.ts";
import { archive, scormFiles } from "#tests/builders/packages.ts";

import { expect, test } from "./fixtures.ts";

const root = join(import.meta.dirname, "../..");

/** Goes one page on at each launch, with a call that is refused, and greets the learner by name. */
const story = `<!doctype html><title>Story</title><script>
  const api = parent.API;
  api.LMSInitialize("");
  const place = api.LMSGetValue("cmi.core.lesson_location");
  api.LMSSetValue("cmi.suspend_data", "for " + api.LMSGetValue("cmi.core.student_name"));
  api.LMSSetValue("cmi.core.lesson_location", place + "I");
  api.LMSSetValue("cmi.core.lesson_status", "incomplete");
  api.LMSSetValue("cmi.core.score.raw", "much");
  api.LMSGetValue("cmi.core.session_time");
  api.LMSGetValue("cmi.suspend_data");
  api.LMSCommit("");
  if (place) addEventListener("pagehide", () => api.LMSFinish(""));
</script>`;

test("a log that was exported is replayed: nothing differs, a changed answer is named, another package's is refused", async ({
  browser,
  context,
  signIn,
}) => {
  const path = await archive({ ...scormFiles({ title: "Story" }), "index.html": story }, "story.zip");
  const author = await newPerson("trainer");
  const taken = await takeIn(author, path);
  if ("refused" in taken) throw new Error(taken.refused);
  const learner = await newPerson("learner");
  const { playerPath, ...place } = await publishFor([learner], author, taken.package);
  await signIn(learner);
  await playTwice(context, playerPath);
  const log = await exportedLog(context, place);
  expect(JSON.stringify(log)).not.toMatch(/Ana|Primer/);
  expect(log.launches.map(({ records }) => records.map(({ kind }) => kind).join(" "))).toEqual([
    "initialize get get set set set refused refused get commit leave",
    "initialize get get set set set refused refused get commit terminate",
  ]);

  const command = runCommand(path, changedLog(log));
  expect(await replayLog(browser, author, { path, log })).toMatchObject({
    made: 19,
    differences: [],
    notReplayed: [],
    launches: [1, 2],
    listed: { "the log holds no names": 2, "how the learner left is done by leaving": 1 },
    relaunch: { calls: { initialize: 1, set: 3, commit: 1 }, consoleErrors: [] },
    faults: [],
  });

  const other = await archive(scormFiles({ title: "Another" }));
  await expect(replayLog(browser, author, { path: other, log })).rejects.toThrow(
    "The log is of the package “Story”, this one is “Another”.",
  );

  const { code, said, replay } = await command;
  expect(replay).toMatchObject({
    made: 19,
    differences: [
      { launch: 1, call: "refused cmi.core.score.raw = much", recorded: "error 403", now: "error 405" },
    ],
    notReplayed: [],
  });
  expect(said).toContain("| refused cmi.core.score.raw = much | error 403 | error 405 |");
  expect(code).toBe(1);
});

async function playTwice(context: BrowserContext, playerPath: string) {
  for (let times = 0; times < 2; times += 1) {
    const { page, watch } = await launch(context, playerPath);
    const isCommitted = () => [...watch.acknowledged.values()].some(({ kind }) => kind === "commit");
    await expect.poll(isCommitted).toBe(true);
    await isAllSent(page);
    await leavePlayer(page, playerPath);
    await closeTab(page);
  }
}

async function exportedLog(
  context: BrowserContext,
  { courseSlug, activityId }: { courseSlug: string; activityId: string },
): Promise<RunLogFile> {
  const address = `${process.env.APP_ORIGIN}/learn/${courseSlug}/packages/${activityId}/attempts/1/log.json`;
  return runLogFile.parse(await (await context.request.get(address)).json());
}

/** As if another player had refused with another code. */
function changedLog(log: RunLogFile): RunLogFile {
  const copy = structuredClone(log);
  const records = copy.launches[0]?.records ?? [];
  for (const record of records) {
    if (record.value === "much") record.error = "403";
  }
  return copy;
}

async function runCommand(path: string, log: RunLogFile) {
  const folder = dirname(path);
  const [logPath, report] = [join(folder, "log.json"), join(folder, "report.json")];
  writeFileSync(logPath, JSON.stringify(log));
  const options = ["--import", "tsx", "scripts/packages-replay.ts", path, logPath, "--json", report];
  const { code, said } = await new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, options, { cwd: root });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.on("close", (exit) => done({ code: exit, said: text }));
  });
  return { code, said, replay: JSON.parse(readFileSync(report, "utf8")) as Replay };
}
