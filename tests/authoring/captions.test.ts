import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { captionsPage, submitCaptions } from "#app/authoring/draft-captions.server.ts";
import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { draftMediaPage } from "#app/authoring/draft-media-page.server.ts";
import { planPublication } from "#app/authoring/planned-publication.server.ts";
import { after, hours } from "#app/platform/clock.ts";
import { newId } from "#app/platform/id.ts";
import { trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";

const desk = scratchFolder("captions");

async function draftWithFilm() {
  const { slug, vera, draft } = await smallDraft();
  const path = join(desk, "talk.mp4");
  writeFileSync(
    path,
    Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmp42"), Buffer.alloc(500, 7)]),
  );
  await addDraftMedium(vera, draft, { name: "talk.mp4", path });
  return { slug, vera };
}

const text = "WEBVTT\n\n00:01.000 --> 00:04.000\nДобар дан.\n";

test("captions of a film are written on the page, in each language of the course", async () => {
  const { slug, vera } = await draftWithFilm();
  const linksOf = async (path: string) =>
    (await draftMediaPage(vera, slug, "en")).files.find((file) => file.path === path)?.captions;
  expect(await linksOf("media/talk.mp4")).toEqual([
    { name: "talk.en.vtt", language: "English", isWritten: false },
    { name: "talk.sr-cyrl.vtt", language: "Српски (ћирилица)", isWritten: false },
  ]);
  const begun = await captionsPage(vera, slug, "talk.sr-cyrl.vtt", "en");
  expect(begun).toMatchObject({ basis: "", language: "sr-Cyrl", film: { name: "talk.mp4" } });
  expect(begun.text).toMatch(/^WEBVTT\n/);

  expect(await submitCaptions(vera, slug, "talk.sr-cyrl.vtt", { basis: "", text })).toBeNull();
  const saved = await captionsPage(vera, slug, "talk.sr-cyrl.vtt", "en");
  expect(saved.text).toBe(text);
  expect((await linksOf("media/talk.mp4"))?.[1]).toMatchObject({ isWritten: true });
  expect(await linksOf("media/talk.sr-cyrl.vtt")).toEqual([
    { name: "talk.sr-cyrl.vtt", language: null, isWritten: true },
  ]);

  // Who has not seen what another has written since does not write over it.
  const late = await submitCaptions(vera, slug, "talk.sr-cyrl.vtt", {
    basis: "",
    text: text.replace("Добар", "Лош"),
  });
  expect(late).toMatchObject({ refusal: { key: "captions.changed" } });
  const again = { basis: saved.basis, text: text.replace("Добар", "Лепши") };
  expect(await submitCaptions(vera, slug, "talk.sr-cyrl.vtt", again)).toBeNull();
  expect((await captionsPage(vera, slug, "talk.sr-cyrl.vtt", "en")).text).toContain("Лепши");
});

test("what players would not understand is not saved: the line is named, and what was typed stays", async () => {
  const { slug, vera } = await draftWithFilm();
  const typed = text.replace("00:04.000", "four");
  expect(await submitCaptions(vera, slug, "talk.en.vtt", { basis: "", text: typed })).toEqual({
    refusal: { key: "media.captions_timing", line: 3, says: "00:01.000 --> four" },
    typed,
  });
  expect(await captionsPage(vera, slug, "talk.en.vtt", "en")).toMatchObject({ basis: "" });
});

test("there are captions only for films of the draft, and for its own trainers", async () => {
  const { slug, vera } = await draftWithFilm();
  for (const name of ["other.en.vtt", "talk.mp4", "talk.xx.vtt", "../course.yaml"])
    await expect(captionsPage(vera, slug, name, "en")).rejects.toThrow("errors.notFound");
  const other = await trainer();
  await expect(submitCaptions(other, slug, "talk.en.vtt", { basis: "", text })).rejects.toThrow(
    "errors.notFound",
  );
});

test("nobody writes captions while the version waits to be published as it is", async () => {
  const { slug, vera } = await draftWithFilm();
  const plan = {
    publication: newId(),
    learners: "stay" as const,
    anyway: "yes" as const,
    publishAt: after(hours(2)),
  };
  expect(await planPublication(vera, slug, plan)).toMatchObject({ faults: [] });
  await expect(submitCaptions(vera, slug, "talk.en.vtt", { basis: "", text })).rejects.toThrow(
    "publishing.frozen",
  );
});
