import { importCourse } from "#app/authoring/course-import.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const slug = `writing-${newId()}`;
const path = lessonPath("reading", "en");

async function taught() {
  const folder = quizFolder(slug);
  writeQuizFolder(folder, {
    quizzes: [{ id: "in-lessons", mode: "check", questions: [singleChoice("C-1", { lesson: "reading" })] }],
    files: {
      "lessons/reading/en.md": "::page[Reading]{#reading}\n\nRead.\n\n::check{#C-1}\n",
      "lessons/reading/sr-Cyrl.md": "::page[Читање]{#reading}\n\nЧитајте.\n\n::check{#C-1}\n",
    },
  });
  await importCourse(folder);
  const [admin, vera, rosa] = [await administrator(), await trainer(), await trainer()];
  for (const { id } of [vera, rosa]) await addTrainer(admin, slug, id);
  await beginDraft(vera, slug);
  return { vera, rosa, draft: await requireDraft(vera, slug) };
}

test("a trainer writes a lesson by keyboard alone, it saves itself, and a colleague's text is not lost", async ({
  page,
  signIn,
}) => {
  const { vera, rosa, draft } = await taught();
  await signIn(vera);
  await page.goto(`/teach/${slug}/draft/lessons/reading/en`);
  const editor = page
    .getByRole("textbox", { name: "Text of the lesson" })
    .and(page.locator("[contenteditable]"));
  const type = (text: string) => page.keyboard.type(text);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  /** The page says that it is saved, and the draft has this text: both, since an earlier saving says so too. */
  const expectSaved = async (text: string) => {
    await expect.poll(async () => (await readDraftText(draft, path))?.text).toBe(text);
    await expect(page.locator("[data-save=saved]")).toBeVisible();
  };

  // The editor sets the caret once more just after it was focused.
  await expect(async () => {
    await editor.press("Control+Home");
    await press("End", "ArrowRight");
    expect(await page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe("Read.");
  }).toPass();
  await press("End", "Enter");
  await type("## What helps");
  await press("Enter");
  await type("- She decides.");
  await press("Enter");
  await type("You listen.");
  await press("Alt+F10", "End", "Enter");
  await expect(page.getByRole("menuitem", { name: "Page" })).toBeFocused();
  await press("ArrowDown", "ArrowDown", "ArrowDown", "Enter");
  await type("More on this page");
  await press("Shift+Home", "Control+k");
  await page.getByLabel("Address").fill("https://example.org/more");
  await press("Enter");
  const written =
    "::page[Reading]{#reading}\n\nRead.\n\n## What helps\n\n- She decides.\n- You listen.\n\n" +
    ":::note\n[More on this page](https://example.org/more)\n:::\n\n::check{#C-1}\n";
  await expectSaved(written);
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await page.reload();
  await expect(editor.getByRole("heading", { name: "What helps" })).toBeVisible();
  await editor.focus();
  await press("Control+z");
  await expect(editor.getByRole("heading", { name: "What helps" })).toHaveCount(0);
  await press("Control+y");
  await expect(editor.getByRole("heading", { name: "What helps" })).toBeVisible();
  await expectSaved(written);

  const { basis } = (await readDraftText(draft, path)) ?? { basis: null };
  const hers = written.replace("Read.", "Read slowly.");
  expect(await writeDraftText(rosa, draft, path, { text: hers, basis })).toHaveProperty("basis");
  await editor.press("Control+Home");
  await press("End");
  await type(" aloud");
  await expect(page.getByText("Read slowly.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bring both together" }).press("Enter");
  await expectSaved(hers.replace("[Reading]", "[Reading aloud]"));
});
