import { expect, test } from "vitest";

import { contentOfStored, getBankQuestion, saveQuestion } from "#app/assessment/bank-question.server.ts";
import { formInCyrillic } from "#app/authoring/draft-cyrillic.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { checkDraft, publishDraft } from "#app/authoring/draft-publication.server.ts";
import { lessonView, lessonPath } from "#app/authoring/draft-pages.server.ts";
import {
  beginDraft,
  changeDraft,
  discardDraft,
  draftFolder,
  readDraftText,
  requireDraft,
  writeDraftText,
} from "#app/authoring/draft.server.ts";
import { fieldOf } from "#app/authoring/unit-field.ts";
import { exportTranslation } from "#app/authoring/workbench-export.server.ts";
import { importXliff, previewXliff } from "#app/authoring/workbench-import.server.ts";
import { addLanguage, includeLanguage, withholdLanguage } from "#app/authoring/workbench-languages.server.ts";
import { translationPage, workbenchPage } from "#app/authoring/workbench-pages.server.ts";
import { withSharedWords } from "#app/authoring/shared-words.server.ts";
import { confirmQuestion, translatedQuestionsPage } from "#app/authoring/workbench-questions.server.ts";
import { submitTranslation } from "#app/authoring/workbench-writing.server.ts";
import { textOfPart } from "#app/authoring/version-folder.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { CourseText } from "#app/library/course-format.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { parseXml } from "#app/library/xml-document.ts";
import { db } from "#app/platform/db.server.ts";
import type { WrittenLanguage } from "#app/platform/languages.ts";
import { newId } from "#app/platform/id.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";
import { expectValidXliff } from "#tests/builders/xliff-structure.ts";

const lesson = "accounts";

async function open(languages?: readonly WrittenLanguage[]) {
  const { vera } = await taughtCourse(languages);
  await beginDraft(vera, courseSlug);
  return vera;
}

async function rewrite(vera: Actor, path: string, change: (text: string) => string) {
  const draft = await requireDraft(vera, courseSlug);
  const before = await readDraftText(draft, path);
  await writeDraftText(vera, draft, path, { text: change(before?.text ?? ""), basis: before?.basis ?? null });
}

const textOf = async (vera: Actor, path: string) =>
  (await readDraftText(await requireDraft(vera, courseSlug), path))?.text;

async function texts(vera: Actor) {
  const parts = await draftFolder(await requireDraft(vera, courseSlug));
  const paths = [...parts.keys()].filter((path) => /\.(md|yaml)$/.test(path)).sort();
  return Promise.all(paths.map(async (path) => [path, await textOfPart(parts, path)]));
}

const pageOf = (vera: Actor, tag = "sr-Cyrl", name: string | null = lesson) =>
  translationPage(vera, courseSlug, tag, name, "en");

/** Sends the form of a page as a browser does, with some fields changed. */
async function send(
  vera: Actor,
  page: Awaited<ReturnType<typeof pageOf>>,
  changed: Record<string, string>,
  isDone = false,
) {
  const fields = Object.fromEntries(
    page.units.map(({ id, target }) => [fieldOf(id), target.replaceAll("\n", "\r\n")]),
  );
  return submitTranslation(
    vera,
    courseSlug,
    { tag: page.language, name: page.name, readerLanguage: "en" },
    {
      ...fields,
      ...Object.fromEntries(Object.entries(changed).map(([id, text]) => [fieldOf(id), text])),
      basis: page.basis,
      sourceBasis: page.sourceBasis,
      ...(isDone && { isDone: "yes" }),
    },
  );
}

async function stateOf(vera: Actor, tag: string, name: string | null) {
  const { languages } = await workbenchPage(vera, courseSlug, "en");
  return languages.find((one) => one.tag === tag)?.parts.find((part) => part.name === name);
}

test("a source that changes marks its translation, and shows which words; saved as done, it has caught up", async () => {
  const vera = await open();
  expect(await stateOf(vera, "sr-Cyrl", lesson)).toMatchObject({ state: "done" });
  const before = await textOf(vera, lessonPath(lesson, "sr-Cyrl"));
  const [first, second] = (await pageOf(vera)).units;
  if (!first || !second) throw new Error("no units");
  await rewrite(vera, lessonPath(lesson, "en"), (text) =>
    text.replace(second.source, () => `${second.source} A new sentence.`),
  );

  const page = await pageOf(vera);
  expect(page).toMatchObject({ state: "behind", from: "en" });
  expect(page.changes).toEqual([
    {
      id: second.id,
      page: second.page,
      words: [
        { kind: "same", text: second.source },
        { kind: "added", text: " A new sentence." },
      ],
    },
  ]);
  expect(await send(vera, page, {})).toEqual({ kind: "saved" });
  expect(await textOf(vera, lessonPath(lesson, "sr-Cyrl"))).toBe(before);

  expect(await send(vera, page, { [second.id]: `${second.target} Нова реченица.` }, true)).toEqual({
    kind: "saved",
  });
  expect(await stateOf(vera, "sr-Cyrl", lesson)).toMatchObject({ state: "done" });
  const after = await textOf(vera, lessonPath(lesson, "sr-Cyrl"));
  expect(after?.replace(/source: .*/, "").replace(" Нова реченица.", "")).toBe(
    before?.replace(/source: .*/, ""),
  );
  expect((await checkDraft(vera, courseSlug)).faults).toEqual([]);
  await discardDraft(vera, courseSlug);
});

test("who does not know what a translation was made of, is told", async () => {
  const vera = await open();
  await rewrite(vera, lessonPath(lesson, "sr-Cyrl"), (text) =>
    text.replace(/source: ".*"/, 'source: "0123456789ab"'),
  );
  expect(await pageOf(vera)).toMatchObject({ state: "behind", changes: null });
  await discardDraft(vera, courseSlug);
});

test("nothing that somebody else has written meanwhile is lost, in the translation or in its source", async () => {
  const vera = await open();
  const page = await pageOf(vera);
  const [unit] = page.units;
  if (!unit) throw new Error("no units");
  await rewrite(vera, lessonPath(lesson, "sr-Cyrl"), (text) => text.replace(unit.target, "Други"));
  expect(await send(vera, page, { [unit.id]: "Моје" })).toEqual({ kind: "conflict", by: vera.name });
  const again = await pageOf(vera);
  expect(again.units[0]?.target).toBe("Други");
  await rewrite(vera, lessonPath(lesson, "en"), (text) => `${text}\nMore.\n`);
  expect(await send(vera, again, { [unit.id]: "Моје" }, true)).toEqual({ kind: "conflict", by: null });
  expect(await textOf(vera, lessonPath(lesson, "sr-Cyrl"))).toContain("Други");
  await discardDraft(vera, courseSlug);
});

test("every file of a language comes back from translators byte for byte; what they changed is written", async () => {
  const vera = await open(["en", "sr-Cyrl", "bs", "cnr"]);
  const before = await texts(vera);
  for (const tag of ["sr-Cyrl", "bs", "cnr"]) {
    const { text } = await exportTranslation(vera, courseSlug, tag);
    expectValidXliff(parseXml(text, "out.xlf").root);
    const looked = await previewXliff(vera, courseSlug, { name: "x", bytes: Buffer.from(text) }, "en");
    expect(looked).toMatchObject({
      preview: { changes: [], done: [], changedSources: [], unknown: [] },
    });
    if (!("preview" in looked)) throw new Error("refused");
    expect(await importXliff(vera, courseSlug, looked.preview.plan, "en")).toEqual({ written: 0, left: [] });
  }
  expect(await texts(vera)).toEqual(before);

  const [unit] = (await pageOf(vera)).units;
  if (!unit) throw new Error("no units");
  const { text } = await exportTranslation(vera, courseSlug, "sr-Cyrl");
  const returned = text
    .replace(`<target>${unit.target}</target>`, "<target>Изнова &amp; боље</target>")
    .replace('<unit id="course.title">', '<unit id="course.none">')
    .replace(/(<unit id="course.summary">[^]*?<source>)/, "$1Other. ");
  const looked = await previewXliff(vera, courseSlug, { name: "x", bytes: Buffer.from(returned) }, "en");
  expect(looked).toMatchObject({
    preview: {
      changes: [{ name: lesson, id: unit.id, before: unit.target, after: "Изнова & боље" }],
      unknown: ["text/sr-Cyrl.yaml course.none"],
      changedSources: ["text/sr-Cyrl.yaml course.summary"],
    },
  });
  if (!("preview" in looked)) throw new Error("refused");
  expect(await texts(vera)).toEqual(before);
  expect(await importXliff(vera, courseSlug, looked.preview.plan, "en")).toEqual({ written: 1, left: [] });
  expect((await pageOf(vera)).units[0]?.target).toBe("Изнова & боље");
  await rewrite(vera, lessonPath(lesson, "sr-Cyrl"), (own) => own.replace("Изнова", "Опет"));
  expect(await importXliff(vera, courseSlug, looked.preview.plan, "en")).toEqual({
    written: 0,
    left: [lessonPath(lesson, "sr-Cyrl")],
  });
  await discardDraft(vera, courseSlug);
});

test("a language is kept in the draft until it is whole; learners get it when it is published with a version", async () => {
  const { vera, folder } = await taughtCourse(["en", "sr-Cyrl"]);
  await beginDraft(vera, courseSlug);
  await addLanguage(vera, courseSlug, "sq");
  await expect(addLanguage(vera, courseSlug, "sr-Latn")).rejects.toMatchObject({ status: 404 });
  expect(await stateOf(vera, "sq", lesson)).toMatchObject({ state: "unwritten", translated: 0 });
  const page = await pageOf(vera, "sq");
  const [first, second] = page.units;
  if (!first || !second) throw new Error("no units");
  expect(await send(vera, page, { [first.id]: "Llogaritë" })).toEqual({ kind: "saved" });
  expect(await textOf(vera, lessonPath(lesson, "sq"))).toContain("::page[Llogaritë]");
  const inEditor = await lessonView(await requireDraft(vera, courseSlug), lesson, "sq", "en");
  expect(inEditor.text).toContain("::page[Llogaritë]");
  expect(await pageOf(vera, "sq")).toMatchObject({ state: "unfinished", translated: 1 });
  expect(await send(vera, await pageOf(vera, "sq"), {}, true)).toMatchObject({
    kind: "errors",
    errors: { [fieldOf(second.id)]: "workbench.textMissing" },
  });
  expect(await includeLanguage(vera, courseSlug, "sq")).toBe("workbench.languageUnfinished");

  const form = { publication: newId(), learners: "stay", anyway: "yes" } as const;
  expect((await publishDraft(vera, courseSlug, form)).faults).toEqual([]);
  expect((await getCurrentCourse(courseSlug)).structure.course).toMatchObject({
    languages: ["en", "sr-Cyrl"],
    drafting: ["sq"],
  });
  await beginDraft(vera, courseSlug);
  expect(await textOf(vera, lessonPath(lesson, "sq"))).toContain("::page[Llogaritë]");
  expect(await withholdLanguage(vera, courseSlug, "sr-Cyrl")).toBeNull();
  expect(await includeLanguage(vera, courseSlug, "sr-Cyrl")).toBeNull();
  expect((await checkDraft(vera, courseSlug)).faults).toEqual([]);
  await discardDraft(vera, courseSlug);
  expect(await importCourse(folder)).toMatchObject({ isNew: false });
});

test("terms of the glossary are shown with their translation, and missed where it is not used", async () => {
  const vera = await open();
  const page = await pageOf(vera);
  const unit = page.units.find(({ isPage, source }) => !isPage && source.includes("device"));
  if (!unit) throw new Error("no such unit");
  await rewrite(
    vera,
    "glossary.yaml",
    () => "terms:\n  - { en: device, in: { sr-Cyrl: [уређај, справа] } }\n",
  );
  const termsNow = async () => (await pageOf(vera)).units.find(({ id }) => id === unit.id)?.terms;
  await send(vera, await pageOf(vera), { [unit.id]: "Ово је на уређајима." });
  expect(await termsNow()).toEqual([
    { en: "device", note: null, agreed: ["уређај", "справа"], isUsed: true },
  ]);
  await send(vera, await pageOf(vera), { [unit.id]: "Ово је телефон." });
  expect(await termsNow()).toMatchObject([{ isUsed: false }]);
  await rewrite(vera, "glossary.yaml", () => "terms: [{ en: device, in: { klingon: x } }]\n");
  expect(await termsNow()).toEqual([]);
  expect((await checkDraft(vera, courseSlug)).faults).toMatchObject([{ file: "glossary.yaml" }]);
  await discardDraft(vera, courseSlug);
});

test("a question that changes marks its translation until it comes back translated, or somebody says that it is right", async () => {
  const vera = await open(["en", "sr-Cyrl"]);
  const listed = async () => translatedQuestionsPage(vera, courseSlug, "sr-Cyrl", "en");
  const { bank, categories } = await listed();
  const [asked] = categories.flatMap(({ questions }) => questions);
  if (!asked) throw new Error("no questions");
  expect(asked).toMatchObject({ state: "done", changes: [] });
  const now = async () => {
    const all = (await listed()).categories.flatMap(({ questions }) => questions);
    return all.find(({ id }) => id === asked.id);
  };
  const askMore = async () => {
    const { question } = await getBankQuestion(vera, bank, asked.id);
    const text = question.stored.texts.get("en");
    if (!text) throw new Error("no English");
    await saveQuestion(vera, bank, asked.id, {
      versionId: question.stored.versionId,
      change: ({ stored }) => ({
        ...contentOfStored(stored),
        texts: new Map(stored.texts).set("en", { ...text, q: `${text.q} More` }),
      }),
    });
  };
  await askMore();
  const behind = await now();
  expect(behind).toMatchObject({ state: "behind", changes: [{ name: "q" }] });
  expect(behind?.changes[0]?.words).toContainEqual({ kind: "added", text: " More" });

  const { text } = await exportTranslation(vera, courseSlug, "sr-Cyrl");
  const start = text.indexOf(`<file id="question.${asked.key}"`);
  const end = text.indexOf("</file>", start);
  const ofQuestion = text
    .slice(start, end)
    .replace(/(<unit id="q">[^]*?<segment state=)"initial"([^]*?<target>)[^<]*/, '$1"final"$2Ново питање');
  const returned = text.slice(0, start) + ofQuestion + text.slice(end);
  const looked = await previewXliff(vera, courseSlug, { name: "x", bytes: Buffer.from(returned) }, "en");
  if (!("preview" in looked)) throw new Error("refused");
  expect(looked.preview).toMatchObject({
    changes: [{ id: "q", after: "Ново питање" }],
    done: [{ name: `questions/${asked.key}` }],
    misfits: [],
    unknown: [],
  });
  const { plan } = looked.preview;
  expect(await importXliff(vera, courseSlug, plan, "en")).toEqual({ written: 1, left: [] });
  expect(await now()).toMatchObject({ state: "done" });
  expect((await getBankQuestion(vera, bank, asked.id)).question.stored.texts.get("sr-Cyrl")?.q).toBe(
    "Ново питање",
  );
  expect(await importXliff(vera, courseSlug, plan, "en")).toEqual({
    written: 0,
    left: [`questions/${asked.key}`],
  });

  await askMore();
  expect(await now()).toMatchObject({ state: "behind" });
  const stranger = await trainer();
  await expect(confirmQuestion(stranger, courseSlug, "sr-Cyrl", asked.id)).rejects.toMatchObject({
    status: 404,
  });
  await confirmQuestion(vera, courseSlug, "sr-Cyrl", asked.id);
  expect(await now()).toMatchObject({ state: "done" });
  await discardDraft(vera, courseSlug);
});

test("what a conversation says is translated in the draft and goes into its package", async () => {
  const vera = await open(["en", "sr-Cyrl"]);
  const said = (title: string) =>
    `title: ${title}\nintro: x\nscenes: { a: { title: A, choices: { b: { text: B, then: C } } } }\n`;
  await rewrite(vera, "activities/talk/en.yaml", () => said("Talk"));
  await changeDraft(vera, await requireDraft(vera, courseSlug), async (parts) => {
    const scenes = [{ id: "a", choices: [{ id: "b", to: "a", points: 1 }] }];
    const english = {
      code: "en",
      name: "English",
      words: { step: "S" },
      title: "Talk",
      intro: "x",
      scenes: [],
    };
    const content = JSON.stringify({ passPercent: 70, scenes, languages: [english] });
    const path = "packages/talk/content/content.json";
    const structure = "activities/talk/conversation.yaml";
    return {
      parts: new Map(parts)
        .set(path, { path, text: content })
        .set(structure, { path: structure, text: "scenes: {}\n" }),
    };
  });
  const name = "activities/talk";
  expect(await stateOf(vera, "sr-Cyrl", name)).toMatchObject({ state: "unwritten", title: "Talk" });
  const page = await pageOf(vera, "sr-Cyrl", name);
  const texts = Object.fromEntries(page.units.map(({ id }) => [id, `Српски ${id}`]));
  expect(await send(vera, page, texts, true)).toEqual({ kind: "saved" });
  expect(await stateOf(vera, "sr-Cyrl", name)).toMatchObject({ state: "done" });
  const parts = await draftFolder(await requireDraft(vera, courseSlug));
  const content = await textOfPart(parts, "packages/talk/content/content.json");
  expect(content).toContain("Српски scenes.a.choices.b.then");
  expect(content).toContain("Srpski scenes.a.choices.b.then");
  expect(await send(vera, page, { title: "Други" })).toEqual({ kind: "conflict", by: null });
  await discardDraft(vera, courseSlug);
});

test("the state of the words around activities stays when a draft is published, while there is such an activity", async () => {
  await taughtCourse(["en", "sr-Cyrl"]);
  const { versionId } = await getCurrentCourse(courseSlug);
  const where = { courseVersionId_language: { courseVersionId: versionId, language: "sr-Cyrl" } };
  const { text } = await db.courseText.findUniqueOrThrow({ where });
  const wordTranslations = { conversation: { review: [], isBehind: true, words: {} } };
  await db.courseText.update({
    where,
    data: { text: { ...(text as object), wordTranslations } },
  });
  const path = "activities/talk/conversation.yaml";
  const read = new Map([["sr-Cyrl", { wordTranslations: {} } as CourseText]] as const);
  const withOne = await withSharedWords(read, new Map([[path, { path, text: "" }]]), versionId);
  expect(withOne.get("sr-Cyrl")).toEqual({ wordTranslations });
  const without = await withSharedWords(read, new Map(), versionId);
  expect(without.get("sr-Cyrl")).toEqual({ wordTranslations: {} });
});

test("a translation typed in Latin letters is turned into Cyrillic, without what the glossary keeps, and not saved", async () => {
  const vera = await open();
  await rewrite(vera, "glossary.yaml", () => "terms: [{ en: d, in: { sq: d } }]\nlatin: [hash]\n");
  const before = await textOf(vera, lessonPath(lesson, "sr-Cyrl"));
  const form = {
    fields: { basis: "abc", [fieldOf("a")]: "Vaš hash i ključ", intent: "cyrillic" },
    isText: (name: string) => name.startsWith(fieldOf("")),
  };
  expect(await formInCyrillic(vera, courseSlug, "sr-Cyrl", form)).toEqual({
    typed: { basis: "abc", [fieldOf("a")]: "Ваш hash и кључ", intent: "cyrillic" },
    kept: ["hash"],
  });
  expect(await textOf(vera, lessonPath(lesson, "sr-Cyrl"))).toBe(before);
  await expect(formInCyrillic(vera, courseSlug, "bs", form)).rejects.toMatchObject({ status: 404 });
  await expect(formInCyrillic(await trainer(), courseSlug, "sr-Cyrl", form)).rejects.toMatchObject({
    status: 404,
  });
  await discardDraft(vera, courseSlug);
});

test("the workbench is the course's trainers' alone", async () => {
  const vera = await open();
  const [stranger, ana] = [await trainer(), await learner()];
  for (const [actor, status] of [
    [stranger, 404],
    [ana, 403],
  ] as const) {
    const refused = { status };
    await expect(workbenchPage(actor, courseSlug, "en")).rejects.toMatchObject(refused);
    await expect(pageOf(actor)).rejects.toMatchObject(refused);
    await expect(exportTranslation(actor, courseSlug, "sr-Cyrl")).rejects.toMatchObject(refused);
    await expect(
      previewXliff(actor, courseSlug, { name: "x", bytes: Buffer.from("no") }, "en"),
    ).rejects.toMatchObject(refused);
    await expect(importXliff(actor, courseSlug, "no", "en")).rejects.toMatchObject(refused);
    for (const change of [addLanguage, includeLanguage, withholdLanguage])
      await expect(change(actor, courseSlug, "klingon")).rejects.toMatchObject(refused);
    const place = { tag: "none", name: null, readerLanguage: "en" as const };
    await expect(submitTranslation(actor, courseSlug, place, {})).rejects.toMatchObject(refused);
  }
  await expect(pageOf(vera, "en")).rejects.toMatchObject({ status: 404 });
  await expect(pageOf(vera, "sr-Cyrl", "no-such-lesson")).rejects.toMatchObject({ status: 404 });
  await discardDraft(vera, courseSlug);
});
