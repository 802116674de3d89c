import { text } from "node:stream/consumers";

import { expect, test } from "vitest";

import { sweepUnheldAnswerFiles } from "#app/assessment/answer-file-sweep.server.ts";
import { answerFileKey, answerFolder } from "#app/assessment/answer-file.ts";
import { answerWithFile, ownAnswerFile } from "#app/assessment/answer-file.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { gradedFile } from "#app/assessment/grading-page.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { clock, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";
import { hasFile, listFiles } from "#app/platform/storage.server.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";
import { attemptRow, waitingTasks } from "#tests/builders/grading.ts";
import { administrator } from "#tests/builders/people.ts";
import type { GivenQuestion } from "#tests/builders/questions.ts";
import { courseWithQuiz, learnerIn, trainerOf } from "#tests/builders/quizzes.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const pdf = "%PDF-1.7\n1 0 obj\n";
const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

async function courseWithFile(given: Partial<Extract<GivenQuestion, { type: "file" }>> = {}) {
  return courseWithQuiz({
    settings: { anonymousGrading: true },
    questions: [
      {
        id: "file",
        type: "file",
        accept: ["pdf", "image", "document", "text"],
        maxMegabytes: 0.01,
        rubric: [{ id: "what", levels: [0, 1] }],
        ...given,
      },
    ],
  });
}

async function begun(course: PublishedCourse) {
  const actor = await learnerIn(course);
  const { number } = await startAttempt(actor, course.slug, "quiz");
  return { actor, place: { courseSlug: course.slug, activityId: "quiz", number } };
}

/** Sends a file as a browser's form does. */
function send(
  actor: Actor,
  place: Parameters<typeof answerWithFile>[1],
  content: string | Buffer | null,
  name = "Ana Primer.pdf",
) {
  const form = new FormData();
  form.set("note", "another field");
  form.set(
    "file",
    content === null ? new File([], "") : new File([new Uint8Array(Buffer.from(content))], name),
  );
  const request = new Request("http://localhost/file", { method: "POST", body: form });
  return answerWithFile(actor, place, 1, (limits, take) => withSentForm(request, limits, take));
}

async function keptFiles(enrolmentId: string) {
  const keys: string[] = [];
  for await (const { key } of listFiles(`${answerFolder}/${enrolmentId}`)) keys.push(key);
  return keys;
}

test("a file is kept without its name, for the learner and for graders only, and graded like an essay", async () => {
  const course = await courseWithFile();
  const grader = await trainerOf(course);
  const { actor, place } = await begun(course);
  expect(await send(actor, place, pdf)).toBeNull();
  const { items, enrolmentId } = await attemptRow(actor, course);
  expect(items[0]?.response).toMatchObject({ file: { name: "answer.pdf", contentType: "application/pdf" } });
  expect(JSON.stringify(items)).not.toContain("Primer");

  await submitAttempt(actor, course.slug, "quiz", place.number);
  const own = await ownAnswerFile(actor, place, 1);
  expect(await text(own.content)).toBe(pdf);
  const [task] = await waitingTasks(grader, course);
  const forGrader = await gradedFile(grader, course.slug, task!.id);
  expect(forGrader.name).toBe(`${task!.code}-1.pdf`);
  expect(await text(forGrader.content)).toBe(pdf);
  await expect(ownAnswerFile(await learnerIn(course), place, 1)).rejects.toMatchObject({ status: 404 });
  await expect(gradedFile(actor, course.slug, task!.id)).rejects.toMatchObject({ status: 403 });
  const other = await courseWithFile();
  await expect(gradedFile(await administrator(), other.slug, task!.id)).rejects.toMatchObject({
    status: 404,
  });
  expect(await keptFiles(enrolmentId)).toHaveLength(1);
  expect((await personalData(actor)).answerFiles).toEqual([
    {
      address: `/learn/${course.slug}/quizzes/quiz/attempts/1/questions/1/file`,
      sha256: (items[0]?.response as { file: { sha256: string } }).file.sha256,
      bytes: pdf.length,
    },
  ]);
});

test("a better file takes the place of the first, which is deleted; after submission there is no other", async () => {
  const course = await courseWithFile();
  const { actor, place } = await begun(course);
  await send(actor, place, pdf);
  await send(actor, place, pdf);
  const { enrolmentId } = await attemptRow(actor, course);
  const [first] = await keptFiles(enrolmentId);
  expect(await send(actor, place, png)).toBeNull();
  expect(await keptFiles(enrolmentId)).not.toContain(first);
  await submitAttempt(actor, course.slug, "quiz", place.number);
  await expect(send(actor, place, pdf)).rejects.toMatchObject({ key: "quiz.submittedAlready" });
  expect(await keptFiles(enrolmentId)).toHaveLength(1);
});

const office = {
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": "<Relationships/>",
  "word/document.xml": "<w:document/>",
};
const zip = (files: Record<string, string>) =>
  zipBytes(Object.entries(files).map(([name, content]) => ({ name, content })));

test.each<[string, string | Buffer | null, string | null]>([
  ["a picture that is called a document", png, null],
  ["plain text in Cyrillic", "Прво бих зауставио ширење.\n", null],
  ["a Word document", zip(office), null],
  [
    "an OpenDocument text",
    zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" }),
    null,
  ],
  ["nothing", null, "missing"],
  ["an empty file", "", "empty"],
  ["a web page", "<!doctype html><script>alert(1)</script>", "wrongKind"],
  ["a drawing that may hold script", '<svg xmlns="http://www.w3.org/2000/svg"/>', "wrongKind"],
  ["a program", Buffer.from("4d5a9000", "hex"), "wrongKind"],
  ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x41]), "wrongKind"],
  ["an archive of anything", zip({ "a.exe": "x" }), "wrongKind"],
  ["half an archive", zip(office).subarray(0, 60), "wrongKind"],
  ["a document with macros", zip({ ...office, "word/vbaProject.bin": "x" }), "hasMacros"],
  ["more than the question takes", pdf + "x".repeat(10_000), "tooLarge"],
])("%s is judged by its content", async (_name, content, fault) => {
  const course = await courseWithFile();
  const { actor, place } = await begun(course);
  expect(await send(actor, place, content, "answer.docx")).toBe(fault);
  const { enrolmentId } = await attemptRow(actor, course);
  expect(await keptFiles(enrolmentId)).toHaveLength(fault ? 0 : 1);
});

test("a question that asks for a PDF takes no picture", async () => {
  const { actor, place } = await begun(await courseWithFile({ accept: ["pdf"] }));
  expect(await send(actor, place, png)).toBe("wrongKind");
});

test("what is no form of a file is refused, and leaves nothing behind", async () => {
  const course = await courseWithFile();
  const { actor, place } = await begun(course);
  const bodies: [string, string][] = [
    ["text/plain", "hello"],
    ["multipart/form-data", "no boundary"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nbroken',
    ],
    ["multipart/form-data; boundary=x", `--x\r\nX-Long: ${"a".repeat(30_000)}`],
  ];
  for (const [type, body] of bodies) {
    const request = new Request("http://localhost/", {
      method: "POST",
      body,
      headers: { "Content-Type": type },
    });
    const taking = answerWithFile(actor, place, 1, (limits, take) => withSentForm(request, limits, take));
    await expect(taking).rejects.toMatchObject({ status: 400 });
  }
  expect(await keptFiles("../incoming")).toEqual([]);
});

test("files of people who are gone, and what a crash left behind, are swept; held ones stay", async () => {
  const course = await courseWithFile();
  const [stays, leaves] = [await begun(course), await begun(course)];
  for (const { actor, place } of [stays, leaves]) await send(actor, place, pdf);
  const keyOf = async (actor: Actor) => {
    const { enrolmentId, items } = await attemptRow(actor, course);
    return answerFileKey(enrolmentId, (items[0]?.response as { file: { sha256: string } }).file.sha256);
  };
  const [kept, gone] = [await keyOf(stays.actor), await keyOf(leaves.actor)];
  await db.user.delete({ where: { id: leaves.actor.id } });
  expect(await sweepUnheldAnswerFiles()).toBe(0);
  const { now } = clock;
  clock.now = () => new Date(now().getTime() + hours(2));
  try {
    await sweepUnheldAnswerFiles();
  } finally {
    clock.now = now;
  }
  expect(await hasFile(gone)).toBe(false);
  expect(await hasFile(kept)).toBe(true);
});
