import { createHash } from "node:crypto";
import { createReadStream, writeFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { expect, expectAccessible, expectFits, requestsOf, test } from "./fixtures.ts";

const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const megabytes = 1024 ** 2;

/** The page with everything it needs loaded; what is asked for afterwards is collected. */
async function openTool(page: Page) {
  const worker = page.waitForEvent("worker");
  await page.goto("/tools/evidence", { waitUntil: "networkidle" });
  await worker;
  return requestsOf(page);
}

function textFile(name: string, text: string) {
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}

async function downloadedRecord(page: Page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the record as a file" }).click();
  return readFile(await (await download).path(), "utf8");
}

test("files get their hash and a record on the device alone, and later it says what has changed", async ({
  page,
}) => {
  const requests = await openTool(page);
  // The work is the device's: it goes on with the connection switched off.
  await page.context().setOffline(true);
  await page.getByLabel("Files to record").setInputFiles([textFile("a.txt", "abc"), textFile("b.txt", "b")]);
  await expect(page.getByText("Finished: 2 of 2 have a hash.")).toBeVisible();
  const sheet = page.getByRole("article", { name: "Preservation record" });
  await expect(sheet).toContainText(abc);
  await page.getByLabel("Who saved it").fill("social worker, M. K.");
  await page.getByLabel("Address of the page or profile").fill("https://example.org/profile");
  await page.getByLabel("Address of the page or profile").press("Enter");
  await expect(sheet).toContainText("social worker, M. K.");
  await expectFits(page);
  await expectAccessible(page);

  const json = await downloadedRecord(page);
  expect(JSON.parse(json)).toMatchObject({
    format: "sigurna-preservation-record",
    hashAlgorithm: "SHA-256",
    preservedBy: "social worker, M. K.",
    source: { address: "https://example.org/profile" },
    files: [{ name: "a.txt", size: 3, sha256: abc }, { name: "b.txt" }],
  });

  await page.getByLabel("The record", { exact: true }).setInputFiles(textFile("other.json", "{}"));
  await expect(page.getByText("This file is not a record from this page")).toBeVisible();
  await page.getByLabel("The record", { exact: true }).setInputFiles(textFile("record.json", json));
  await expect(page.getByText("The record names 2 files.")).toBeVisible();
  await page
    .getByLabel("The files as they are now")
    .setInputFiles([textFile("renamed.txt", "abc"), textFile("b.txt", "B")]);
  await expect(page.getByText("Same: not changed since the record")).toBeVisible();
  await expect(page.getByText("It is now called “renamed.txt”.")).toBeVisible();
  await expect(page.getByText("Changed: a file of this name has another hash")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);

  await page.getByLabel("Leave the names of the files out").check();
  await expect(sheet).not.toContainText("a.txt");
  await page.getByRole("button", { name: "Remove b.txt" }).click();
  await expect(sheet.getByRole("listitem")).toHaveCount(1);
  expect(requests).toEqual([]);
  expect(new URL(page.url()).search).toBe("");
});

test("files can be dropped on the page", async ({ page }) => {
  await openTool(page);
  const dropped = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    files.items.add(new File(["abc"], "dropped.txt"));
    return files;
  });
  await page.getByText("Choose them, or drop them here.").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByRole("article", { name: "Preservation record" })).toContainText(abc);
});

test("a file of several hundred megabytes is hashed while the page stays usable, and can be stopped", async ({
  page,
}, testInfo) => {
  const path = testInfo.outputPath("long.bin");
  writeFileSync(path, "sigurna");
  const file = await open(path, "r+");
  await file.truncate(240 * megabytes);
  await file.close();
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  const expected = hash.digest("hex");

  await openTool(page);
  await page.getByLabel("Files to record").setInputFiles(path);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Stopped: 0 of 1 done.")).toBeVisible();

  // As a person does it: the same file again, through the browser's own dialogue.
  const dialogue = page.waitForEvent("filechooser");
  await page.getByLabel("Files to record").click();
  await (await dialogue).setFiles(path);
  await page.getByLabel("Who saved it").fill("police");
  await expect(page.getByRole("article", { name: "Preservation record" })).toContainText(expected, {
    timeout: 90_000,
  });
  await expect(page.getByRole("article", { name: "Preservation record" })).toContainText("police");
});

test("without JavaScript the page says how to get a hash, and has a record to fill in by hand", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/tools/evidence");
  for (const command of ["Get-FileHash", "certutil", "shasum -a 256", "sha256sum"]) {
    await expect(page.getByText(command)).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Preservation record" })).toBeVisible();
  await expect(page.getByText("If the person shown may be under 18")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectFits(page);
  await context.close();
});
