import type { Page } from "@playwright/test";

import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { describePicture } from "#app/authoring/draft-pictures.server.ts";
import { submitTerm } from "#app/authoring/draft-terms.server.ts";
import { readDraftText } from "#app/authoring/draft.server.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";
import { KeyboardTypist } from "./keyboard-typist.ts";

const path = lessonPath("reading", "en");
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20"/></svg>';

test("the toolbar and each dialog of the editor are used by keyboard, and lead back into the text", async ({
  page,
  signIn,
}) => {
  const { slug, vera, draft } = await smallDraft({ "media/door.svg": drawing });
  await submitTerm(vera, slug, { term: "", word: "Deepfake", meaning: "A film made by a computer." });
  await describePicture(vera, draft, "media/door.svg", { "alt.en": "A door" });
  await signIn(vera);
  await page.goto(`/teach/${slug}/draft/lessons/reading/en`);
  const typist = new KeyboardTypist(page);
  await typist.text.focus();
  await typist.press("Control+Home", "End", "ArrowRight", "End");
  await expectToolbar(page, typist);

  // What is begun and given up leaves nothing.
  for (const name of [
    "Page",
    "Picture",
    "Film",
    "Sound",
    "Question",
    "Tool",
    "Package",
    "File to download",
  ]) {
    await typist.insert(name);
    await typist.answer(name, () => typist.press("Escape"));
  }
  for (const [keys, name] of [
    ["Control+k", "Link"],
    ["Control+Alt+c", "Citation"],
    ["Control+Alt+t", "Term"],
  ] as const) {
    await typist.press(keys);
    await typist.answer(name, () => typist.button("Cancel"));
  }

  // The word before the full stop becomes a term.
  await typist.press("ArrowLeft", ...Array<string>(9).fill("Shift+ArrowLeft"), "Control+Alt+t");
  await typist.answer("Term", async () => {
    await typist.button("Done");
    const list = page.getByLabel("Term of this course");
    await expect(list).toBeFocused();
    await expect(list).toHaveAccessibleDescription(/Choose a term\./);
    await typist.choose("deepfake");
    await typist.button("Done");
  });
  await typist.press("Control+Enter");
  await typist.insert("Picture");
  await typist.answer("Picture", async () => {
    await typist.button("Done");
    await expect(page.getByRole("combobox", { name: "File" })).toBeFocused();
    await typist.choose("media/door.svg");
    const alternative = page.getByLabel("What is seen");
    await expect(alternative).toHaveValue("A door");
    await typist.press("Tab", "Control+a", "Delete");
    await typist.button("Done");
    await expect(alternative).toBeFocused();
    await expect(alternative).toHaveAccessibleDescription(/Write what is seen/);
    await expectAccessible(page);
    await expectFits(page);
    await typist.type("A red door");
    await typist.button("Done");
  });
  await typist.press("Control+Enter");
  await typist.type("More ");
  await typist.press("Control+k");
  await typist.answer("Link", async () => {
    await typist.type("here");
    await typist.press("Tab");
    await typist.type("nowhere");
    await typist.press("Enter");
    await expect(page.getByLabel("Address")).toBeFocused();
    await typist.press("Control+a");
    await typist.type("https://example.org/more");
    await typist.press("Enter");
  });
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
  await expect(typist.text).toBeFocused();

  await expect
    .poll(async () => (await readDraftText(draft, path))?.text)
    .toBe(
      "::page[Reading]{#reading}\n\nRead of :term[deepfakes]{#deepfake}.\n\n" +
        "::figure[A red door]{src=media/door.svg}\n\nMore [here](https://example.org/more)\n\n" +
        "::::accordion\n\n:::part[What is it?]\nA list.\n:::\n\n::::\n\n::check{#C-1}\n",
    );
});

/** The pattern of ARIA: one stop for Tab, arrows between the buttons, each with a name and what is on said so. */
async function expectToolbar(page: Page, typist: KeyboardTypist): Promise<void> {
  const toolbar = page.getByRole("toolbar", { name: "Form of the text" });
  const tools = toolbar.getByRole("button");
  const bold = toolbar.getByRole("button", { name: "Bold" });
  await expect(toolbar.locator("[tabindex='0']")).toHaveCount(1);
  for (const tool of await tools.all()) await expect(tool).toHaveAccessibleName(/\p{L}/u);
  await typist.press("Control+b");
  await expect(bold).toHaveAttribute("aria-pressed", "true");
  await typist.press("Control+b");
  await expect(bold).toHaveAttribute("aria-pressed", "false");
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
  await expect(typist.text).toBeFocused();
}
