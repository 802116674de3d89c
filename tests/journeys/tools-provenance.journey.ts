import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const samples = join(import.meta.dirname, "../../public/samples");

test("a picture is read on the device: who signed it, whether that holds, and that it contains a place", async ({
  page,
  origin,
}) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto("/tools/provenance", { waitUntil: "networkidle" });
  expect(requests.filter((request) => request.includes(".wasm"))).toEqual([]);

  const choose = (name: string) =>
    page.getByLabel("A picture on this device").setInputFiles({
      name: `opened-${name}`,
      mimeType: "image/jpeg",
      buffer: readFileSync(join(samples, name)),
    });
  await choose("field.jpg");
  await expect(page.getByText("The signature is valid, and the picture has not changed since")).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText("Signed by: Training camera, For training only.")).toBeVisible();
  await expect(page.getByText("We keep no list of trusted signers.")).toBeVisible();
  await expect(page.getByText("The file contains a place")).toBeVisible();
  await expect(page.getByText("42.25")).toBeHidden();
  await page.getByText("Show latitude and longitude").click();
  await expect(page.getByText("42.25")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);

  await choose("dunes.jpg");
  await expect(page.getByText("The credentials do not hold")).toBeVisible();
  await expect(page.getByText("The picture is not the one that was signed")).toBeVisible();
  await page.getByText("Or open one of the sample pictures").click();
  await page.getByRole("button", { name: "A row of six houses in the evening" }).click();
  await expect(page.getByText("No credentials found. That proves nothing")).toBeVisible();
  expect(requests.filter((request) => !request.startsWith(`GET ${origin}/`))).toEqual([]);
  expect(requests.filter((request) => request.includes("opened-"))).toEqual([]);
});

test("whoever guesses sees what is true of each picture, and at the end how right and how sure she was", async ({
  page,
}) => {
  await page.goto("/tools/provenance");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.getByRole("button", { name: "See what is true of it" }).click();
  await expect(page.getByText("Choose one.")).toHaveCount(2);
  for (let number = 1; number <= 8; number += 1) {
    await expect(page.getByRole("heading", { name: `Picture ${number} of 8` })).toBeVisible();
    await page.getByRole("radio", { name: "Unaltered" }).check();
    await page.getByRole("radio", { name: "90%" }).check();
    await page.getByRole("button", { name: "See what is true of it" }).click();
    await page.getByRole("button", { name: number < 8 ? "Next picture" : "To the result" }).click();
  }
  await expect(page.getByText("You were right about 4 of 8 pictures.")).toBeVisible();
  await expect(page.getByText("You were surer than you were right.")).toBeVisible();
  await expect(page.getByRole("row", { name: "You: how sure, on average 90%" })).toBeVisible();
  await expect(page.getByRole("row", { name: "People in studies, images: right 53.16%" })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
});

test("without JavaScript every picture has what is true of it behind a line to open", async ({
  browser,
  origin,
}) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/tools/provenance");
  await expect(page.getByRole("img", { name: "A moon over a lake at night" })).toBeVisible();
  await expect(page.getByText("The moon was moved")).toBeHidden();
  await page.getByText("See what is true of it").nth(1).click();
  await expect(page.getByText("The moon was moved")).toBeVisible();
  await expectFits(page);
  await context.close();
});
