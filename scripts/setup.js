/**
 * `npm run setup`, and the first part of `npm start` and `npm test`: dependencies, database client, build. Plain
 * JavaScript without dependencies, because it runs before there are any.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { Remedy, step } from "./steps.js";

export const root = join(import.meta.dirname, "..");

const leastFreeMegabytes = 300;

/** @param {{ withBuild?: boolean }} [options] */
export async function setUp({ withBuild = true } = {}) {
  requireSpace();
  process.chdir(root);
  mkdirSync(join(root, ".cache"), { recursive: true });
  await once("dependencies", "Dependencies", ["package.json", "package-lock.json"], "node_modules/tsx", () =>
    run("npm", ["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error"], installRemedy),
  );
  await once("client", "Database client", ["prisma/schema"], "prisma/generated", () =>
    runScript("generate.ts"),
  );
  if (withBuild) {
    await once("build", "Build", buildInputs, "build/server/index.js", () => runScript("build.ts"));
  }
}

const buildInputs = [
  "app",
  "docs/trainers",
  "web",
  "workers",
  "public",
  "prisma/schema",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
  "scripts/build.ts",
  "scripts/build-course-runner.ts",
  "scripts/build-player.ts",
  "scripts/build-programs.ts",
  "scripts/heading-font.ts",
];

const installRemedy =
  "The dependencies could not be installed. Check the internet connection and run the command again.";

function requireSpace() {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < leastFreeMegabytes) {
    throw new Remedy(
      `Only ${free} MB are free on this disk. Free some space (about 1 GB is needed) and start again.`,
    );
  }
}

/**
 * Does something only if its inputs have changed since it was last done, or its result is missing.
 * @param {string} name
 * @param {string} title
 * @param {string[]} inputs files and folders
 * @param {string} result
 * @param {() => Promise<void>} work
 */
async function once(name, title, inputs, result, work) {
  const stampFile = join(root, ".cache", `${name}.stamp`);
  const stamp = fingerprint(inputs);
  const isFresh =
    existsSync(join(root, result)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (isFresh) return;
  await step(title, work);
  writeFileSync(stampFile, stamp);
}

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash("sha256").update(process.version);
  for (const path of paths) {
    for (const file of filesIn(join(root, path))) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .filter((name) => name !== "fonts")
    .flatMap((name) => filesIn(join(path, name)));
}

/** @param {string} name */
function runScript(name) {
  return run(process.execPath, ["--import", "tsx", join("scripts", name)], `scripts/${name} failed.`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} remedy
 * @returns {Promise<void>}
 */
function run(command, args, remedy) {
  return new Promise((done, fail) => {
    const isNpmOnWindows = process.platform === "win32" && command === "npm";
    execFile(
      command,
      args,
      { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: isNpmOnWindows },
      (error, stdout, stderr) => {
        if (!error) return done();
        fail(new Remedy(`${remedy}\n\n${`${stdout}\n${stderr}`.trim().split("\n").slice(-15).join("\n")}`));
      },
    );
  });
}
