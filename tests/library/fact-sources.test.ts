import { expect, test } from "vitest";

import { currentSources } from "#app/library/fact-sources.server.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";

test("a tool shows the sources of its facts once the course is published, and none before", async () => {
  expect(await currentSources(courseSlug, ["F72", "F61"])).toEqual([]);
  await publishedCourse();
  const sources = await currentSources(courseSlug, ["F72", "F0", "F61"]);
  expect(sources.map(({ fact }) => fact)).toEqual(["F72", "F61"]);
  expect(sources[0]?.documents.length).toBeGreaterThan(0);
});
