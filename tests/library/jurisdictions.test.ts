import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { parse, stringify } from "yaml";

import { addSupportLine } from "#app/identity/support-line.server.ts";
import { supportLineForm } from "#app/identity/support-line-form.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import { readJurisdictionFolder } from "#app/library/jurisdiction-folder.server.ts";
import { type JurisdictionFile, notedJurisdictions } from "#app/library/jurisdiction-format.ts";
import {
  importJurisdictionNotes,
  listJurisdictionNotes,
  noteTranslations,
} from "#app/library/jurisdiction-notes.server.ts";
import { jurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import { type Language, writtenLanguages } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { administrator } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const courses = join(import.meta.dirname, "../../courses");
const shipped = join(courses, "jurisdictions");
const workshop = scratchFolder("notes");

function changedNotes(file: string, from: string | RegExp, to: string): string {
  const folder = mkdtempSync(join(workshop, "n-"));
  cpSync(shipped, folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return folder;
}

/** Notes of an installation of its own: the shipped ones, in some of their languages. */
function ownNotes(languages: Language[]): string {
  const folder = mkdtempSync(join(workshop, "own-"));
  writeFileSync(
    join(folder, "notes.yaml"),
    stringify({ ...parse(readFileSync(join(shipped, "notes.yaml"), "utf8")), languages, translations: {} }),
  );
  for (const code of notedJurisdictions) {
    const { notes } = parse(readFileSync(join(shipped, `${code}.yaml`), "utf8")) as JurisdictionFile;
    const some = notes.map(({ text, ...note }) => ({
      ...note,
      text: Object.fromEntries(languages.flatMap((tag) => (text[tag] ? [[tag, text[tag]]] : []))),
    }));
    writeFileSync(join(folder, `${code}.yaml`), stringify({ jurisdiction: code, notes: some }));
  }
  return folder;
}

test("the shipped notes have no fault, and there are some on every jurisdiction in every script", async () => {
  expect(readJurisdictionFolder(shipped).faults).toEqual([]);
  await importJurisdictionNotes(shipped);
  for (const code of notedJurisdictions) {
    const { notes } = await listJurisdictionNotes(code, "sr-Cyrl");
    expect(notes.length, code).toBeGreaterThan(4);
    expect(
      notes.every(({ text }) => /[\u0400-\u04FF]/.test(text) && !/[а-я][a-z]|[a-z][а-я]/i.test(text)),
    ).toBe(true);
    const latin = await listJurisdictionNotes(code, "sr-Latn");
    expect(latin.notes.some(({ text }) => /[\u0400-\u04FF]/.test(text))).toBe(false);
    expect(new Set(latin.notes.map(({ language }) => language))).toEqual(new Set(["sr-Latn"]));
  }
});

test("the shipped notes are written in every language; Bosnian stands in for Montenegrin unnoticed", async () => {
  await importJurisdictionNotes(shipped);
  for (const code of notedJurisdictions) {
    for (const tag of ["sq", "mk", "sr-Latn", "bs"] as const) {
      const { notes } = await listJurisdictionNotes(code, tag);
      expect(new Set(notes.map(({ language }) => language)), code).toEqual(new Set([tag]));
    }
    const { notes } = await listJurisdictionNotes(code, "cnr");
    expect(new Set(notes.map(({ language }) => language)), code).toEqual(new Set(["bs", "cnr"]));
    const view = await jurisdictionView(i18nFor("cnr"), { jurisdiction: code, topic: null });
    expect(view.fallback).toBe(false);
  }
});

test("the status of the notes' translations is kept for trainers, by language", async () => {
  await importJurisdictionNotes(shipped);
  const translations = await noteTranslations();
  expect(translations?.get("en")).toEqual({ review: [], behind: [] });
  for (const tag of writtenLanguages.filter((one) => one !== "en")) {
    expect(translations?.get(tag)?.translation, tag).toBe(
      "machine-drafted, review by a native speaker pending",
    );
    expect(translations?.get(tag)?.review.some(({ kind }) => kind === "law")).toBe(true);
  }
  await importJurisdictionNotes(ownNotes(["en", "sr-Cyrl"]));
  expect([...((await noteTranslations()) ?? []).keys()]).toEqual(["en", "sr-Cyrl"]);
});

test("a note that is not written in the reader's language says which one stands in", async () => {
  await importJurisdictionNotes(ownNotes(["en", "sr-Cyrl"]));
  const { notes } = await listJurisdictionNotes("al", "sq");
  expect(notes.length).toBeGreaterThan(4);
  expect(new Set(notes.map(({ language }) => language))).toEqual(new Set(["en"]));
  const view = (language: Language) =>
    jurisdictionView(i18nFor(language), { jurisdiction: "al", topic: null });
  expect((await view("sq")).fallback).toBe(i18nFor("sq").t("learn.fallback"));
  expect((await view("sr-Latn")).fallback).toBe(false);
  expect((await view("en")).fallback).toBe(false);
});

test.each([
  ["an unknown fact", "rs.yaml", "[F31]", "[F999]", "rs.yaml", "F999 has no source"],
  ["a missing language", "rs.yaml", /\n {6}sr-Cyrl: .*/, "", "rs.yaml", "not translated into sr-Cyrl"],
  ["a missing Bosnian text", "rs.yaml", /\n {6}bs: .*/, "", "rs.yaml", "not translated into bs"],
  [
    "a fact without a source of its own",
    "me.yaml",
    "facts: [F12]\n    status: V-S",
    "status: V-S",
    "me.yaml",
    "names no fact",
  ],
  [
    "a telephone number",
    "al.yaml",
    "Name and contact",
    "Call 0800 12 34, name",
    "al.yaml",
    "telephone number",
  ],
  ["an unknown language", "notes.yaml", "[en, sq,", "[en, xx,", "notes.yaml", "no language “xx”"],
  [
    "a status of no language",
    "notes.yaml",
    "\n  mk:",
    "\n  hr:",
    "notes.yaml",
    "“hr” is not among the languages",
  ],
  [
    "an unknown place to review",
    "notes.yaml",
    "mk/stalking",
    "mk/none",
    "notes.yaml",
    "no “mk/none” to review",
  ],
  ["the wrong file", "mk.yaml", "jurisdiction: mk", "jurisdiction: rs", "mk.yaml", "not the file’s name"],
  ["an unknown status", "mk.yaml", "status: local", "status: rumour", "mk.yaml", "status"],
])("%s in the notes is found at its place", (_, file, from, to, where, problem) => {
  const { notes, faults } = readJurisdictionFolder(changedNotes(file, from, to));
  expect(notes).toBeNull();
  expect(faults.some((fault) => fault.file === where && faultSentence(fault).includes(problem))).toBe(true);
});

test("a jurisdiction without a file is missed", () => {
  const folder = changedNotes("rs.yaml", "rs", "rs ");
  rmSync(join(folder, "rs.yaml"));
  expect(readJurisdictionFolder(folder).faults).toMatchObject([{ file: "rs.yaml" }]);
});

test("a note says how far it was verified and when; what nobody confirmed says so", async () => {
  await importJurisdictionNotes(shipped);
  const view = await jurisdictionView(i18nFor("en"), { jurisdiction: "rs", topic: "law" });
  const notes = view.topics.flatMap((topic) => topic.notes);
  expect(view.topics).toHaveLength(1);
  expect(notes.find(({ id }) => id === "stalking")?.status).toBe(
    "Verified in secondary pages only; fine for learning, not for a legal citation. Checked: November 2026.",
  );
  expect(notes.find(({ id }) => id === "recordings-today")?.status).toContain("To be confirmed locally.");
  expect(view.lines).toBeNull();
  expect(view.sources.map(({ fact }) => fact)).toEqual(["F12", "F81"]);
});

test("no number is shipped; a line that was dialled is shown beside the notes on help", async () => {
  await importJurisdictionNotes(shipped);
  const of = (jurisdiction: "al" | "rs") =>
    jurisdictionView(i18nFor("en"), { jurisdiction, topic: "support" });
  expect((await of("al")).lines?.none).toContain("No line has been dialled");
  const line = { jurisdiction: "al", name: "A line", contact: "0800 000", lastDialledOn: "2026-11-02" };
  await addSupportLine(await administrator(), supportLineForm.parse({ ...line, cost: "free" }));
  expect((await of("al")).lines).toMatchObject({
    none: false,
    lines: [{ contact: "0800 000", details: ["Cost: free.", "Last dialled on 2 November 2026."] }],
  });
  expect((await of("rs")).lines?.none).toContain("No line has been dialled");
});

test("a lesson page carries the notes that it names, and a page without any carries none", async () => {
  const page = { id: "p", title: "P", facts: [] };
  const notes = { ...page, blocks: [{ kind: "jurisdiction", topic: "law" } as const] };
  expect(await jurisdictionBlocks([{ ...page, blocks: [] }], "rs", "en")).toEqual([]);
  expect(await jurisdictionBlocks([notes], "rs", "en")).toMatchObject([{ topic: "law", jurisdiction: "rs" }]);
  expect(await jurisdictionBlocks([notes], null, "en")).toMatchObject([{ topics: [], jurisdiction: null }]);
});

test("a lesson cannot name a topic that there is not", async () => {
  const folder = join(mkdtempSync(join(workshop, "c-")), "takedown");
  cpSync(join(courses, "takedown"), folder, { recursive: true });
  const path = join(folder, "lessons/legal-levers/en.md");
  writeFileSync(path, readFileSync(path, "utf8").replace("{topic=law}", "{topic=laws}"));
  const faults = await checkCourseFolder(folder);
  expect(faults).toContainEqual(
    expect.objectContaining({
      file: "lessons/legal-levers/en.md",
      key: "faults.topicUnknown",
      values: expect.objectContaining({ topic: "laws" }),
    }),
  );
});
