import type { Page } from "@playwright/test";

import { questionIn, sharedBank } from "#tests/builders/banks.ts";
import { everyQuestion } from "#tests/builders/every-question.ts";
import { trainer } from "#tests/builders/people.ts";
import { courseWithQuiz, learnerIn, takeQuiz, trainerOf } from "#tests/builders/quizzes.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { questionTypes } from "#app/library/question-format.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

async function expectGood(page: Page) {
  await expectAccessible(page);
  await expectFits(page);
}

test("a trainer makes a question by keyboard, edits one that was asked, finds it and retires it", async ({
  page,
  signIn,
}) => {
  const course = await courseWithQuiz({ questions: [singleChoice("K1")] });
  const vera = await trainerOf(course);
  await takeQuiz(await learnerIn(course), course, { K1: "a" });
  await signIn(vera);
  await page.goto("/teach");
  await page.getByRole("link", { name: "Questions", exact: true }).first().press("Enter");
  const fresh = page.getByRole("link", { name: "New question" });
  await expect(fresh).toBeVisible();
  await expectGood(page);
  await fresh.press("Enter");
  const single = page.getByRole("link", { name: "Single choice", exact: true });
  await expect(single).toBeVisible();
  await expectGood(page);
  await single.press("Enter");
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("What do you ask first?");
  await page
    .getByRole("group", { name: "Option 1" })
    .getByRole("textbox", { name: "Text" })
    .fill("Are you safe?");
  await page
    .getByRole("group", { name: "Option 2" })
    .getByRole("textbox", { name: "Text" })
    .fill("Who was it?");
  for (const number of [4, 3]) {
    await page.getByRole("button", { name: `Remove: Option ${number}` }).press("Enter");
    await expect(page.getByRole("group", { name: `Option ${number}` })).toHaveCount(0);
    const before = page.getByRole("group", { name: `Option ${number - 1}` });
    await expect(before.getByRole("textbox", { name: "Text" })).toBeFocused();
  }
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Mark the right option.");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Question", exact: true })).toHaveValue(
    "What do you ask first?",
  );
  await expectGood(page);
  await page.getByRole("group", { name: "Option 1" }).getByRole("radio", { name: "Right" }).press("Space");
  await page.getByLabel("Category").fill("First contact");
  await page.getByLabel("Category").press("Enter");
  await expect(page.getByRole("status")).toContainText("The question is in the bank.");
  await expectGood(page);

  await page.getByRole("link", { name: "See it as a learner" }).press("Enter");
  await page.getByRole("radio", { name: "Are you safe?" }).press("Space");
  await page.getByRole("button", { name: "Check", exact: true }).press("Enter");
  await expect(page.getByText(/^Correct/).first()).toBeVisible();
  await expectGood(page);

  await page.goto("/teach/banks");
  await expectGood(page);
  await page.getByRole("link", { name: "A course with quizzes" }).first().click();
  await page.getByRole("searchbox").fill("question k1");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("1 of 2 questions")).toBeVisible();
  await page.getByRole("link", { name: "Question K1?" }).press("Enter");
  await expect(page.getByText("Asked in 1 attempt", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).press("Enter");
  await expect(page.getByText("Saving makes version 2")).toBeVisible();
  await page.getByRole("textbox", { name: "Question", exact: true }).fill("Corrected?");
  await page.getByRole("button", { name: "Save", exact: true }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Saved as a new version.");
  await page.getByRole("link", { name: "2 versions" }).press("Enter");
  await expect(page.getByText("Corrected?")).toBeVisible();
  await expectGood(page);
  await page.getByRole("link", { name: "K1" }).press("Enter");
  await page.getByRole("button", { name: "Retire this question" }).press("Enter");
  await expect(page.getByText("Retired: not asked any more")).toBeVisible();
});

test("parts are added, moved and removed without waiting for the line, and nothing that is typed gets lost", async ({
  page,
  signIn,
}) => {
  const vera = await trainer();
  await signIn(vera);
  await page.goto(`/teach/banks/${await sharedBank(vera)}/new?type=single`);
  const question = page.getByRole("textbox", { name: "Question", exact: true });
  const option = (number: number) => page.getByRole("group", { name: `Option ${number}`, exact: true });
  const text = (number: number) => option(number).getByRole("textbox", { name: "Text" });
  await expect(option(4)).toBeVisible();
  // The line is gone until all is written.
  await page.route(/\/new(\.data)?\?/, (route) => route.abort());
  await question.fill("What now?");
  await option(2).getByRole("radio", { name: "Right" }).check();
  await text(2).fill("Ask her");
  const add = page.getByRole("button", { name: "Add an option" });
  for (const number of [5, 6, 7]) {
    await add.click();
    await expect(text(number)).toBeFocused();
    await page.keyboard.type(`New ${number}`);
  }
  await option(2).getByRole("button", { name: "Move up: Option 2" }).click();
  for (const number of [4, 3]) await page.getByRole("button", { name: `Remove: Option ${number}` }).click();
  await expect(option(6)).toHaveCount(0);
  await expect(question).toHaveValue("What now?");
  await expect(text(1)).toHaveValue("Ask her");
  await expect(option(1).getByRole("radio", { name: "Right" })).toBeChecked();
  await text(2).fill("Wait");
  await page.unroute(/\/new(\.data)?\?/);
  // Only the server can keep a file that was chosen.
  await page.getByLabel("Picture for the situation").setInputFiles({
    name: "street.png",
    mimeType: "image/png",
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }),
  });
  await add.click();
  await expect(page.getByRole("link", { name: "street.png" })).toBeVisible();
  await page.getByRole("button", { name: "Remove: Option 6" }).click();
  await expect(option(6)).toHaveCount(0);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("The question is in the bank.");
  await page.getByRole("link", { name: "See it as a learner" }).click();
  for (const kept of ["Ask her", "Wait", "New 5", "New 6", "New 7"]) {
    await expect(page.getByRole("radio", { name: kept })).toBeVisible();
  }
});

test("the form of every type is accessible, fits a phone and works without JavaScript", async ({
  browser,
  origin,
}) => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  await signInOn(context, origin, vera);
  const page = await context.newPage();
  for (const type of questionTypes) {
    const id = await questionIn(vera, bankId, type);
    await page.goto(`/teach/banks/${bankId}/questions/${id}/edit`);
    const before = await typedIn(page);
    const add = page.getByRole("button", { name: /^Add an? / }).first();
    await Promise.all([page.waitForEvent("domcontentloaded"), add.click()]);
    expect(await typedIn(page), type).toEqual(expect.arrayContaining(before));
    await page.goto(`/teach/banks/${bankId}/questions/${id}/edit?language=sr-Cyrl`);
    await expect(page.getByText(everyQuestion[type].text.q).first()).toBeVisible();
  }
  await context.close();
});

test("the editor of every type has no fault that axe finds", async ({ page, signIn }) => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await signIn(vera);
  for (const type of questionTypes) {
    await page.goto(`/teach/banks/${bankId}/new?type=${type}`);
    await expectGood(page);
  }
});

test("a trainer draws, moves and changes places of a picture with the mouse and with keys", async ({
  page,
  signIn,
}) => {
  const vera = await trainer();
  const bankId = await sharedBank(vera);
  await signIn(vera);
  await page.goto(`/teach/banks/${bankId}/new?type=hotspot`);
  await page.getByLabel("Picture", { exact: true }).setInputFiles({
    name: "inbox.png",
    mimeType: "image/png",
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }),
  });
  await page.getByRole("button", { name: "Show the picture with its places" }).click();
  const picture = page.getByRole("img", { name: "The picture with its places" });
  const pull = async (from: [number, number], to = from) => {
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    if (!box) throw new Error("no picture");
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 4 });
    await page.mouse.up();
  };
  const numbers = async (place: string) => {
    const boxes = page.getByRole("group", { name: place, exact: true });
    return Promise.all(
      ["From the left", "From above", "Width", "Height"].map(async (label) =>
        Math.round(Number(await boxes.getByLabel(label).inputValue())),
      ),
    );
  };
  await expect(page.getByText("Place 1 is not in the picture yet.", { exact: false })).toBeVisible();
  await pull([0.1, 0.1], [0.4, 0.5]);
  await expect.poll(() => numbers("Place 1")).toEqual([10, 10, 30, 40]);
  await pull([0.2, 0.4], [0.3, 0.5]);
  await expect.poll(() => numbers("Place 1")).toEqual([20, 20, 30, 40]);
  await page.getByRole("button", { name: "Put it in the middle" }).press("Enter");
  await expect.poll(() => numbers("Place 2")).toEqual([40, 40, 20, 20]);
  const second = page.getByRole("slider", { name: "Place 2", exact: true });
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) await second.press(key);
  const corner = page.getByRole("slider", { name: "Place 2, dot 2" });
  for (const key of ["ArrowRight", "ArrowUp"]) await corner.press(key);
  await expect.poll(() => numbers("Place 2")).toEqual([42, 41, 21, 19]);
  await page.getByRole("group", { name: "Place 1", exact: true }).getByLabel("Width").fill("50");
  await expect(page.getByRole("slider", { name: "Place 1", exact: true })).toHaveAttribute(
    "aria-valuetext",
    /50 % wide/,
  );

  const place = page.getByRole("group", { name: "Place 2", exact: true });
  await place.getByLabel("Shape").selectOption("Several corners");
  const corners = place.getByLabel("Corners");
  await expect(page.getByText("Place 2 is not in the picture yet.", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Put it in the middle" }).press("Enter");
  await expect(page.getByRole("slider", { name: "Place 2", exact: true })).toBeFocused();
  await expect(corners).toHaveValue("40 40\n60 40\n60 60\n40 60");
  await page.keyboard.press("Tab");
  const at = (n: number, count: number) =>
    page.getByRole("slider", { name: `Place 2, corner ${n} of ${count}`, exact: true });
  await expect(at(1, 4)).toBeFocused();
  await page.keyboard.press("+");
  await expect(at(2, 5)).toBeFocused();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("ArrowRight");
  await expect(at(2, 5)).toHaveAttribute("aria-valuetext", "51 % from the left, 30 % from above");
  await expect(corners).toHaveValue("40 40\n51 30\n60 40\n60 60\n40 60");
  for (const left of [4, 3]) {
    await page.keyboard.press("Delete");
    await expect(page.getByText(`Corners now: ${left}.`, { exact: false })).toBeVisible();
  }
  await page.keyboard.press("Delete");
  await expect(page.getByText("A place needs at least three corners.")).toBeVisible();
  await expect(corners).toHaveValue("40 40\n60 60\n40 60");

  await corners.fill("");
  await pull([0.5, 0.7]);
  await pull([0.9, 0.7]);
  await pull([0.9, 0.9]);
  await pull([0.5, 0.7]);
  await expect(page.getByText("Place 2 is closed. Corners: 3.")).toBeVisible();
  await pull([0.7, 0.7], [0.7, 0.6]);
  const rounded = async () =>
    (await corners.inputValue()).split("\n").map((line) => line.split(" ").map(Number).map(Math.round));
  await expect.poll(rounded).toEqual([
    [50, 70],
    [70, 60],
    [90, 70],
    [90, 90],
  ]);
  await expectGood(page);
  await corners.fill("50 50\n90 90\n90 50\n50 90");
  await expect(page.getByText("Place 2: its sides cross each other.", { exact: false })).toBeVisible();
});

/** What stands in the boxes of the page. */
async function typedIn(page: Page): Promise<string[]> {
  const boxes = await page.getByRole("main").getByRole("textbox").all();
  const values = await Promise.all(boxes.map((box) => box.inputValue()));
  return values.filter((value) => value !== "");
}
