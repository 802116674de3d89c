import { expect, test } from "vitest";

import { enrolByEmail } from "#app/learning/enrol.server.ts";
import { listEnrolments } from "#app/learning/enrolment-list.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

async function trainerOfCourse() {
  await publishedCourse();
  const vera = await trainer();
  await addTrainer(await administrator(), courseSlug, vera.id);
  return vera;
}

test("a pasted list enrols people who are here and invites those who are not, once each", async () => {
  const vera = await trainerOfCourse();
  const here = await learner({ email: "here@example.org" });
  const text = "HERE@example.org\n\nNew Person <new@example.org>; new@example.org";
  expect(await enrolByEmail(vera, courseSlug, { text, language: "sr-Cyrl" })).toEqual({
    ok: true,
    enrolled: ["here@example.org"],
    invited: ["new@example.org"],
    already: [],
  });
  const rows = await listEnrolments(vera, courseSlug);
  expect(rows.map(({ learner: { id } }) => id)).toContain(here.id);
  const mails = await db.outgoingMail.findMany({ orderBy: { template: "asc" }, select: { template: true } });
  expect(mails).toEqual([{ template: "enrolment" }, { template: "invitation" }]);
  expect(await enrolByEmail(vera, courseSlug, { text, language: "en" })).toMatchObject({
    enrolled: [],
    invited: [],
  });
  expect(await db.outgoingMail.count()).toBe(2);
});

test("one bad address and nothing is written; every bad one is named with its line", async () => {
  const vera = await trainerOfCourse();
  const before = await db.user.count();
  const report = await enrolByEmail(vera, courseSlug, {
    text: "good@example.org\nnot an address\nalso@good.example\n@",
    language: "en",
  });
  expect(report).toEqual({
    ok: false,
    faults: [
      { line: 2, text: "not an address", key: "account.notAnEmail" },
      { line: 4, text: "@", key: "account.notAnEmail" },
    ],
  });
  expect(await db.user.count()).toBe(before);
});

test("only those who teach the course may enrol", async () => {
  await publishedCourse();
  const input = { text: "a@example.org", language: "en" } as const;
  await expect(enrolByEmail(await learner(), courseSlug, input)).rejects.toMatchObject({ status: 403 });
  await expect(enrolByEmail(await trainer(), courseSlug, input)).rejects.toMatchObject({ status: 404 });
});
