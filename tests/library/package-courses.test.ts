import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { carryOver } from "#app/library/carry-over.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import type { Activity, CourseStructure } from "#app/library/course-format.ts";
import { addCourseVersion } from "#app/library/course-version.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { storeFolderPackage } from "#app/library/package-intake.server.ts";
import { getCourseText, getCurrentCourse } from "#app/library/published-course.server.ts";
import { coursePackage } from "#app/library/stored-package.server.ts";
import { serializable } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { unpacked, writeFiles } from "#tests/builders/archives.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { courseCopy } from "#tests/builders/course-copy.ts";
import { scorm12, scormFiles } from "#tests/builders/manifests.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const workshop = scratchFolder("package-courses");

const intro = scormFiles(scorm12());
const languages = ["en", "sr-Cyrl"] as const;

/** The shipped course with an activity "intro" that opens packages/intro. */
function courseWithPackage(files: Record<string, string> = intro): string {
  const folder = courseCopy(workshop, languages);
  writeFiles(join(folder, "packages/intro"), files);
  change(folder, "course.yaml", "outline:\n", (line) => `${line}${activityLine}`);
  for (const language of languages) {
    change(folder, `text/${language}.yaml`, "\nactivities:\n", (line) => `${line}  intro: { title: Увод }\n`);
  }
  return folder;
}

const activityLine = "  - { id: intro, kind: package, package: intro, minutes: 5, required: false }\n";

function change(folder: string, file: string, from: string, to: (from: string) => string) {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
}

test("a course brings its packages; unchanged ones keep their version when the course changes", async () => {
  const folder = courseWithPackage();
  expect(await importCourse(folder)).toMatchObject({ isNew: true });
  const first = await getCurrentCourse(courseSlug);
  const stored = await coursePackage(first.versionId, "intro");
  expect(stored).toMatchObject({ number: 1, structure: { standard: "scorm-1.2", title: "A course" } });
  expect(await importCourse(folder)).toMatchObject({ isNew: false });

  change(folder, "text/en.yaml", "Safety before settings", () => "Safety comes first");
  expect(await importCourse(folder)).toMatchObject({ isNew: true });
  const second = await getCurrentCourse(courseSlug);
  expect((await coursePackage(second.versionId, "intro")).id).toBe(stored.id);

  rmSync(join(folder, "packages/intro"), { recursive: true });
  const changed = Object.entries({ ...intro, "more.html": "" });
  writeFileSync(
    join(folder, "packages/intro.zip"),
    zipBytes(changed.map(([name, content]) => ({ name, content }))),
  );
  expect(await importCourse(folder)).toMatchObject({ isNew: true });
  const third = await getCurrentCourse(courseSlug);
  expect(await coursePackage(third.versionId, "intro")).toMatchObject({
    number: 2,
    packageId: stored.packageId,
  });
});

/** What a trainer publishes in the browser: another package behind "intro". */
async function publishBehindIntro() {
  const outcome = await storeFolderPackage(`upload-${newId()}`, unpacked(intro), "upload.zip");
  if ("refusal" in outcome) throw new Error(outcome.refusal.key);
  const base = await getCurrentCourse(courseSlug);
  const place = base.structure.course.outline.findIndex(({ id }) => id === "intro") + 1;
  const added: Activity = {
    id: "extra",
    kind: "package",
    package: "extra",
    minutes: 5,
    required: false,
    after: ["intro"],
    complete: "auto",
    scoring: "best",
    isUploaded: true,
  };
  const { course } = base.structure;
  await serializable((tx) =>
    addCourseVersion(tx, base, {
      versionId: newId(),
      structure: {
        ...base.structure,
        course: { ...course, outline: course.outline.toSpliced(place, 0, added) },
      },
      text: (text) => ({ ...text, activities: { ...text.activities, extra: { title: "Додатак" } } }),
      packages: { extra: outcome.packageVersionId },
    }),
  );
  return outcome.packageVersionId;
}

test("what a trainer added in the browser stays when the folder is imported again, changed or not", async () => {
  const folder = courseWithPackage({ ...intro, "other.html": "" });
  await importCourse(folder);
  const packageVersionId = await publishBehindIntro();
  const published = await getCurrentCourse(courseSlug);
  expect(await importCourse(folder)).toMatchObject({ isNew: false, number: published.number });
  expect((await getCurrentCourse(courseSlug)).versionId).toBe(published.versionId);

  change(folder, "text/en.yaml", "Final test", () => "The last test");
  expect(await importCourse(folder)).toMatchObject({ isNew: true, number: published.number + 1 });
  const { versionId, structure } = await getCurrentCourse(courseSlug);
  expect(structure.course.outline.slice(0, 2).map(({ id }) => id)).toEqual(["intro", "extra"]);
  expect((await coursePackage(versionId, "extra")).id).toBe(packageVersionId);
  const titles = await Promise.all(
    (["en", "sr-Latn"] as const).map(
      async (tag) => (await getCourseText(versionId, tag)).text.activities.extra?.title,
    ),
  );
  expect(titles).toEqual(["Додатак", "Dodatak"]);
});

test("a folder that goes back to what it was is a change like any other", async () => {
  const folder = courseWithPackage({ ...intro, "back.html": "" });
  await importCourse(folder);
  change(folder, "text/en.yaml", "Final test", () => "The last test");
  await importCourse(folder);
  change(folder, "text/en.yaml", "The last test", () => "Final test");
  expect(await importCourse(folder)).toMatchObject({ isNew: true });
});

const lesson = (id: string): Activity => ({
  id,
  kind: "lesson",
  lesson: id,
  minutes: 1,
  required: true,
  after: [],
});
const uploaded = (id: string, name: string, after: string[] = []): Activity => ({
  id,
  kind: "package",
  package: name,
  minutes: 1,
  required: true,
  after,
  complete: "auto",
  scoring: "best",
  isUploaded: true,
});

function carried(before: Activity[], now: Activity[], packageNames: string[] = []) {
  const structure = { course: { outline: before } } as CourseStructure;
  const names = before.flatMap((activity) => (activity.kind === "package" ? [activity.package] : []));
  const packages = new Map(names.map((name) => [name, `version-of-${name}`]));
  return carryOver({ structure, texts: new Map(), packages }, { outline: now, packageNames });
}

test.each<[string, Activity[], Activity[], string]>([
  [
    "behind its neighbour",
    [lesson("a"), uploaded("x", "x"), lesson("b")],
    [lesson("b"), lesson("a")],
    "b a x",
  ],
  [
    "behind the next neighbour that is left",
    [lesson("a"), lesson("b"), uploaded("x", "x")],
    [lesson("a"), lesson("c")],
    "a x c",
  ],
  ["at the beginning", [uploaded("x", "x"), uploaded("y", "y"), lesson("a")], [lesson("a")], "x y a"],
  ["nowhere when the folder has the id now", [lesson("a"), uploaded("x", "x")], [lesson("x")], "x"],
])("an added package is kept %s", (_, before, now, expected) => {
  expect(
    carried(before, now)
      .outline.map(({ id }) => id)
      .join(" "),
  ).toBe(expected);
});

test("an added package gives way to the folder's names and waits for nothing that is gone", () => {
  const { outline, packages, titles } = carried(
    [lesson("a"), lesson("b"), uploaded("x", "intro", ["a", "b"])],
    [lesson("a")],
    ["intro"],
  );
  expect(outline[1]).toMatchObject({ id: "x", package: "intro-2", after: ["a"] });
  expect([...packages]).toEqual([["intro-2", "version-of-intro"]]);
  expect(titles("en")).toEqual({ x: { title: "x" } });
});

test.each<[string, (folder: string) => void, string, string]>([
  [
    "a package that is not there",
    (folder) => rmSync(join(folder, "packages"), { recursive: true }),
    "course.yaml",
    "There is no package “intro”",
  ],
  [
    "a package that is not used",
    (folder) => writeFiles(join(folder, "packages/other"), intro),
    "packages/other",
    "The package “other” is not used",
  ],
  [
    "a package that is refused",
    (folder) => rmSync(join(folder, "packages/intro/index.html")),
    "packages/intro",
    "index.html",
  ],
  [
    "a manifest that is broken",
    (folder) => change(folder, "packages/intro/imsmanifest.xml", "</resources>", () => "</resource>"),
    "packages/intro/imsmanifest.xml",
    "not well-formed",
  ],
  [
    "a package in a folder and an archive",
    (folder) => writeFileSync(join(folder, "packages/intro.zip"), ""),
    "packages/intro.zip",
    "two packages named “intro”",
  ],
  [
    "a file that is no package",
    (folder) => writeFileSync(join(folder, "packages/notes.txt"), ""),
    "packages/notes.txt",
    "no package",
  ],
  [
    "a mark that only the browser sets",
    (folder) => change(folder, "course.yaml", "package: intro,", (text) => `${text} isUploaded: true,`),
    "course.yaml",
    "isUploaded is for packages that trainers add",
  ],
])("%s is found, with its file, line and remedy", async (_, damage, file, problem) => {
  const folder = courseWithPackage();
  expect(await checkCourseFolder(folder)).toEqual([]);
  damage(folder);
  const fault = (await checkCourseFolder(folder)).find((one) => faultSentence(one).includes(problem));
  expect(fault).toMatchObject({ file });
  expect(fault?.line).toBeGreaterThan(file.endsWith(".xml") || file === "course.yaml" ? 1 : 0);
});
