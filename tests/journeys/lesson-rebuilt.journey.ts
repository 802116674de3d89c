import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { lessonDocument } from "#app/authoring/editor/lesson-document.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

import { expect, test } from "./fixtures.ts";
import { KeyboardTypist } from "./keyboard-typist.ts";

/** Pages, a table, a figure, steps, a question, a quotation, a list, a scenario, boxes for roles, citations. */
const shipped = readFileSync("courses/takedown/lessons/follow-up/en.md", "utf8");

/** A copy of a shipped course in which the lesson is still to be written. */
async function unwritten() {
  const slug = `rebuilt-${newId()}`;
  const folder = join(scratchFolder("rebuilt"), slug);
  cpSync("courses/takedown", folder, { recursive: true });
  const yaml = readFileSync(join(folder, "course.yaml"), "utf8");
  writeFileSync(join(folder, "course.yaml"), yaml.replace("id: takedown", `id: ${slug}`));
  await importCourse(folder);
  const [admin, vera] = [await administrator(), await trainer()];
  await addTrainer(admin, slug, vera.id);
  await beginDraft(vera, slug);
  const draft = await requireDraft(vera, slug);
  const path = lessonPath("follow-up", "en");
  const before = await readDraftText(draft, path);
  await writeDraftText(vera, draft, path, { text: "", basis: before?.basis ?? null });
  return { vera, path, draft, address: `/teach/${slug}/draft/lessons/follow-up/en` };
}

test("a shipped lesson is written anew with the keyboard alone, and is the same text", async ({
  page,
  signIn,
}) => {
  // Some two thousand keys, one after the other: half a minute, more where the machine has other things to do.
  const { vera, path, draft, address } = await unwritten();
  await signIn(vera);
  await page.goto(address);
  const typist = new KeyboardTypist(page);
  await expect(typist.text).toBeVisible();
  await typist.reach(typist.text, "Tab", 40);
  await typist.write(lessonDocument(shipped));
  await expect.poll(async () => (await readDraftText(draft, path))?.text).toBe(shipped);
});
