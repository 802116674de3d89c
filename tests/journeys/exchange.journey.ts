import { readFileSync } from "node:fs";

import { sharedBank } from "#tests/builders/banks.ts";
import { trainer } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const gift =
  "// [id:K1]\nIs she safe?{T#Right.#Ask again.}\n\n// [id:K2]\nWhich?{=This ~That}\n\nOnly a text.\n";

test("a trainer imports a file of questions after seeing what is left out, and exports the bank", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await signIn(vera);
  await page.goto(`/teach/banks/${bankId}`);
  await page.getByRole("link", { name: "Import questions" }).click();
  const see = page.getByRole("button", { name: "See what it holds" });
  await expect(see).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await see.click();
  await expect(page.getByText("Choose a file, or paste a table.").first()).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles({
    name: "bank.gift",
    mimeType: "text/plain",
    buffer: Buffer.from(gift),
  });
  await page.getByLabel("Category").fill("First contact");
  await page.getByRole("button", { name: "See what it holds" }).click();
  await expect(page.getByRole("status")).toContainText("Recognised as: GIFT");
  await expect(page.getByRole("table", { name: "1 question is left out" })).toContainText(
    "It is a text that asks nothing.",
  );
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Import 2 questions" }).click();
  await expect(page.getByText("Is she safe?")).toBeVisible();
  await expect(page.getByText("Only a text.")).toHaveCount(0);
  await page.getByRole("searchbox").fill("which");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("1 of 2 questions")).toBeVisible();

  await page.goto(`/teach/banks/${bankId}/export`);
  await expectAccessible(page);
  await expectFits(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as Complete archive of this product" }).click();
  expect(
    readFileSync(await (await download).path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});
