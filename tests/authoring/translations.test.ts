import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { courseTranslations } from "#app/authoring/course-translations.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { importJurisdictionNotes } from "#app/library/jurisdiction-notes.server.ts";
import { courseFolder, courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

const courses = join(courseFolder, "..");
const pending = "machine-drafted, review by a native speaker pending";
const workshop = scratchFolder("translations");

function change(file: string, from: RegExp, to: string) {
  const before = readFileSync(file, "utf8");
  expect(before).toMatch(from);
  writeFileSync(file, before.replace(from, to));
}

test("a trainer sees how far each language has come and what a reviewer must check first", async () => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  const { languages } = await courseTranslations(vera, courseSlug, "en");
  const of = (tag: string) => languages.find((language) => language.tag === tag);
  expect(of("sq")).toMatchObject({
    texts: { translation: pending },
    lessons: { done: 6, total: 6, pending: 6 },
    interface: pending,
  });
  expect(of("en")).toMatchObject({ isOriginal: true, texts: { translation: null }, lessons: { pending: 0 } });
  expect(of("cnr")).toMatchObject({ basedOn: "bs", lessons: { done: 6, pending: 6 } });
  expect(of("sr-Latn")).toMatchObject({ derivedFrom: "sr-Cyrl", tasks: { course: [] } });
  const places = of("mk")?.tasks.course.flatMap((task) => task.places) ?? [];
  expect(places.find(({ name }) => name === "C1L6-1")?.words).toMatch(/[\u0400-\u04FF]/);
  expect(places.find(({ name }) => name === "devices/found")?.lesson).toEqual({
    activity: "devices",
    page: "found",
  });
});

test("a trainer sees which translations are behind the English, and which is behind the Bosnian", async () => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  const behind = async () => {
    const { languages } = await courseTranslations(vera, courseSlug, "en");
    return Object.fromEntries(languages.map(({ tag, behind: of }) => [tag, of]));
  };
  const none = { texts: false, lessons: [] };
  expect(Object.values(await behind())).toEqual(Array(7).fill(none));

  const folder = join(mkdtempSync(join(workshop, "behind-")), courseSlug);
  cpSync(courseFolder, folder, { recursive: true });
  change(join(folder, "lessons/devices/en.md"), /That is good news/, "That is very good news");
  change(join(folder, "lessons/devices/bs.md"), /(\{#case\}\n)/, "$1\nNovo.\n");
  change(join(folder, "text/en.yaml"), /Safety before settings/, "Safety comes first");
  await importCourse(folder);
  const lessons = [{ activity: "devices", title: expect.stringMatching(/\w/) }];
  const all = { texts: true, lessons };
  expect(await behind()).toEqual({
    en: none,
    sq: all,
    mk: all,
    "sr-Cyrl": all,
    "sr-Latn": none,
    bs: all,
    cnr: { texts: false, lessons },
  });
});

test("the notes on jurisdictions stand beside the course once there are some", async () => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  expect(await courseTranslations(vera, courseSlug, "en")).toMatchObject({ hasNotes: false });
  await importJurisdictionNotes(join(courses, "jurisdictions"));
  const { hasNotes, languages } = await courseTranslations(vera, courseSlug, "en");
  const of = (tag: string) => languages.find((language) => language.tag === tag);
  expect(hasNotes).toBe(true);
  expect(of("sq")?.notes).toEqual({ translation: pending, behind: [] });
  expect(of("en")).toMatchObject({ notes: { translation: null, behind: [] }, tasks: { notes: [] } });
  expect(of("sr-Latn")?.tasks.notes).toEqual([]);
  const places = of("cnr")?.tasks.notes.flatMap((task) => task.places);
  expect(places).toContainEqual({ name: "me/unit", jurisdiction: "me" });
});

test("notes that have changed since they were translated are named by jurisdiction", async () => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  const folder = join(workshop, "jurisdictions");
  cpSync(join(courses, "jurisdictions"), folder, { recursive: true });
  change(join(folder, "rs.yaml"), /en: "Serbia has ratified/, 'en: "In 2013 Serbia ratified');
  change(join(folder, "al.yaml"), /\n {6}bs: "/, '\n      bs: "Novo. ');
  await importJurisdictionNotes(folder);
  const { languages } = await courseTranslations(vera, courseSlug, "en");
  const behind = Object.fromEntries(languages.map(({ tag, notes }) => [tag, notes?.behind]));
  const none = { en: [], "sr-Latn": undefined, cnr: [] };
  expect(behind).toEqual({ ...none, sq: ["rs"], mk: ["rs"], "sr-Cyrl": ["rs"], bs: ["rs"] });
});

test("conversations and simulations stand beside the lessons, the words around them once", async () => {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  const { languages } = await courseTranslations(vera, courseSlug, "en");
  const of = (tag: string) => languages.find((language) => language.tag === tag);
  for (const { tag, packages, words, tasks } of languages) {
    if (tag === "en" || tag === "sr-Latn") {
      expect([packages, words, tasks.packages, tasks.words], tag).toEqual([[], null, [], []]);
      continue;
    }
    expect(packages, tag).toMatchObject([
      { package: { activity: "first-call" }, translation: pending, isBehind: false },
      { name: "An evening with a phone", translation: pending, isBehind: false },
    ]);
    expect(words, tag).toEqual({ translation: pending, isBehind: false });
    expect(new Set(tasks.packages.map(({ kind }) => kind)), tag).toContain("safety");
  }
  const places = of("sr-Cyrl")?.tasks.packages.flatMap((task) => task.places);
  expect(places).toContainEqual({
    name: "first-call/agree",
    package: { activity: "first-call" },
    words: "Телефон није безбедан",
  });
  const words = of("cnr")?.tasks.words.flatMap((task) => task.places);
  expect(words?.find(({ name }) => name === "simulation/needsScript")?.words).toMatch(/treba da bude/);
});

test("a conversation whose English has changed is behind, and so are the words around it", async () => {
  const folder = join(workshop, courseSlug);
  cpSync(courseFolder, folder, { recursive: true });
  for (const shared of ["conversation", "simulation"]) {
    cpSync(join(courses, shared), join(workshop, shared), { recursive: true });
  }
  const states = async () => {
    await importCourse(folder);
    const { languages } = await courseTranslations(await administrator(), courseSlug, "en");
    return languages.flatMap(({ tag, packages, words }) =>
      [
        ...packages.map(({ name, isBehind }) => [name, isBehind] as const),
        ["words", words?.isBehind] as const,
      ]
        .filter(([, isBehind]) => isBehind)
        .map(([name]) => `${tag} ${name}`),
    );
  };
  expect(await states()).toEqual([]);
  const made = ["sq", "mk", "sr-Cyrl", "bs"];
  change(join(workshop, "conversation/words/en.yaml"), /Step \{n\}/, "Scene {n}");
  expect(await states()).toEqual(made.map((tag) => `${tag} words`));
  change(join(workshop, "conversation/words/en.yaml"), /Scene \{n\}/, "Step {n}");
  change(join(folder, "activities/first-call/en.yaml"), /Mira stops/, "Mira falls silent");
  change(join(folder, "activities/first-call/bs.yaml"), /Šest i deset/, "Deset poslije šest");
  const conversation = (tag: string) => `${tag} Practice: the first call`;
  expect(await states()).toEqual([...made, "cnr"].map(conversation));
});

test("nobody but the course's trainers and administrators sees it", async () => {
  const ana = await enrolledLearner();
  await expect(courseTranslations(ana, courseSlug, "en")).rejects.toThrow(ForbiddenError);
  await expect(courseTranslations(await trainer(), courseSlug, "en")).rejects.toThrow(NotFoundError);
});
