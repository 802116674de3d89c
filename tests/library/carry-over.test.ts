import { expect, test } from "vitest";

import { carryOver, versionChanges } from "#app/library/carry-over.ts";
import type { Activity, CourseStructure, CourseText } from "#app/library/course-format.ts";

const common = { minutes: 5, required: true, after: [] };
const lesson = (id: string): Activity => ({ ...common, id, kind: "lesson", lesson: id });
const quiz = (id: string, isAdded?: true): Activity => ({ ...common, id, kind: "quiz", quiz: id, isAdded });

function currentOf(outline: Activity[]) {
  const titles = Object.fromEntries(outline.map(({ id }) => [id, { title: `Title of ${id}` }]));
  return {
    structure: { course: { outline } } as CourseStructure,
    texts: new Map([["en", { activities: titles } as CourseText]]),
    packages: new Map<string, string>(),
  };
}

test("a folder's next version keeps the quizzes that trainers added, where they stood, and drops its own as it likes", () => {
  const current = currentOf([lesson("one"), quiz("added", true), quiz("folders-own"), lesson("two")]);
  const carried = carryOver(current, { outline: [lesson("one"), lesson("two")], packageNames: [] });
  expect(carried.outline.map(({ id }) => id)).toEqual(["one", "added", "two"]);
  expect(carried.titles("en")).toEqual({ added: { title: "Title of added" } });
});

test("what an added quiz came after is forgotten when the folder has dropped it", () => {
  const added: Activity = { ...quiz("added", true), after: ["gone", "one", "certificate"] };
  const carried = carryOver(currentOf([lesson("gone"), lesson("one"), added]), {
    outline: [lesson("one")],
    packageNames: [],
  });
  expect(carried.outline.find(({ id }) => id === "added")?.after).toEqual(["one", "certificate"]);
});

test("progress in a film stays when its file is called otherwise, and in a quiz only while it is the same quiz", () => {
  const film = (video: string): Activity => ({ ...common, id: "film", kind: "video", video, captions: {} });
  const content = (outline: Activity[]) => ({ outline, packages: new Map<string, string>() });
  const before = content([film("media/a.mp4"), { ...quiz("one"), id: "asked" } as Activity]);
  const after = content([film("media/b.mp4"), { ...quiz("two"), id: "asked" } as Activity]);
  expect(versionChanges(before, after)).toMatchObject({ kept: ["film"], restarted: ["asked"] });
});
