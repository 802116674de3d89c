import { expect, test } from "vitest";

import { lessonView, lessonPath } from "#app/authoring/draft-pages.server.ts";
import { readDraftText, writeDraftText } from "#app/authoring/draft.server.ts";
import {
  lessonEditorPage,
  saveLesson,
  savedLesson,
  submitLesson,
} from "#app/authoring/lesson-editing.server.ts";
import { lessonChoices } from "#app/authoring/lesson-choices.server.ts";
import { addLanguage } from "#app/authoring/workbench-languages.server.ts";
import { trainer } from "#tests/builders/people.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

test("a lesson can be written as Markdown in a language that is still being translated", async () => {
  const { slug, vera, draft } = await smallDraft();
  await addLanguage(vera, slug, "sq");
  const page = await lessonView(draft, "reading", "sq", "en");
  expect(page).toMatchObject({ language: "sq", text: "", basis: null });
  expect((await lessonChoices(draft, "sq", "en")).terms).toEqual([]);
  const text = "::page[Leximi]{#reading}\n\nLexoni.\n";
  await writeDraftText(vera, draft, lessonPath("reading", "sq"), { text, basis: null });
  expect(await lessonView(draft, "reading", "sq", "en")).toMatchObject({
    text,
    faults: [],
  });
  expect((await readDraftText(draft, lessonPath("reading", "en")))?.text).toContain("Read of deepfakes.");
});

test("the form of a lesson's text says what is wrong and what somebody else has written, and saves", async () => {
  const { slug, vera } = await smallDraft();
  const address = { course: slug, lesson: "reading", language: "en" };
  const send = (text: string, basis: string, by = vera) => submitLesson(by, address, { text, basis }, "en");
  const { text, basis } = await lessonEditorPage(vera, address, "en");
  expect((await send("x".repeat(600_001), basis ?? "")).errors).toEqual({ text: "drafts.textTooLong" });
  expect(await send(`${text}\r\nMore.\r\n`, basis ?? "")).toMatchObject({ errors: null, theirs: null });
  const now = await lessonEditorPage(vera, address, "en");
  expect(now.text).toBe(`${text}\nMore.\n`);
  const late = await send("Mine.", basis ?? "");
  expect(late).toMatchObject({ theirs: { text: now.text, basis: now.basis }, by: vera.name });
  expect(late.typed?.text).toBe("Mine.");
  const byItself = (text: string, before: string | null) =>
    saveLesson(vera, address, { text, basis: before ?? "" }, "en");
  const kept = await byItself("Kept.", now.basis);
  expect(kept).toHaveProperty("savedAt");
  expect(await savedLesson(vera, address, "en")).toMatchObject({ text: "Kept." });
  expect(await byItself("Late.", now.basis)).toMatchObject({ theirs: { text: "Kept." }, by: vera.name });
  await expect(send("Mine.", now.basis ?? "", await trainer())).rejects.toMatchObject({ status: 404 });
  await expect(lessonEditorPage(vera, { ...address, lesson: "none" }, "en")).rejects.toMatchObject({
    status: 404,
  });
});
