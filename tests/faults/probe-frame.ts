import type { Frame, Page } from "@playwright/test";

import { expect } from "./fixtures.ts";

/** What probe packages put on their window. */
export type ScormProbe = {
  isBegun: boolean;
  set(element: string, value: string): boolean;
  get(element: string): string;
  commit(): boolean;
  end(): boolean;
  error(): string;
};

export type H5pProbe = {
  isBegun: boolean;
  read(): { value?: string };
  remember(value: string): void;
  answer(response: string): void;
};

/** The frame in which a probe package has begun. Goes on here when the player is open elsewhere. */
export async function probeFrame(page: Page): Promise<Frame> {
  const goOn = page.getByRole("button", { name: "Go on here" });
  let found: Frame | undefined;
  await expect(async () => {
    if (await goOn.isVisible()) await goOn.click();
    for (const frame of page.frames()) {
      const isProbe = await frame
        .evaluate(() => Boolean((window as unknown as { probe?: ScormProbe }).probe?.isBegun))
        .catch(() => false);
      if (isProbe) found = frame;
    }
    expect(found).toBeDefined();
  }).toPass({ timeout: 30_000, intervals: [50, 100] });
  return found as Frame;
}

/** Waits until the browser's log holds nothing that the server does not. `frame` is one of the packages' origin. */
export async function logEmpty(frame: Frame): Promise<void> {
  const countRecords = () => Object.keys(localStorage).filter((key) => key.startsWith("sigurna.run.")).length;
  await expect.poll(() => frame.evaluate(countRecords), { timeout: 60_000 }).toBe(0);
}

/** Waits until the copy on disk has every record of the browser's log. */
export async function recordsOnDisk(frame: Frame): Promise<void> {
  await expect.poll(() => frame.evaluate(countMissingOnDisk)).toBe(0);
}

/** Runs in the page. */
async function countMissingOnDisk(): Promise<number> {
  const records = Object.keys(localStorage).filter((key) => key.startsWith("sigurna.run."));
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === "sigurna.run")) return records.length;
  const connection = await new Promise<IDBDatabase>((done, fail) => {
    const request = indexedDB.open("sigurna.run");
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error as DOMException);
  });
  const keys = await new Promise<IDBValidKey[]>((done) => {
    const request = connection.transaction("records").objectStore("records").getAllKeys();
    request.onsuccess = () => done(request.result);
  });
  connection.close();
  return records.filter((key) => !keys.includes(key)).length;
}
