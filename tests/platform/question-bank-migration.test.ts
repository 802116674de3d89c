import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

/** Databases from before the question banks are carried over by SQL alone: tried on one made by the older migrations. */
const migrations = join(import.meta.dirname, "../../prisma/migrations");
const migration = "20261129040000_question-banks";
const name = `carried_${crypto.randomUUID().slice(0, 8)}`;
const admin = new pg.Client({ connectionString: inject("postgresUrl") });
const address = new URL(inject("postgresUrl"));
address.pathname = `/${name}`;
const database = new pg.Client({ connectionString: address.href });

const sqlOf = (folder: string) => readFileSync(join(migrations, folder, "migration.sql"), "utf8");

const question = (id: string, more: object) => ({
  id,
  lesson: "reading",
  points: 1,
  critical: false,
  recheck: false,
  facts: [],
  tags: [],
  ...more,
});
const single = question("Q1", { type: "single", options: ["a", "b"], answer: "a" });
const match = question("Q2", { type: "match", pairs: ["p1", "p2"] });
const dropped = question("Q3", { type: "truefalse", answer: true });
const final = {
  id: "final",
  mode: "test",
  passMark: 80,
  criticalMustBeRight: true,
  attempts: 3,
  draw: { from: ["basics"], count: 2, perLesson: 0, atLeast: [], allCritical: false },
  questions: [],
};
const basics = { id: "basics", mode: "practice", passMark: 0, criticalMustBeRight: false };
const text = (q: string) => ({
  course: { title: "A course" },
  activities: {},
  surveys: {},
  questions: Object.fromEntries(["Q1", "Q2", "Q3"].map((id) => [id, { q: `${id} ${q}`, why: "Because." }])),
});

async function write(table: string, rows: Record<string, unknown>[]) {
  for (const row of rows) {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    await database.query(
      `INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(row),
    );
  }
}

async function rows(sql: string) {
  return (await database.query<Record<string, unknown>>(sql)).rows;
}

/** A course in two versions with a learner on the first, who has tried the test and been granted one more attempt. */
beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  await database.connect();
  for (const folder of readdirSync(migrations).sort()) {
    if (folder >= migration || folder.endsWith(".toml")) continue;
    await database.query(sqlOf(folder));
  }
  const day = "2026-01-01";
  await write("user", [{ id: "ana", email: "ana@example.org", name: "Ana", role: "learner" }]);
  await write("course", [
    { id: "c", slug: "course" },
    { id: "empty", slug: "empty" },
  ]);
  const structures = [
    { quizzes: { basics: { ...basics, questions: [single, match, dropped] }, final } },
    {
      quizzes: {
        basics: { ...basics, questions: [{ ...single, answer: "b" }, match] },
        final: { ...final, passMark: 60 },
      },
    },
  ];
  for (const [index, structure] of structures.entries()) {
    const version = { id: `v${index + 1}`, number: index + 1, structure, label: "1.0.0", content_hash: "h" };
    await write("course_version", [{ ...version, course_id: "c", imported_at: day }]);
    await write("course_text", [
      { course_version_id: version.id, language: "en", text: text("in English") },
      { course_version_id: version.id, language: "sr-Cyrl", text: text("српски") },
      { course_version_id: version.id, language: "sr-Latn", text: text("srpski") },
    ]);
  }
  await database.query(`UPDATE course SET current_version_id = 'v2' WHERE id = 'c'`);
  await write("enrolment", [
    { id: "e", user_id: "ana", course_id: "c", course_version_id: "v1", enrolled_at: day },
  ]);
  await write("attempt", [
    { id: "a", enrolment_id: "e", quiz_id: "final", number: 1, seed: 1, started_at: day },
  ]);
  await write("attempt_item", [
    { attempt_id: "a", position: 1, question_id: "Q3", presentation: "{}", response: "true" },
    { attempt_id: "a", position: 2, question_id: "Q1", presentation: "{}" },
  ]);
  await write("granted_attempt", [{ id: "g", enrolment_id: "e", quiz_id: "final", granted_at: day }]);
  await database.query(sqlOf(migration));
});

afterAll(async () => {
  await database.end();
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await admin.end();
});

test("every course has its bank; questions have a version for each content, and what is no longer asked is retired", async () => {
  expect(await rows(`SELECT title, course_id FROM question_bank ORDER BY course_id`)).toEqual([
    { title: "A course", course_id: "c" },
    { title: "empty", course_id: "empty" },
  ]);
  expect(
    await rows(`
      SELECT q.key, c.path, v.number, v.structure->>'answer' AS answer, v.id = q.current_version_id AS current,
             q.retired_at IS NOT NULL AS retired
      FROM bank_question q JOIN question_category c ON c.id = q.category_id
      JOIN question_version v ON v.question_id = q.id ORDER BY q.key, v.number`),
  ).toEqual([
    { key: "Q1", path: "basics", number: 1, answer: "a", current: false, retired: false },
    { key: "Q1", path: "basics", number: 2, answer: "b", current: true, retired: false },
    { key: "Q2", path: "basics", number: 1, answer: null, current: true, retired: false },
    { key: "Q3", path: "basics", number: 1, answer: "true", current: true, retired: true },
  ]);
  expect(
    await rows(`
      SELECT t.language, t.text->>'q' AS q FROM question_text t JOIN question_version v ON v.id = t.version_id
      JOIN bank_question b ON b.id = v.question_id WHERE b.key = 'Q2' ORDER BY 1`),
  ).toEqual([
    { language: "en", q: "Q2 in English" },
    { language: "sr-Cyrl", q: "Q2 српски" },
    { language: "sr-Latn", q: "Q2 srpski" },
  ]);
  expect(await rows(`SELECT 1 FROM course_version WHERE structure ? 'quizzes'`)).toEqual([]);
  expect(await rows(`SELECT 1 FROM course_text WHERE text ? 'questions'`)).toEqual([]);
});

test("learners on each version of the course take the quiz that it had", async () => {
  expect(
    await rows(`
      SELECT c.course_version_id AS version, c.slug, v.settings->>'passMark' AS mark, v.settings->>'layout' AS layout,
             (SELECT count(*)::int FROM quiz_item i WHERE i.quiz_version_id = v.id) AS items
      FROM course_quiz c JOIN quiz_version v ON v.id = c.quiz_version_id ORDER BY 1, 2`),
  ).toEqual([
    { version: "v1", slug: "basics", mark: "0", layout: "one", items: 3 },
    { version: "v1", slug: "final", mark: "80", layout: "one", items: 0 },
    { version: "v2", slug: "basics", mark: "0", layout: "one", items: 2 },
    { version: "v2", slug: "final", mark: "60", layout: "one", items: 0 },
  ]);
});

test("attempts keep the questions in the versions they were asked, their answers and their grants", async () => {
  expect(
    await rows(`
      SELECT q.slug, v.settings->>'passMark' AS mark, i.position, b.key, x.number, i.response
      FROM attempt a JOIN quiz q ON q.id = a.quiz_id JOIN quiz_version v ON v.id = a.quiz_version_id
      JOIN attempt_item i ON i.attempt_id = a.id JOIN question_version x ON x.id = i.question_version_id
      JOIN bank_question b ON b.id = x.question_id ORDER BY i.position`),
  ).toEqual([
    { slug: "final", mark: "80", position: 1, key: "Q3", number: 1, response: true },
    { slug: "final", mark: "80", position: 2, key: "Q1", number: 1, response: null },
  ]);
  expect(await rows(`SELECT q.slug FROM granted_attempt g JOIN quiz q ON q.id = g.quiz_id`)).toEqual([
    { slug: "final" },
  ]);
});
