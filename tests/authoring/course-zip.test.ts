import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { submitQuestion } from "#app/assessment/bank-editor.server.ts";
import { editorPage } from "#app/assessment/bank-pages.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { courseZip } from "#app/authoring/course-zip.server.ts";
import { publishActivity, publishCourse } from "#app/authoring/publication.server.ts";
import { newCourseForm } from "#app/authoring/publication-form.ts";
import type { Actor } from "#app/identity/actor.ts";
import { withCourseArchive } from "#app/library/course-archive.server.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { courseFile, textFile } from "#app/library/course-format.ts";
import { filesIn } from "#app/library/folder-files.server.ts";
import { newId } from "#app/platform/id.ts";
import { bankOf, sentForm } from "#tests/builders/banks.ts";
import { archive } from "#tests/builders/archives.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { activityFormOf, uploadedPackage } from "#tests/builders/packages.ts";
import { learner, trainer } from "#tests/builders/people.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

const workshop = scratchFolder("zips");

async function zipped(actor: Actor, slug: string): Promise<string> {
  const path = join(workshop, `${newId()}.zip`);
  await pipeline((await courseZip(actor, slug)).content, createWriteStream(path));
  return path;
}

/** Runs `work` with the folder that an archive of the course holds. */
async function unzipped<Result>(actor: Actor, slug: string, work: (directory: string) => Promise<Result>) {
  const outcome = await withCourseArchive(await zipped(actor, slug), "course.zip", ({ directory }) =>
    work(directory),
  );
  if ("refusal" in outcome) throw new Error(outcome.refusal.key);
  return outcome.result;
}

function contentOf(directory: string): Map<string, string> {
  return new Map(
    filesIn(directory, ".").map((path) => [path, readFileSync(join(directory, path), "base64")]),
  );
}

test("a course that nobody has changed comes out of its archive byte for byte", async () => {
  const { folder, vera } = await taughtCourse();
  await unzipped(vera, courseSlug, async (directory) => {
    expect(contentOf(directory)).toEqual(contentOf(folder));
    expect(await importCourse(directory)).toMatchObject({ isNew: false });
  });
});

test("what trainers have changed in the browser is in the archive, and the next archive is the same", async () => {
  const { folder, course, vera } = await taughtCourse();
  const { packageId } = await uploadedPackage(vera);
  await publishActivity(vera, { packageId, number: 1 }, courseSlug, activityFormOf({}));
  const { bankId, questionId } = await bankOf(course, "C1L1-1");
  const { fields } = await editorPage(vera, bankId, questionId, null);
  const outcome = await submitQuestion(
    vera,
    bankId,
    questionId,
    null,
    sentForm({ ...fields, q: "What is new here?" }),
  );
  expect(outcome).toMatchObject({ kind: "saved" });

  await unzipped(vera, courseSlug, async (directory) => {
    expect(await checkCourseFolder(directory)).toEqual([]);
    const read = (path: string): unknown => parse(readFileSync(join(directory, path), "utf8"));
    const { outline } = courseFile.parse(read("course.yaml"));
    const added = outline[outline.findIndex(({ id }) => id === "what-it-is-quiz") + 1];
    expect(added).toMatchObject({ id: "safe-passwords", kind: "package", isUploaded: false });
    const [en, sr] = ["en", "sr-Cyrl"].map((tag) => textFile.parse(read(`text/${tag}.yaml`)));
    expect(en?.activities["safe-passwords"]?.title).toBe("Safe passwords");
    expect(sr?.activities["safe-passwords"]?.title).toBe("Безбедне лозинке");
    expect(en?.questions["C1L1-1"]?.q).toBe("What is new here?");
    expect(sr?.questions["C1L1-1"]?.q).toBe(
      (
        textFile.parse(parse(readFileSync(join(folder, "text/sr-Cyrl.yaml"), "utf8"))).questions[
          "C1L1-1"
        ] ?? { q: "" }
      ).q,
    );
    // Whatever nobody has touched stays as it was.
    for (const [path, content] of contentOf(folder)) {
      if (["course.yaml", "text/en.yaml", "text/sr-Cyrl.yaml"].includes(path)) continue;
      expect(readFileSync(join(directory, path), "base64"), path).toBe(content);
    }

    const first = contentOf(directory);
    expect(await importCourse(directory)).toMatchObject({ isNew: true });
    await unzipped(vera, courseSlug, async (again) => expect(contentOf(again)).toEqual(first));
  });
});

test("a course that was made of one package in the browser is a whole folder too", async () => {
  const vera = await trainer();
  const { packageId } = await uploadedPackage(vera);
  const { courseSlug: slug } = await publishCourse(
    vera,
    { packageId, number: 1 },
    newCourseForm.parse({
      publication: newId(),
      title: "Safe passwords",
      summary: "How to choose them.",
      objectives: "Choose a password",
      contentNote: "Nothing that hurts.",
      minutes: "20",
      complete: "auto",
      scoring: "best",
      attempts: "",
    }),
  );
  await unzipped(vera, slug, async (directory) => {
    expect(await checkCourseFolder(directory)).toEqual([]);
    expect(filesIn(directory, "packages")).toContain(`packages/safe-passwords/imsmanifest.xml`);
  });
});

test("an archive without a course is refused with the reason, and nobody else gets a course's archive", async () => {
  await taughtCourse();
  const refused = await withCourseArchive(archive({ "readme.txt": "nothing" }), "x.zip", () =>
    Promise.resolve(),
  );
  expect(refused).toMatchObject({ refusal: { key: "drafts.refusedNoCourse" } });
  const nameless = archive({ "course.yaml": "id: ../../etc" });
  expect(await withCourseArchive(nameless, "x.zip", () => Promise.resolve())).toMatchObject({
    refusal: { key: "drafts.refusedNoCourseId" },
  });
  await expect(courseZip(await trainer(), courseSlug)).rejects.toMatchObject({ status: 404 });
  await expect(courseZip(await learner(), courseSlug)).rejects.toMatchObject({ status: 403 });
});
