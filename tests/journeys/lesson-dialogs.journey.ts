import type { Page } from "@playwright/test";

import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { readDraftText } from "#app/authoring/draft.server.ts";
import { fromGoogle, fromWord } from "#tests/builders/clipboard.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";
import { KeyboardTypist } from "./keyboard-typist.ts";

const path = lessonPath("reading", "en");
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';

/** As a program puts it on the clipboard: browsers give it to the page in this event. */
async function paste(page: Page, html: string): Promise<void> {
  await page.locator("[contenteditable][role=textbox]").evaluate((editor, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test("each kind of block is put in by keyboard, each dialog says what it asks, and what is pasted is clean", async ({
  page,
  signIn,
}) => {
  const { slug, vera, draft } = await smallDraft({ "media/door.svg": drawing });
  await signIn(vera);

  await page.goto(`/teach/${slug}/draft/terms`);
  await page.getByLabel("Word", { exact: true }).fill("Deepfake");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Write the meaning.");
  await page.getByLabel("Meaning", { exact: true }).fill("A picture, sound or film made by a computer.");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("The term is saved.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.goto(`/teach/${slug}/draft/lessons/reading/en`);
  const editor = page.locator("[contenteditable][role=textbox]");
  const typist = new KeyboardTypist(page);
  const expectText = (text: string) =>
    expect.poll(async () => (await readDraftText(draft, path))?.text).toBe(text);
  await editor.focus();
  await typist.press("Control+Home", "End", "ArrowRight", "End");

  await expectToolbar(page, typist);

  // The word before the full stop becomes a term.
  await typist.press("ArrowLeft", ...Array<string>(9).fill("Shift+ArrowLeft"), "Control+Alt+t");
  await typist.answer("Term", async () => {
    await expect(page.getByRole("dialog")).toMatchAriaSnapshot(`
      - dialog "Term":
        - heading "Term" [level=2]
        - text: /Term of this course/
        - combobox "Term of this course"
        - paragraph:
          - link /Write the terms of this course/
        - button "Done"
        - button "Cancel"
    `);
    await typist.press("Enter");
    await expect(page.getByLabel("Term of this course")).toBeFocused();
    await expect(page.getByLabel("Term of this course")).toHaveAccessibleDescription(/Choose a term\./);
    await typist.type("deepfake");
    await typist.press("Enter");
  });
  const begin = "::page[Reading]{#reading}\n\nRead of :term[deepfakes]{#deepfake}.\n\n";
  await expectText(`${begin}::check{#C-1}\n`);

  await typist.press("Control+Enter");
  await typist.insert("Picture");
  await typist.answer("Picture", async () => {
    await typist.press("Enter");
    await expect(page.getByLabel("File")).toBeFocused();
    await typist.type("door");
    await typist.press("Tab", "Tab", "Enter");
    await expect(page.getByLabel("What is seen")).toHaveAccessibleDescription(/Write what is seen/);
    await expectAccessible(page);
    await typist.type("A door");
    await typist.press("Tab", "Tab", "Enter");
  });
  await typist.press("Control+Enter");
  await typist.insert("Picture");
  await typist.answer("Picture", async () => {
    await typist.type("door");
    await typist.press("Tab", "Tab", "Space", "Enter");
  });
  await typist.press("Control+Enter");
  await typist.insert("Question");
  await typist.answer("Question", async () => {
    await typist.press("Enter");
    await expect(page.getByRole("combobox", { name: "Question" })).toHaveAccessibleDescription(
      /Choose a question\./,
    );
    await typist.type("C-1");
    await typist.press("Enter");
  });
  await typist.press("Control+Enter");
  await typist.insert("Scenario");
  await typist.type("A call");
  await typist.press("Enter");
  await typist.type("She calls.");
  await typist.press("Control+Enter");
  await typist.insert("Steps");
  await typist.type("Listen.");
  await typist.press("Enter");
  await typist.type("Ask.");
  await typist.press("Control+Enter");
  await typist.insert("Parts to open");
  await typist.type("What is it?");
  await typist.press("Enter");
  await typist.type("A list.");
  await typist.press("ArrowDown");
  await typist.type("And then?");
  await typist.press("Enter");
  await typist.type("Nothing.");
  await typist.press("Alt+F10", "End", "Enter");
  await expect(page.getByRole("menuitem", { name: "Add a part below" })).toBeFocused();
  await typist.press("ArrowDown", "Enter");
  await expect(editor).toBeFocused();
  await typist.press("Control+Enter");
  await typist.insert("Table");
  await typist.type("Who");
  await typist.press("Tab");
  await typist.type("What");
  await typist.press("Control+Enter");
  const put =
    "::figure[A door]{src=media/door.svg}\n\n::figure{src=media/door.svg decorative}\n\n::check{#C-1}\n\n" +
    ":::scenario[A call]\nShe calls.\n:::\n\n:::steps\n1. Listen.\n2. Ask.\n:::\n\n" +
    "::::accordion\n\n:::part[What is it?]\nA list.\n:::\n\n::::\n\n" +
    "| Who | What |\n| --- | --- |\n|  |  |\n|  |  |\n\n";
  await expectText(`${begin}${put}::check{#C-1}\n`);

  await paste(page, fromWord);
  await expect(editor.getByRole("heading", { name: "Before you call" })).toBeVisible();
  await paste(page, fromGoogle);
  await expect(editor.getByRole("heading", { name: "A plan" })).toBeVisible();
  await expect
    .poll(async () => (await readDraftText(draft, path))?.text ?? "")
    .toContain("She decides **when** and *how*. [The plan](https://example.org/plan)");
  const text = (await readDraftText(draft, path))?.text ?? "";
  expect(text).toContain(
    "## Before you call\n\nAsk **first**, then *listen*. See [this page](https://example.org/a) or write.",
  );
  expect(text).toContain("- One\n  - Inside one\n- Two");
  expect(text).toContain("| Who | What |\n| --- | --- |\n| Police | Keeps and asks |");
  expect(text).not.toMatch(/mso|docs-internal|<|style=|&nbsp;/);
  await expectAccessible(page);
  await expectFits(page);

  // As learners see it: the meaning opens by key and closes again, and a part of an accordion opens.
  await page.getByRole("button", { name: "Check, and show below" }).press("Enter");
  const preview = page.getByRole("region", { name: "How learners will see it" });
  const word = preview.getByRole("button", { name: "deepfakes" });
  await word.press("Enter");
  await expect(preview.getByText("A picture, sound or film made by a computer.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(preview.getByText("A picture, sound or film made by a computer.")).toBeHidden();
  await preview.getByText("What is it?").press("Enter");
  await expect(preview.getByText("A list.")).toBeVisible();
});

/** The pattern of ARIA: one stop for Tab, arrows between the buttons, each with a name and what is on said so. */
async function expectToolbar(page: Page, typist: KeyboardTypist): Promise<void> {
  const toolbar = page.getByRole("toolbar", { name: "Form of the text" });
  const tools = toolbar.getByRole("button");
  await expect(toolbar.locator("[tabindex='0']")).toHaveCount(1);
  for (const tool of await tools.all()) await expect(tool).toHaveAccessibleName(/\p{L}/u);
  await typist.press("Control+b");
  await expect(toolbar.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "true");
  await typist.press("Control+b");
  await expect(toolbar.getByRole("button", { name: "Bold" })).toHaveAttribute("aria-pressed", "false");
  await typist.press("Alt+F10", "Home");
  await expect(tools.first()).toBeFocused();
  await typist.press("ArrowLeft");
  await expect(tools.last()).toBeFocused();
  await expect(tools.last()).toHaveAttribute("aria-haspopup", "menu");
  await expect(toolbar.locator("[tabindex='0']")).toHaveCount(1);
  await typist.press("Enter");
  await expect(page.getByRole("menu", { name: "Insert" })).toBeVisible();
  await typist.press("Escape");
  await expect(tools.last()).toBeFocused();
  await expect(page.getByRole("menu")).toHaveCount(0);
  await typist.press("Escape");
  await expect(page.locator("[contenteditable][role=textbox]")).toBeFocused();
}
