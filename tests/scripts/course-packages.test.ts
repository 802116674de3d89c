import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { checkPackage } from "#app/library/check-package.server.ts";
import { courseFoldersIn, readCourseFolder } from "#app/library/course-folder.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { withDerived } from "#app/platform/derived-languages.ts";
import { zipPackage } from "#scripts/course-packages/built-package.ts";
import type { Conversation } from "#scripts/course-packages/conversation/content.ts";
import { chooseLanguage } from "#scripts/course-packages/conversation/language.ts";
import { conversationsIn, readConversation } from "#scripts/course-packages/conversation/source.ts";
import {
  bestWay,
  isEnd,
  sceneAfter,
  scoreOf,
  type Step,
  stepId,
  stepsFrom,
  stepsOf,
} from "#scripts/course-packages/conversation/way.ts";
import { buildH5p } from "#scripts/course-packages/h5p.ts";
import { fileOf } from "#tests/builders/archives.ts";

const courses = courseFoldersIn(join(import.meta.dirname, "../../courses"));
const conversations = courses.flatMap((course) =>
  conversationsIn(course).map(({ name, folder }) => ({ course, name, ...readConversation(folder) })),
);
const named = conversations.map((each) => [each.name, each] as const);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** Every way from the beginning to an end; fails where there is a circle. */
function allWays(conversation: Conversation, steps: Step[] = []): Step[][] {
  const scene = sceneAfter(conversation, steps);
  expect(steps.map((step) => step.scene.id)).not.toContain(scene.id);
  if (isEnd(scene)) return [steps];
  return stepsFrom(scene).flatMap((step) => allWays(conversation, [...steps, step]));
}

test("every course has a conversation", () => {
  expect(new Set(conversations.map(({ course }) => course))).toEqual(new Set(courses));
});

for (const course of courses) {
  test(`the packages in ${course.split("/").pop()} are what the command makes of their sources`, async () => {
    for (const { name, files, ...built } of await buildH5p(course)) {
      const folder = join(course, "packages", name);
      expect(filesBelow(folder)).toEqual([...files.keys()].sort());
      for (const [file, content] of files) {
        expect(
          readFileSync(join(folder, file), "utf8") === content,
          `npm run courses:packages: ${file}`,
        ).toBe(true);
      }
      const archive = await zipPackage(join(fileOf("", "beside"), ".."), { name, files, ...built });
      expect(await checkPackage(archive, built.archive)).toMatchObject({
        structure: { standard: "h5p", mainLibrary: "H5P.SigurnaConversation 1.0" },
        findings: [],
      });
    }
  });
}

test.each(named)("every way through %s ends, every scene is on one, and the best is the best", (_, each) => {
  const { conversation } = each;
  const ways = allWays(conversation);
  const reached = new Set(
    ways.flatMap((way) => [...way.map(({ scene }) => scene.id), way.at(-1)?.choice.to]),
  );
  expect(conversation.scenes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  expect(scoreOf(bestWay(conversation))).toBe(Math.max(...ways.map(scoreOf)));
  const isPassed = (way: Step[]) =>
    scoreOf(way) * 100 >= scoreOf(bestWay(conversation)) * conversation.passPercent;
  expect(new Set(ways.map(isPassed))).toEqual(new Set([true, false]));
  for (const { choices = [] } of conversation.scenes) {
    if (choices.length > 0) expect(choices.length).toBeGreaterThanOrEqual(2);
    expect(choices.length).toBeLessThanOrEqual(4);
  }
});

test.each(named)("the strong choice of %s does not always stand at the same place", (_, each) => {
  const places = bestWay(each.conversation).map(({ scene, choice }) => scene.choices?.indexOf(choice));
  expect(new Set(places).size).toBeGreaterThan(1);
});

test.each(named)("%s says the same scenes and choices in every language of its course", async (_, each) => {
  const { conversation, course, facts } = each;
  const outline = (scenes: { id: string; choices?: { id: string }[] }[]) =>
    Object.fromEntries(scenes.map(({ id, choices = [] }) => [id, choices.map((choice) => choice.id)]));
  const { structure } = (await readCourseFolder(course)).course!;
  const tags = withDerived(new Map(structure.course.languages.map((tag) => [tag as Language, {}]))).keys();
  expect(conversation.languages.map(({ code }) => code).sort()).toEqual([...tags].sort());
  const [english] = conversation.languages;
  for (const language of conversation.languages) {
    expect(outline(language.scenes), language.code).toEqual(outline(conversation.scenes));
    const parts = (text: typeof language) => text.scenes.map((scene) => Object.keys(scene).sort());
    expect(parts(language), language.code).toEqual(parts(english!));
  }
  expect(facts.filter((fact) => !structure.course.sources[fact])).toEqual([]);
});

test.each(named)("%s in Latin letters has no Cyrillic ones, but in the names of languages", (_, each) => {
  for (const { code, name: _name, ...texts } of each.conversation.languages) {
    const isCyrillic = code === "mk" || code === "sr-Cyrl";
    expect(/\p{Script=Cyrillic}/u.test(JSON.stringify(texts)), code).toBe(isCyrillic);
  }
});

type Field = { name: string; type: string; fields?: Field[]; field?: Field; maxLength?: number };

/** What systems that run H5P leave of content: what the semantics do not name is taken out. */
function filtered(value: unknown, field: Field): unknown {
  if (field.type === "list") return (value as unknown[]).map((entry) => filtered(entry, field.field!));
  if (field.type === "group") {
    // H5P writes a group of one field as that field.
    expect(field.fields!.length).toBeGreaterThan(1);
    return fieldsOf(value as Record<string, unknown>, field.fields!);
  }
  if (field.type === "text") expect(String(value).length).toBeLessThanOrEqual(field.maxLength!);
  expect(typeof value).toBe(field.type === "text" ? "string" : field.type);
  return value;
}

function fieldsOf(value: Record<string, unknown>, fields: Field[]) {
  const named = fields.filter(({ name }) => value[name] !== undefined);
  return Object.fromEntries(named.map((field) => [field.name, filtered(value[field.name], field)]));
}

test.each(named)("other systems leave %s as it is: its semantics name all of it", (_, each) => {
  const library = join(each.course, "packages", each.name, "H5P.SigurnaConversation-1.0");
  const semantics = JSON.parse(readFileSync(join(library, "semantics.json"), "utf8")) as Field[];
  expect(fieldsOf(each.conversation, semantics)).toEqual(each.conversation);
  // They would be written as HTML there.
  expect(JSON.stringify(each.conversation)).not.toMatch(/[<>&]/);
});

const codes = ["en", "sq", "mk", "sr-Cyrl", "sr-Latn", "bs", "cnr"];

test.each([
  ["sr-Cyrl", "sr-Cyrl"],
  ["sr", "sr-Cyrl"],
  ["sr_RS", "sr-Cyrl"],
  ["sr-lt", "sr-Latn"],
  ["sr-Latn-RS", "sr-Latn"],
  ["sr-Latn-ME", "cnr"],
  ["hr", "bs"],
  ["en-GB", "en"],
  ["sq-XK", "sq"],
  ["de", "en"],
])("a system in %s gets the conversation in %s", (tag, code) => {
  expect(chooseLanguage([tag], codes)).toBe(code);
});

test("what was kept goes on as far as it still follows from the beginning", () => {
  const { conversation } = conversations[0]!;
  const ids = bestWay(conversation).map(stepId);
  expect(stepsOf(conversation, ids).map(stepId)).toEqual(ids);
  expect(stepsOf(conversation, [ids[0], "gone/away", ids[1]]).map(stepId)).toEqual([ids[0]]);
  expect(stepsOf(conversation, [7, null])).toEqual([]);
});
