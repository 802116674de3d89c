import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

import { expect, test } from "vitest";

import { freePort } from "#scripts/free-port.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const root = join(import.meta.dirname, "../..");
const workshop = scratchFolder("start");

const unused = await freePort();

/** Runs `npm start` with these settings until it ends by itself. */
function start(settings: Record<string, string>, nodeOptions: string[] = []) {
  const { DATABASE_URL: _, ...environment } = process.env;
  return new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, [...nodeOptions, join(root, "scripts/run.js"), "start"], {
      env: {
        ...environment,
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        PORT: String(unused),
        DATA_DIR: mkdtempSync(join(workshop, "data-")),
        ...settings,
      },
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("close", (code) => done({ code, said: said.trim() }));
  });
}

/** Ended as it should: not with 0, and with sentences instead of a stack. */
function expectRemedy({ code, said }: { code: number | null; said: string }, ...sentences: string[]) {
  expect(code).toBe(1);
  for (const sentence of sentences) expect(said).toContain(sentence);
  expect(said).not.toMatch(/^\s+at /m);
}

test("a port that is taken is named, with the way to choose another", async () => {
  const other = createServer();
  const port = await new Promise<number>((listening) => {
    other.listen(0, "127.0.0.1", () => {
      const address = other.address();
      listening(typeof address === "object" && address ? address.port : 0);
    });
  });
  expectRemedy(
    await start({ PORT: String(port) }),
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
  other.close();
});

test("a database that cannot be reached is one sentence", async () => {
  expectRemedy(
    await start({ DATABASE_URL: `postgresql://nobody:secret@127.0.0.1:${unused}/none` }),
    "The database named by DATABASE_URL cannot be reached",
    "Check that it runs and that the address, user and password are right.",
  );
});

test("wrong settings are all named at once", async () => {
  const database = process.env.DATABASE_URL ?? "";
  expectRemedy(
    await start({ DATABASE_URL: database, SMTP_URL: "post office", WEB_CONCURRENCY: "many" }),
    "SMTP_URL",
    "WEB_CONCURRENCY",
  );
});

test("a second Sigurna on the same data folder does not start", async () => {
  const data = mkdtempSync(join(workshop, "data-"));
  writeFileSync(join(data, "running.pid"), String(process.pid));
  expectRemedy(
    await start({ DATA_DIR: data }),
    `Sigurna is running on ${data} already (process ${process.pid}). Stop it first`,
  );
});

test("a data folder that cannot be made is named", async () => {
  const file = join(workshop, "a-file");
  writeFileSync(file, "");
  expectRemedy(
    await start({ DATA_DIR: join(file, "data") }),
    `The data folder ${join(file, "data")} cannot be written to.`,
  );
});

test("a Node that is too old is told which one is needed", async () => {
  const pretend = join(workshop, "old-node.cjs");
  writeFileSync(
    pretend,
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });',
  );
  expectRemedy(
    await start({}, ["--require", pretend]),
    "Node 18.20.8 is too old. Install Node 20.19 or newer and start again.",
  );
});

test("a full disk is told as such", async () => {
  const data = mkdtempSync(join(workshop, "data-"));
  const pretend = join(workshop, "full-disk.cjs");
  // Stands for the operating system, which no test may fill: every file written says what a full disk says.
  writeFileSync(
    pretend,
    `const fs = require("node:fs");
     const full = () => { throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" }); };
     fs.writeFileSync = full;
     require("node:module").syncBuiltinESMExports();`,
  );
  expectRemedy(
    await start({ DATA_DIR: data }, ["--require", pretend]),
    "The disk is full. Free some space (about 1 GB is needed) and start again.",
  );
});

test("a setting that cannot be is named in a sentence, before anything is started", async () => {
  expectRemedy(await start({ PORT: "eighty" }), "PORT:");
  expectRemedy(await start({ PORT: "70000" }), "PORT:");
});
