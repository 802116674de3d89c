import { writeFileSync } from "node:fs";
import { join } from "node:path";

import sharp from "sharp";
import { expect, test } from "vitest";

import { withBank } from "#app/authoring/bank-folder.server.ts";
import {
  addDraftMedium,
  listDraftMedia,
  removeDraftMedium,
  renameDraftMedium,
} from "#app/authoring/draft-media.server.ts";
import { draftMediaPage, submitMedia } from "#app/authoring/draft-media-page.server.ts";
import { lessonPath } from "#app/authoring/draft-pages.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import {
  beginDraft,
  type Draft,
  draftFolder,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import { languagesIn } from "#app/authoring/folder-languages.ts";
import { lessonChoices } from "#app/authoring/lesson-choices.server.ts";
import { mediaQuota } from "#app/authoring/media-room.server.ts";
import { translationPart } from "#app/authoring/workbench-part.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { findCourseMedium } from "#app/library/media.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import type { Language, WrittenLanguage } from "#app/platform/languages.ts";
import { readFile } from "#app/platform/storage.server.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const desk = scratchFolder("media");

function sent(name: string, content: Buffer | string) {
  const path = join(desk, newId());
  writeFileSync(path, content);
  return { name, path };
}

const picture = (background: string, width = 40) =>
  sharp({ create: { width, height: 20, channels: 3, background } });
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmp42"), Buffer.alloc(5000, 7)]);

async function openDraft(languages?: readonly WrittenLanguage[]) {
  await db.courseDraft.deleteMany();
  const { vera } = await taughtCourse(languages);
  await beginDraft(vera, courseSlug);
  return { vera, draft: await requireDraft(vera, courseSlug) };
}

async function write(vera: Actor, draft: Draft, path: string, change: (text: string) => string) {
  const before = await readDraftText(draft, path);
  if (!before) throw new Error("no lesson");
  await writeDraftText(vera, draft, path, { text: change(before.text), basis: before.basis });
}

const fileOf = async (vera: Actor, path: string) =>
  (await draftMediaPage(vera, courseSlug, "en")).files.find((file) => file.path === path);

const publication = () => ({ publication: newId(), learners: "stay", anyway: "yes" }) as const;

// Before a version is published from a draft: from then on its languages are those of the course.
test("a picture has an alternative text in each language, which the editor offers and which goes where the picture goes", async () => {
  const { vera, draft } = await openDraft(["en", "sq", "bs", "cnr"]);
  await addDraftMedium(vera, draft, sent("door.png", await picture("#0ab").png().toBuffer()));
  const describe = (path: string, texts: Record<string, string>) =>
    submitMedia(vera, courseSlug, { fields: { intent: "describe", path, ...texts }, files: new Map() });
  const offered = async (language: Language, path = "media/door.png") =>
    (await lessonChoices(draft, language, "en")).pictures.find((one) => one.path === path)?.alt;
  const texts = async (language: Language) =>
    (await readDraftText(draft, `text/${language}.yaml`))?.text ?? "";
  const before = [await texts("cnr"), await texts("sq")];
  const stateOf = async (language: Language) => {
    const { drafting, published } = languagesIn((await readDraftText(draft, "course.yaml"))?.text ?? "");
    const folder = await withBank(await draftFolder(draft), draft.course);
    return (await translationPart(folder, { drafting, published }, language, null))?.state;
  };
  const said = { "alt.en": " A door ", "alt.bs": "Vrata", "alt.cnr": "Vrata", "alt.sq": "" };
  expect(await describe("media/door.png", said)).toEqual({ done: "described", path: "media/door.png" });
  expect([await texts("cnr"), await texts("sq")]).toEqual(before);
  expect([await stateOf("bs"), await stateOf("cnr"), await stateOf("sq")]).toEqual([
    "done",
    "done",
    "behind",
  ]);
  expect([await offered("en"), await offered("bs"), await offered("cnr"), await offered("sq")]).toEqual([
    "A door",
    "Vrata",
    "Vrata",
    "",
  ]);
  expect((await fileOf(vera, "media/door.png"))?.alternatives).toContainEqual({
    language: "cnr",
    text: "Vrata",
  });
  expect((await checkDraft(vera, courseSlug)).faults).toEqual([]);

  await renameDraftMedium(vera, draft, "media/door.png", "gate");
  expect(await offered("bs", "media/gate.png")).toBe("Vrata");
  expect([await stateOf("bs"), await stateOf("cnr")]).toEqual(["done", "done"]);
  expect((await checkDraft(vera, courseSlug)).faults).toEqual([]);
  await expect(describe("media/door.png", said)).rejects.toThrow("errors.notFound");
  expect(await texts("en")).toContain("gate.png: A door");
  await removeDraftMedium(vera, draft, "media/gate.png");
  expect(await texts("en")).not.toContain("gate.png");
  expect((await checkDraft(vera, courseSlug)).faults).toEqual([]);
});

test("files go into the next version under names that lessons can write; what is there already stays the only one", async () => {
  const { vera, draft } = await openDraft();
  const photo = await picture("#a00").jpeg().toBuffer();
  const added = await addDraftMedium(vera, draft, sent("Кућа 1.JPG.exe", photo));
  expect(added).toEqual({ path: "media/kuca-1-jpg.jpg" });
  expect(await addDraftMedium(vera, draft, sent("again.jpg", photo))).toEqual(added);
  const other = await picture("#00a").jpeg().toBuffer();
  expect(await addDraftMedium(vera, draft, sent("kuca-1-jpg.jpg", other))).toEqual({
    path: "media/kuca-1-jpg-2.jpg",
  });
  expect(await addDraftMedium(vera, draft, sent("film", film))).toEqual({ path: "media/film.mp4" });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>x</script></svg>';
  expect(await addDraftMedium(vera, draft, sent("plan.svg", svg))).toEqual({ path: "media/plan.png" });
  expect((await fileOf(vera, "media/film.mp4"))?.uses).toEqual([]);
});

test("captions are taken when players understand them, and keep their language in the name", async () => {
  const { vera, draft } = await openDraft();
  const captions = "WEBVTT\n\n00:01.000 --> 00:04.000\nДобар дан.\n";
  const path = "media/razgovor.sr-cyrl.vtt";
  expect(await addDraftMedium(vera, draft, sent("Разговор.sr-Cyrl.vtt", captions))).toEqual({ path });
  const broken = captions.replace("00:04.000", "four");
  expect(await addDraftMedium(vera, draft, sent("a.vtt", broken))).toEqual({
    refusal: "media.captions_timing",
    values: { line: 3 },
  });
  await addDraftMedium(vera, draft, sent("film.mp4", film));
  const player = `\n::video[A call]{src=media/film.mp4 captions=${path}}\n`;
  await write(vera, draft, lessonPath("accounts", "en"), (text) => text + player);
  expect((await fileOf(vera, path))?.uses).toHaveLength(1);
  expect(await publishDraft(vera, courseSlug, publication())).toMatchObject({ faults: [] });
  const medium = await db.courseMedia.findFirstOrThrow({ where: { path } });
  expect(await findCourseMedium(vera, medium.sha256)).toMatchObject({
    contentType: "text/vtt; charset=utf-8",
  });
});

test("what is no picture, sound or film by its content is refused in words, whatever its name", async () => {
  const { vera, draft } = await openDraft();
  const before = await listDraftMedia(draft);
  for (const [name, content, refusal] of [
    ["a.png", "<html><script>alert(1)</script></html>", "media.unknownKind"],
    ["a.jpg", Buffer.from("MZ program"), "media.unknownKind"],
    ["a.jpg", Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic0000")]), "media.heic"],
    ["a.png", "", "media.empty"],
    ["a.jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50)]), "media.damaged"],
    [
      "a.jpg",
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(21 * 1024 ** 2)]),
      "media.pictureTooLarge",
    ],
    ["a.mp3", Buffer.concat([Buffer.from("ID3"), Buffer.alloc(51 * 1024 ** 2)]), "media.soundTooLarge"],
  ] as const) {
    expect(await addDraftMedium(vera, draft, sent(name, content)), refusal).toEqual({ refusal });
  }
  expect(await listDraftMedia(draft)).toEqual(before);
});

test("a course's room holds, however many files arrive at once", async () => {
  const { vera, draft } = await openDraft();
  const used = (await listDraftMedia(draft)).reduce((sum, { bytes }) => sum + bytes, 0);
  // A row that fills the course up to what three of the films take.
  await db.draftFile.create({
    data: {
      courseId: draft.course.courseId,
      path: "media/large.mp4",
      sha256: "0".repeat(64),
      bytes: mediaQuota() - used - 3 * film.length,
    },
  });
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, count) =>
      addDraftMedium(vera, draft, sent("film.mp4", Buffer.from(film).fill(count + 10, film.length - 9))),
    ),
  );
  expect(outcomes.filter((outcome) => "path" in outcome)).toHaveLength(3);
  expect(outcomes.filter((outcome) => "refusal" in outcome)).toEqual(
    Array.from({ length: 5 }, () => ({ refusal: "media.quotaFull" })),
  );
  expect(new Set(outcomes.map((outcome) => ("path" in outcome ? outcome.path : ""))).size).toBe(4);
});

const office = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" };
const zip = (files: Record<string, string>) =>
  zipBytes(Object.entries(files).map(([name, content]) => ({ name, content })));

test("documents are taken by what they are, and only saved, never opened here", async () => {
  const { vera, draft } = await openDraft();
  const add = (name: string, content: Buffer | string) => addDraftMedium(vera, draft, sent(name, content));
  expect(await add("Листа.bin", zip(office))).toEqual({ path: "media/lista.docx" });
  expect(await add("Steps.pdf", "%PDF-1.7\nx")).toEqual({ path: "media/steps.pdf" });
  expect(await add("a.docx", zip({ ...office, "word/vbaProject.bin": "x" }))).toEqual({
    refusal: "media.hasMacros",
  });
  expect(await add("a.docx", zip({ "a.exe": "x" }))).toEqual({ refusal: "media.unknownKind" });
  expect(await add("a.doc", Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual({ refusal: "media.oldOffice" });
  const large = Buffer.alloc(51 * 1024 ** 2);
  large.write("%PDF-1.7");
  expect(await add("a.pdf", large)).toEqual({ refusal: "media.documentTooLarge" });

  const media = await listDraftMedia(draft);
  const sha256 = media.find(({ path }) => path === "media/steps.pdf")?.sha256 ?? "";
  const found = await findCourseMedium(vera, sha256);
  if (!found) throw new Error("not found");
  const { headers } = await mediaResponse(new Request("http://localhost/media"), found);
  expect(headers.get("Content-Disposition")).toMatch(/^attachment; filename="steps\.pdf"/);
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
  expect(headers.get("Content-Type")).toBe("application/pdf");
});

test("the page says where a file is used, and in which languages a picture is not described", async () => {
  const { vera, draft } = await openDraft();
  const photo = await picture("#0a0").png().toBuffer();
  await addDraftMedium(vera, draft, sent("door.png", photo));
  await write(
    vera,
    draft,
    lessonPath("accounts", "en"),
    (text) => `${text}\n::figure[A door]{src=media/door.png}\n`,
  );
  await write(vera, draft, lessonPath("accounts", "sr-Cyrl"), (text) => `${text}\n![](media/door.png)\n`);
  expect((await fileOf(vera, "media/door.png"))?.uses).toEqual([
    expect.objectContaining({
      lesson: "accounts",
      languages: ["English", "Српски (ћирилица)"],
      lacking: ["Српски (ћирилица)"],
    }),
  ]);
  expect(await removeDraftMedium(vera, draft, "media/door.png")).toEqual({ isRemoved: false });
  expect(await fileOf(vera, "media/door.png")).toBeDefined();
});

test("a file that is renamed is called so in every lesson, and nothing else in them is changed", async () => {
  const { vera, draft } = await openDraft();
  await addDraftMedium(vera, draft, sent("door.png", await picture("#0aa").png().toBuffer()));
  const path = lessonPath("accounts", "en");
  const addition =
    "\n![Door](media/door.png) ![Other](media/door.png.webp)  \n::figure[D]{src=media/door.png}\n";
  await write(vera, draft, path, (text) => text + addition);
  const before = (await readDraftText(draft, path))?.text;

  expect(await renameDraftMedium(vera, draft, "media/door.png", "Врата. Two")).toEqual({
    path: "media/vrata-two.png",
  });
  expect((await readDraftText(draft, path))?.text).toBe(
    before?.replace(addition, addition.replaceAll(/door\.png(?!\.)/g, "vrata-two.png")),
  );
  expect(await fileOf(vera, "media/door.png")).toBeUndefined();
  const taken = { refusal: "media.nameTaken" };
  await addDraftMedium(vera, draft, sent("lamp.png", await picture("#aa0").png().toBuffer()));
  expect(await renameDraftMedium(vera, draft, "media/lamp.png", "vrata two")).toEqual(taken);
  expect(await renameDraftMedium(vera, draft, "media/lamp.png", "../..")).toEqual({
    refusal: "media.nameMissing",
  });
  expect(await removeDraftMedium(vera, draft, "media/lamp.png")).toEqual({ isRemoved: true });
  await expect(removeDraftMedium(vera, draft, "course.yaml")).rejects.toThrow("errors.notFound");
});

test("a draft's files are shown to its trainers only, and to learners once it is published", async () => {
  const { vera, draft } = await openDraft();
  const outcome = await addDraftMedium(
    vera,
    draft,
    sent("sign.png", await picture("#123456").png().toBuffer()),
  );
  expect(outcome).toEqual({ path: "media/sign.png" });
  const sha256 = (await listDraftMedia(draft)).find(({ path }) => path === "media/sign.png")?.sha256 ?? "";
  const shown = await findCourseMedium(vera, sha256);
  expect(shown).toMatchObject({ contentType: "image/png" });
  expect(await readFile(shown?.key ?? "")).toHaveLength(shown?.bytes ?? 0);
  for (const other of [await trainer(), await learner()])
    expect(await findCourseMedium(other, sha256)).toBeNull();

  expect(await publishDraft(vera, courseSlug, publication())).toMatchObject({ faults: [] });
  expect(await findCourseMedium(vera, sha256)).toMatchObject({
    contentType: "image/png",
    key: `media/${sha256}`,
  });
});

test("another's upload, and one that is not there, is not taken in", async () => {
  const { vera } = await openDraft();
  for (const upload of [newId(), "../../etc/passwd"]) {
    expect(
      await submitMedia(vera, courseSlug, { fields: { intent: "take", upload }, files: new Map() }),
    ).toEqual({
      done: null,
      path: null,
      refusal: "media.lost",
    });
  }
});
