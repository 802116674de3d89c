import type { Page, Response } from "playwright";

import type { Boot } from "#app/players/boot.ts";
import type { RecordsAnswer, RunRecord } from "#app/players/run-record.ts";

/** What is seen of a player from outside: what it wrote to the console, what it sent, what it was answered. */
export type Watch = {
  consoleErrors: Set<string>;
  /** Answers of ours that must not be: 5xx, a page that crashed. */
  faults: Set<string>;
  boot: Boot | null;
  /** Records that the server said it has. */
  acknowledged: Map<number, RunRecord>;
  /** Statements and documents of xAPI that were taken. */
  statements: number;
};

const longestMessage = 300;

export function watchPage(page: Page): Watch {
  const watch: Watch = {
    consoleErrors: new Set(),
    faults: new Set(),
    boot: null,
    acknowledged: new Map(),
    statements: 0,
  };
  const note = (message: string) => watch.consoleErrors.add(message.slice(0, longestMessage));
  page.on("console", (message) => message.type() === "error" && note(message.text()));
  page.on("pageerror", (error) => note(error.message));
  page.on("crash", () => watch.faults.add("the page crashed"));
  page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
  page.on("response", (response) => void readResponse(watch, response).catch(() => undefined));
  return watch;
}

/** Fails when the page is closed before its answer is read: then that answer proves nothing. */
async function readResponse(watch: Watch, response: Response) {
  const { pathname } = new URL(response.url());
  const method = response.request().method();
  if (response.status() >= 500)
    watch.faults.add(`${response.status()} for ${method} ${withoutToken(pathname)}`);
  if (pathname.endsWith("/boot") && response.ok()) watch.boot = (await response.json()) as Boot;
  if (pathname.endsWith("/records") && method === "POST") {
    const { stored } = (await response.json()) as RecordsAnswer;
    const { records } = JSON.parse(response.request().postData() ?? "{}") as { records: RunRecord[] };
    for (const record of records) if (stored.includes(record.seq)) watch.acknowledged.set(record.seq, record);
  }
  if (/\/(statements|activities\/state)$/.test(pathname) && method !== "GET" && response.ok()) {
    watch.statements += 1;
  }
}

function withoutToken(path: string) {
  return path.replace(/^\/(run|shell|files|xapi)\/[^/]+/, "/$1/…");
}
