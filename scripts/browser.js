import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { Remedy } from "./steps.js";

/** For a Chromium that tests drive: it talks to nobody by itself. */
export const browserFlags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  // Takes the place of Playwright's own list, which turns storage partitioning off: frames of another site, such as the
  // player's, would then have no storage at all, as in no browser that people use.
  "--disable-features=Translate",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const withWindows = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
// The same browser without all that makes windows: a page takes it four fifths of the time.
const withoutWindows = ["chromium-headless-shell"];

/**
 * Path of a Chromium: the one of BROWSER_PATH, one that is installed, Playwright's own, or, for root on Debian, the
 * distribution's package, which is installed then. Throws a Remedy when there is none and none can be had.
 * @param {{ isShown?: boolean }} [use] whether a person will look at it
 * @returns {string}
 */
export function findBrowser({ isShown = false } = {}) {
  const names = isShown ? withWindows : [...withoutWindows, ...withWindows];
  const found = installed(names) ?? playwrights();
  if (found) return found;
  tryTo("npx", ["playwright", "install", "chromium"]);
  const downloaded = playwrights();
  if (downloaded) return downloaded;
  if (process.getuid?.() === 0) {
    tryTo("apt-get", ["update"]);
    for (const name of names) {
      if (!installed(names)) tryTo("apt-get", ["install", "-y", name]);
    }
  }
  const packaged = installed(names);
  if (packaged) return packaged;
  throw new Remedy(
    "The browser tests need Chromium, which is not here and could not be downloaded. Install the package chromium of your system, or set BROWSER_PATH to a Chromium.",
  );
}

/** @param {string[]} names */
function installed(names) {
  if (process.env.BROWSER_PATH) return process.env.BROWSER_PATH;
  for (const directory of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      if (existsSync(join(directory, name))) return join(directory, name);
    }
  }
  return undefined;
}

function playwrights() {
  try {
    const script = 'import("playwright").then(({ chromium }) => console.log(chromium.executablePath()))';
    const path = execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function tryTo(command, args) {
  try {
    execFileSync(command, args, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    // The next way is tried.
  }
}
