import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseFile } from "#app/library/course-format.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { translatedFilesIn } from "#app/library/course-translated.server.ts";
import { readJurisdictionFolder } from "#app/library/jurisdiction-folder.server.ts";
import { recordSource } from "#app/library/translation-record.server.ts";
import { isBehind } from "#app/library/translation-source.server.ts";
import { readYaml } from "#app/library/yaml-file.server.ts";
import { courseFolder, courseSlug } from "#tests/builders/course.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const workshop = scratchFolder("translations");

/** A copy of the shipped course in which every translation is noted as made of its source. */
async function caughtUp(): Promise<string> {
  const folder = join(mkdtempSync(join(workshop, "c-")), courseSlug);
  cpSync(courseFolder, folder, { recursive: true });
  await record(folder);
  return folder;
}

async function translated(folder: string) {
  const { value } = readYaml(folder, "course.yaml", courseFile);
  return value ? translatedFilesIn(folder, value) : [];
}

async function record(folder: string): Promise<string[]> {
  return (await translated(folder)).filter((file) => recordSource(folder, file)).map(({ file }) => file);
}

async function behind(folder: string): Promise<string[]> {
  return (await translated(folder)).filter(isBehind).map(({ file }) => file);
}

function change(folder: string, file: string, from: string | RegExp, to: string) {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

test("a lesson whose English has changed is behind in the languages made of it, until that is noted", async () => {
  const folder = await caughtUp();
  expect(await behind(folder)).toEqual([]);
  change(folder, "lessons/devices/en.md", "That is good news", "That is very good news");
  const made = ["sq", "mk", "sr-Cyrl", "bs"].map((tag) => `lessons/devices/${tag}.md`);
  expect(await behind(folder)).toEqual(made);
  expect(await record(folder)).toEqual(made);
  expect(await behind(folder)).toEqual([]);
  expect(await checkCourseFolder(folder)).toEqual([]);
});

test("Montenegrin stands on the Bosnian pages and texts that it replaces, and on no others", async () => {
  const folder = await caughtUp();
  change(folder, "lessons/devices/bs.md", /(::page\[[^\]]*\]\{#case\}\n\n)/, "$1Novo.\n\n");
  expect(await behind(folder)).toEqual(["lessons/devices/cnr.md"]);
  await record(folder);
  change(folder, "lessons/devices/bs.md", /(::page\[[^\]]*\]\{#found\}\n\n)/, "$1Novo.\n\n");
  expect(await behind(folder)).toEqual([]);
  change(folder, "text/bs.yaml", /(\n  C1L1-1:\n    q: ")/, "$1Novo. ");
  expect(await behind(folder)).toEqual([]);
  change(folder, "text/bs.yaml", /(\n  C1L5-4:\n    q: ")/, "$1Novo. ");
  expect(await behind(folder)).toEqual(["text/cnr.yaml"]);
});

test("what is no matter of words leaves translations as they are", async () => {
  const folder = await caughtUp();
  const lesson = "lessons/devices/en.md";
  change(folder, lesson, "That is good news", "**That** is\ngood   news");
  change(folder, lesson, /:cite\[[^\]]+\]/, ":cite[F1]");
  change(folder, lesson, /\n/g, "\r\n");
  change(folder, "text/en.yaml", /^course:/m, "review: [{ kind: term, note: Look. }]\n\ncourse:");
  expect(await behind(folder)).toEqual([]);
});

test("a new picture has words to translate: those that describe it, and its caption", async () => {
  const folder = await caughtUp();
  const figure = (alt: string, caption: string, file = "phone.svg") =>
    `::figure[${alt}]{src=media/${file} caption="${caption}"}\n\nThat is good news`;
  change(folder, "lessons/devices/en.md", "That is good news", figure("A phone", "Hers"));
  expect(await behind(folder)).toHaveLength(4);
  await record(folder);
  change(folder, "lessons/devices/en.md", "phone.svg", "telephone.svg");
  expect(await behind(folder)).toEqual([]);
  change(folder, "lessons/devices/en.md", 'caption="Hers"', 'caption="Her own"');
  expect(await behind(folder)).toHaveLength(4);
});

test("the note stands beside how far the translation has come, and nothing else moves", async () => {
  const folder = await caughtUp();
  const pending = 'translation: "machine-drafted, review by a native speaker pending"\n';
  for (const file of ["text/sq.yaml", "lessons/devices/sq.md"]) {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text).toMatch(new RegExp(`${pending}source: "[0-9a-f]{12}"\n`));
    change(folder, file, /source: "[0-9a-f]{12}"\n/, "");
    await record(folder);
    expect(readFileSync(join(folder, file), "utf8")).toBe(text);
  }
});

test("the notes on a jurisdiction say of each language what it was made of", () => {
  const folder = join(mkdtempSync(join(workshop, "n-")), "jurisdictions");
  cpSync(join(courseFolder, "../jurisdictions"), folder, { recursive: true });
  const behindIn = () =>
    readJurisdictionFolder(folder)
      .translated.filter(isBehind)
      .map(({ file, language }) => `${file} ${language}`);
  expect(behindIn()).toEqual([]);
  change(folder, "rs.yaml", 'en: "Serbia has ratified', 'en: "In 2013 Serbia ratified');
  const noted = readFileSync(join(folder, "rs.yaml"), "utf8");
  expect(behindIn()).toEqual(["sq", "mk", "sr-Cyrl", "bs"].map((tag) => `rs.yaml ${tag}`));
  for (const one of readJurisdictionFolder(folder).translated) {
    if (one.language === "sq") recordSource(folder, one);
  }
  expect(behindIn()).toEqual(["mk", "sr-Cyrl", "bs"].map((tag) => `rs.yaml ${tag}`));
  const withoutSq = (text: string) => text.replace(/^ {2}sq: "\w{12}"$/m, "");
  expect(withoutSq(readFileSync(join(folder, "rs.yaml"), "utf8"))).toBe(withoutSq(noted));

  change(folder, "rs.yaml", /^source:\n(?: {2}.*\n)+/m, "");
  for (const one of readJurisdictionFolder(folder).translated) recordSource(folder, one);
  expect(behindIn()).toEqual([]);
  expect(readJurisdictionFolder(folder).translated.map(({ recorded }) => recorded)).not.toContain(null);
});

test("a translation that was written by a person and has no head gets one", async () => {
  const folder = await caughtUp();
  change(folder, "lessons/devices/mk.md", /^---\n[^]*?---\n\n/, "");
  expect(await record(folder)).toEqual(["lessons/devices/mk.md"]);
  expect(readFileSync(join(folder, "lessons/devices/mk.md"), "utf8")).toMatch(
    /^---\nsource: "\w{12}"\n---\n\n::page/,
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
});
