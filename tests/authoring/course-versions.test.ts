import { expect, test } from "vitest";

import { courseVersions } from "#app/authoring/course-versions.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import { compareTexts } from "#app/authoring/text-comparison.ts";
import { compareVersions } from "#app/authoring/version-comparison.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { administrator, learner } from "#tests/builders/people.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

const same = (text: string) => [{ text, isChanged: false }];

test("of two texts the lines that differ are shown, with the words in them and the lines around them", () => {
  const before = "one\ntwo\nthree\nfour\nfive\nThe old end.\n";
  const after = "one\ntwo\nthree\nfour\nfive\nThe new end.\nAnd more.\n";
  expect(compareTexts(before, after)).toEqual([
    { same: 4 },
    { before: same("five\n"), after: same("five\n") },
    {
      before: [
        { text: "The ", isChanged: false },
        { text: "old", isChanged: true },
        { text: " end.\n", isChanged: false },
      ],
      after: [
        { text: "The ", isChanged: false },
        { text: "new", isChanged: true },
        { text: " end.\n", isChanged: false },
        { text: "And more.\n", isChanged: true },
      ],
    },
  ]);
  expect(compareTexts("", "All new.")).toEqual([
    { before: [], after: [{ text: "All new.", isChanged: true }] },
  ]);
  expect(compareTexts("Same.", "Same.")).toEqual([{ same: 1 }]);
});

test("versions are listed with where they come from and who is on them, and what changed in a draft is shown before and after it is published", async () => {
  const { vera, course } = await taughtCourse();
  const ana = await learner();
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, ana.id));
  await beginDraft(vera, courseSlug);
  const draft = await requireDraft(vera, courseSlug);
  const path = "lessons/accounts/en.md";
  const written = await readDraftText(draft, path);
  if (!written) throw new Error("no lesson");
  const text = `${written.text}\nA last sentence.\n`;
  await writeDraftText(vera, draft, path, { text, basis: written.basis });

  const number = String(course.number);
  const inDraft = await compareVersions(vera, courseSlug, { from: number, to: "draft" }, "en");
  expect(inDraft.to).toBeNull();
  expect(inDraft.groups).toMatchObject([
    { group: "lessons", files: [{ path, change: "changed", language: "en" }] },
  ]);
  expect(JSON.stringify(inDraft.groups[0]?.files[0]?.rows)).toContain("A last sentence.");

  await publishDraft(vera, courseSlug, { publication: newId(), learners: "stay", anyway: "yes" });
  const { versions } = await courseVersions(vera, courseSlug, "en");
  expect(versions.slice(0, 2)).toMatchObject([
    { number: course.number + 1, origin: "draft", learners: 0, isCurrent: true },
    { number: course.number, origin: "folder", learners: 1, isCurrent: false },
  ]);
  const to = String(course.number + 1);
  const { groups } = await compareVersions(vera, courseSlug, { from: number, to }, "en");
  expect(groups.map(({ group }) => group)).toEqual(["lessons", "outline"]);

  // Back to what it was: begun from the earlier version, the next one says what that said.
  await beginDraft(vera, courseSlug, number);
  const back = await compareVersions(vera, courseSlug, { from: number, to: "draft" }, "en");
  expect(back.groups).toEqual([]);
  const again = { publication: newId(), learners: "stay", anyway: "yes" } as const;
  expect(await publishDraft(vera, courseSlug, again)).toMatchObject({ faults: [], warnings: [] });
  expect((await courseVersions(vera, courseSlug, "en")).versions[0]).toMatchObject({
    number: course.number + 2,
    origin: "draft",
  });
  await expect(compareVersions(vera, courseSlug, { from: number, to: "99" }, "en")).rejects.toThrow(
    NotFoundError,
  );
});
