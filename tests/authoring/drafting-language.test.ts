import { expect, test } from "vitest";

import { draftLessonPage, lessonPath } from "#app/authoring/draft-pages.server.ts";
import { readDraftText, writeDraftText } from "#app/authoring/draft.server.ts";
import { lessonChoices } from "#app/authoring/lesson-choices.server.ts";
import { addLanguage } from "#app/authoring/workbench-languages.server.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

test("a lesson can be written as Markdown in a language that is still being translated", async () => {
  const { slug, vera, draft } = await smallDraft();
  await addLanguage(vera, slug, "sq");
  const page = await draftLessonPage(vera, slug, "reading", "sq", "en");
  expect(page).toMatchObject({ language: "sq", text: "", basis: null });
  expect((await lessonChoices(draft, "sq", "en")).terms).toEqual([]);
  const text = "::page[Leximi]{#reading}\n\nLexoni.\n";
  await writeDraftText(vera, draft, lessonPath("reading", "sq"), { text, basis: null });
  expect(await draftLessonPage(vera, slug, "reading", "sq", "en")).toMatchObject({ text, faults: [] });
  expect((await readDraftText(draft, lessonPath("reading", "en")))?.text).toContain("Read of deepfakes.");
});
