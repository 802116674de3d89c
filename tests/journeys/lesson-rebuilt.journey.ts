import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { lessonDocument } from "#app/authoring/editor/lesson-document.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";
import { administrator, trainer } from "#tests/builders/people.ts";

import { expect, test } from "./fixtures.ts";
import { KeyboardTypist } from "./keyboard-typist.ts";

const shipped = readFileSync("courses/digital-safety/lessons/devices/en.md", "utf8");

/** A copy of a shipped course in which the lesson is still to be written. */
async function unwritten() {
  const slug = `rebuilt-${newId()}`;
  const folder = join(mkdtempSync(join(tmpdir(), "rebuilt-")), slug);
  cpSync("courses/digital-safety", folder, { recursive: true });
  const yaml = readFileSync(join(folder, "course.yaml"), "utf8");
  writeFileSync(join(folder, "course.yaml"), yaml.replace("id: digital-safety", `id: ${slug}`));
  await importCourse(folder);
  const [admin, vera] = [await administrator(), await trainer()];
  await addTrainer(admin, slug, vera.id);
  await beginDraft(vera, slug);
  const draft = await requireDraft(vera, slug);
  const path = lessonPath("devices", "en");
  const before = await readDraftText(draft, path);
  await writeDraftText(vera, draft, path, { text: "", basis: before?.basis ?? null });
  return { vera, path, draft, address: `/teach/${slug}/draft/lessons/devices/en` };
}

test("a shipped lesson is written anew with the keyboard alone, and is the same text", async ({
  page,
  signIn,
}, info) => {
  test.setTimeout(300_000);
  const { vera, path, draft, address } = await unwritten();
  await signIn(vera);
  await page.goto(address);
  const typist = new KeyboardTypist(page);
  const editor = page.locator("[contenteditable][role=textbox]");
  await expect(editor).toBeVisible();
  for (let stops = 0; !(await editor.evaluate((one) => one === document.activeElement)); stops += 1) {
    expect(stops, "the text is reached with Tab").toBeLessThan(40);
    await typist.press("Tab");
  }
  const begun = Date.now();
  await typist.write(lessonDocument(shipped));
  const seconds = Math.round((Date.now() - begun) / 1000);
  info.annotations.push({ type: "keys", description: `${typist.keys} keys in ${seconds} s` });
  await expect.poll(async () => (await readDraftText(draft, path))?.text, { timeout: 15_000 }).toBe(shipped);
});
