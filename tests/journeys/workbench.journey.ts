import { importCourse } from "#app/authoring/course-import.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { singleChoice } from "#tests/builders/questions.ts";
import { quizFolder, writeQuizFolder } from "#tests/builders/quiz-folder.ts";

import { expect, expectAccessible, expectFits, test } from "./fixtures.ts";

const slug = `both-scripts-${newId()}`;
const translations = `/teach/${slug}/draft/translations`;

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
  const vera = await trainer();
  await addTrainer(await administrator(), slug, vera.id);
  await beginDraft(vera, slug);
  return vera;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a translation typed in Latin letters is turned into Cyrillic and saved; questions and help are one link away", async ({
    page,
    signIn,
  }) => {
    await signIn(await taught());
    await page.goto(`${translations}/sr-Cyrl/reading`);
    const field = page.getByRole("textbox", { name: "Translation of “Read.”" });
    await field.fill("Čitajte PDF.");
    await page.getByRole("button", { name: "Turn Latin letters into Cyrillic" }).click();
    await expect(page.getByText("1 word stayed in Latin letters: PDF")).toBeVisible();
    await expect(field).toHaveValue("Читајте PDF.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("stayed in Latin letters")).toHaveCount(0);
    await expect(field).toHaveValue("Читајте PDF.");

    await page.goto(translations);
    await page
      .getByRole("link", { name: /^Questions: / })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Questions of the bank" })).toBeVisible();
    await expect(page.getByRole("link", { name: /^C-1: / })).toBeVisible();
    await page.getByRole("link", { name: "Help with this page" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Translation" })).toBeVisible();
  });
});

test("the pages of questions and of the guide are accessible and fit a phone", async ({ page, signIn }) => {
  await signIn(await taught());
  for (const path of [`/teach/${slug}/draft/translation-questions/sr-Cyrl`, "/teach/help/banks"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessible(page);
    await expectFits(page);
  }
});
