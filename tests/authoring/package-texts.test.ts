import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { activitiesOf, withPackageTexts } from "#app/authoring/package-texts.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { writtenLanguages } from "#app/platform/languages.ts";

const courses = join(import.meta.dirname, "../../courses");

function folderOf(course: string): FolderParts {
  const paths = ["activities", "packages"].flatMap((name) =>
    readdirSync(join(courses, course, name), { recursive: true, encoding: "utf8" }).map(
      (path) => `${name}/${path}`,
    ),
  );
  const files = paths.filter((path) => statSync(join(courses, course, path)).isFile());
  return new Map(
    files.map((path) => [path, { path, text: readFileSync(join(courses, course, path), "utf8") }]),
  );
}

const textAt = (parts: FolderParts, path: string) => {
  const part = parts.get(path);
  return part && "text" in part ? part.text : "";
};

test.each(["ai-abuse", "digital-safety", "takedown"])(
  "texts of %s that nobody has changed leave every byte of the packages as it is",
  async (course) => {
    const before = folderOf(course);
    expect(activitiesOf(before)).toHaveLength(2);
    for (const activity of activitiesOf(before)) {
      for (const tag of writtenLanguages)
        expect(await withPackageTexts(before, activity, tag)).toEqual(before);
    }
  },
);

test("a changed text is in the package, also in the languages made from it and based on it", async () => {
  const parts = folderOf("ai-abuse");
  const write = (path: string, from: RegExp, to: string) =>
    parts.set(path, { path, text: textAt(parts, path).replace(from, to) });
  write("activities/by-noon/sr-Cyrl.yaml", /^title: .*$/m, 'title: "Други наслов"');
  const conversation = textAt(
    await withPackageTexts(parts, "by-noon", "sr-Cyrl"),
    "packages/by-noon/content/content.json",
  );
  expect(conversation).toContain('"title": "Други наслов"');
  expect(conversation).toContain('"title": "Drugi naslov"');

  write("activities/clip-before-the-hearing/bs.yaml", /^title: .*$/m, 'title: "Drugi snimak"');
  const after = await withPackageTexts(parts, "clip-before-the-hearing", "bs");
  for (const tag of ["bs", "cnr"]) {
    expect(textAt(after, `packages/clip-before-the-hearing/texts/${tag}.js`)).toContain("Drugi snimak");
  }
});
