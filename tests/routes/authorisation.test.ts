import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { beforeAll, expect, test } from "vitest";

import type { Actor } from "#app/identity/actor.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { publishActivity } from "#app/authoring/publication.server.ts";
import { addLanguage } from "#app/authoring/workbench-languages.server.ts";
import { startSession } from "#app/identity/session.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { openLaunch } from "#app/players/launch.server.ts";
import { placeAt } from "#app/players/place.ts";
import { readLesson } from "#tests/builders/attempts.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { courseWithAssignment } from "#tests/builders/assignments.ts";
import { courseWithSession, givenDate, meeting } from "#tests/builders/live-sessions.ts";
import { bankOf } from "#tests/builders/banks.ts";
import { activityFormOf, uploadedPackage } from "#tests/builders/packages.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";
import { lookedAtCourse } from "#tests/builders/foreign-courses.ts";
import { enrolIn, publishedUnits, unitCourse } from "#tests/builders/unit-course.ts";

/**
 * Every route asked by everybody. "in" is an answer (2xx, a refused form, or a redirect that is not to the sign-in
 * page), "sign-in" a redirect there, otherwise the status. The build's own list of routes has to be covered: a new
 * route fails this test until somebody says who may see it.
 */
const everybody = {
  nobody: "in",
  learner: "in",
  other: "in",
  trainer: "in",
  ownTrainer: "in",
  administrator: "in",
};
const signedIn = { ...everybody, nobody: "sign-in" };
const enrolledOnly = {
  nobody: "sign-in",
  learner: "in",
  other: 404,
  trainer: 404,
  ownTrainer: 404,
  administrator: 404,
};
const teachersOnly = {
  nobody: "sign-in",
  learner: 403,
  other: 403,
  trainer: 404,
  ownTrainer: "in",
  administrator: "in",
};
const staff = {
  nobody: "sign-in",
  learner: 403,
  other: 403,
  trainer: "in",
  ownTrainer: "in",
  administrator: "in",
};
const administrators = {
  nobody: "sign-in",
  learner: 403,
  other: 403,
  trainer: 403,
  ownTrainer: 403,
  administrator: "in",
};
const nobodyAtAll = {
  nobody: 404,
  learner: 404,
  other: 404,
  trainer: 404,
  ownTrainer: 404,
  administrator: 404,
};

/** Addresses that only take writes. */
const nothingToRead = {
  nobody: 400,
  learner: 400,
  other: 400,
  trainer: 400,
  ownTrainer: 400,
  administrator: 400,
};
/** Asked by scripts, which are never led to the sign-in page. */
const enrolledScripts = { ...enrolledOnly, nobody: 401 };

const noSuchForTeachers = { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never;
/** 422: the form is answered, with its faults. */
const incompleteForTeachers = { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never;

type Expectation = typeof everybody | typeof enrolledOnly | typeof nobodyAtAll;

const matrix: Record<string, Expectation> = {
  "": everybody,
  language: everybody,
  safety: everybody,
  privacy: everybody,
  jurisdictions: everybody,
  tools: everybody,
  "tools/safe-contact": everybody,
  "tools/clean-up": everybody,
  "tools/triage": everybody,
  "tools/notice": everybody,
  "tools/evidence": everybody,
  "tools/provenance": everybody,
  accessibility: everybody,
  "certificates/:serial": nobodyAtAll,
  "messages/:language/:bundle": everybody,
  "*": nobodyAtAll,
  "sign-in": everybody,
  "sign-out": everybody,
  "setup/:token": nobodyAtAll,
  "invitations/:token": nobodyAtAll,
  "password-reset": everybody,
  "password-reset/:token": nobodyAtAll,
  account: signedIn,
  "account/password": signedIn,
  "account/session-mails": everybody,
  "account/sessions": everybody,
  "account/data.json": signedIn,
  "account/calendar": signedIn,
  // An address that nobody was given; a right one needs no cookie.
  "calendar/:token/sessions.ics": nobodyAtAll,
  learn: signedIn,
  "learn/:course": enrolledOnly,
  "learn/:course/progress": enrolledOnly,
  "learn/:course/lessons/:activity": enrolledOnly,
  "learn/:course/lessons/:activity/print": enrolledOnly,
  "learn/:course/lessons/:activity/:page": enrolledOnly,
  "learn/:course/quizzes/:activity": enrolledOnly,
  "learn/:course/quizzes/:activity/attempts.csv": enrolledOnly,
  "learn/:course/quizzes/:activity/attempts/:number": enrolledOnly,
  // The attempt there shows one question a page.
  "learn/:course/quizzes/:activity/attempts/:number/questions": { ...enrolledOnly, learner: 404 } as never,
  "learn/:course/quizzes/:activity/attempts/:number/questions/:position": enrolledOnly,
  "learn/:course/quizzes/:activity/attempts/:number/questions/:position/answer": enrolledScripts as never,
  "learn/:course/quizzes/:activity/attempts/:number/questions/:position/file": {
    ...enrolledOnly,
    learner: 404,
  } as never,
  "learn/:course/quizzes/:activity/attempts/:number/summary": enrolledOnly,
  "learn/:course/quizzes/:activity/attempts/:number/result": { ...enrolledOnly, learner: 409 } as never,
  "learn/:course/assignments/:activity": enrolledOnly,
  // The step of the matrix is a lesson; tests/authoring/materials.test.ts has the others.
  "learn/:course/materials/:activity": { ...enrolledOnly, learner: 404 } as never,
  "learn/:course/time/:activity": nothingToRead as never,
  "learn/:course/surveys/:activity": { ...enrolledOnly, learner: 409 } as never,
  "learn/:course/sessions/:activity": enrolledOnly,
  "learn/:course/sessions/:activity/:date/calendar.ics": enrolledOnly,
  "learn/:course/packages/:activity": enrolledOnly,
  "learn/:course/packages/:activity/player": enrolledOnly,
  "learn/:course/packages/:activity/launches": nothingToRead as never,
  "learn/:course/packages/:activity/attempts.csv": enrolledOnly,
  "learn/:course/packages/:activity/attempts/:number/log": enrolledOnly,
  "learn/:course/packages/:activity/attempts/:number/log.json": enrolledOnly,
  "learn/launches/:launch/renewal": nothingToRead as never,
  "learn/launches/:launch/end": nothingToRead as never,
  "learn/:course/version": enrolledOnly,
  "learn/:course/certificate": enrolledOnly,
  "learn/:course/certificate.pdf": { ...enrolledOnly, learner: 404 } as never,
  "media/:sha256": { ...nobodyAtAll, nobody: "sign-in" } as never,
  teach: staff as never,
  "teach/imports": staff as never,
  // It belongs to the trainer who sent it, and to no administrator.
  "teach/imports/:upload": { ...teachersOnly, administrator: 404 } as never,
  "teach/archived": staff as never,
  "teach/packages": staff as never,
  "teach/packages/:package": teachersOnly as never,
  "teach/packages/:package/:version/tryout": teachersOnly as never,
  "teach/packages/:package/:version/courses/:course": teachersOnly as never,
  "teach/packages/:package/:version/courses/:course/replacement": teachersOnly as never,
  "teach/packages/:package/:version/course": teachersOnly as never,
  "teach/banks": staff as never,
  "teach/banks/uploads/:token": { ...staff, trainer: 404, ownTrainer: 404, administrator: 404 } as never,
  "teach/banks/:bank": teachersOnly as never,
  "teach/banks/:bank/settings": { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  "teach/banks/:bank/import": teachersOnly as never,
  "teach/banks/:bank/export": teachersOnly as never,
  "teach/banks/:bank/export/:format": teachersOnly as never,
  "teach/banks/:bank/new": teachersOnly as never,
  "teach/banks/:bank/questions/:question": teachersOnly as never,
  "teach/banks/:bank/questions/:question/edit": teachersOnly as never,
  "teach/banks/:bank/questions/:question/versions": teachersOnly as never,
  "teach/banks/:bank/questions/:question/preview": teachersOnly as never,
  "teach/:course": teachersOnly as never,
  "teach/:course/gain.csv": teachersOnly as never,
  "teach/:course/quizzes/:quiz/statistics": teachersOnly as never,
  "teach/:course/quizzes/:quiz/statistics/items.csv": teachersOnly as never,
  "teach/:course/quizzes/:quiz/statistics/questions/:version": noSuchForTeachers,
  "teach/:course/quizzes/:quiz/statistics/questions/:version/:file": noSuchForTeachers,
  "teach/:course/quizzes/:quiz/similar": teachersOnly as never,
  "teach/:course/quizzes/:quiz/similar.csv": teachersOnly as never,
  "teach/:course/bank": teachersOnly as never,
  "teach/:course/survey.csv": teachersOnly as never,
  "teach/:course/enrolments": teachersOnly as never,
  "teach/:course/enrolments.csv": teachersOnly as never,
  "teach/:course/enrolments/:enrolment/accommodations": noSuchForTeachers,
  "teach/:course/sessions": teachersOnly as never,
  "teach/:course/sessions/:activity/new": teachersOnly as never,
  "teach/:course/sessions/:activity/:date": teachersOnly as never,
  "teach/:course/sessions/:activity/:date/attendance": teachersOnly as never,
  "teach/:course/sessions/:activity/:date/attendance.csv": teachersOnly as never,
  "teach/:course/quizzes": teachersOnly as never,
  "teach/:course/quizzes/new": teachersOnly as never,
  "teach/:course/quizzes/:quiz": teachersOnly as never,
  "teach/:course/quizzes/:quiz/questions": teachersOnly as never,
  "teach/:course/quizzes/:quiz/place": teachersOnly as never,
  "teach/:course/grading": teachersOnly as never,
  "teach/:course/grading/:task": noSuchForTeachers,
  "teach/:course/grading/:task/file": noSuchForTeachers,
  "teach/:course/quizzes/:quiz/regrade": teachersOnly as never,
  "teach/:course/assignments/:assignment": teachersOnly as never,
  "teach/:course/draft/assignments/new": teachersOnly as never,
  "teach/:course/preview": teachersOnly as never,
  "teach/:course/preview/lessons/:activity/:page": teachersOnly as never,
  "teach/:course/preview/quizzes/:activity": teachersOnly as never,
  "teach/:course/preview/assignments/:activity": teachersOnly as never,
  "teach/:course/preview/materials/:activity": noSuchForTeachers,
  "teach/:course/preview/surveys/:activity": teachersOnly as never,
  "teach/:course/preview/sessions/:activity": teachersOnly as never,
  "teach/:course/preview/packages/:activity": teachersOnly as never,
  "teach/:course/preview/certificate.pdf": teachersOnly as never,
  "teach/:course/packages/:activity": teachersOnly as never,
  "teach/:course/packages/:activity/:file": teachersOnly as never,
  "teach/:course/packages/:activity/learners/:enrolment/attempts/:number/log": teachersOnly as never,
  "teach/:course/packages/:activity/learners/:enrolment/attempts/:number/log.json": teachersOnly as never,
  "teach/:course/draft": teachersOnly as never,
  "teach/:course/draft/lessons/:lesson/:language": teachersOnly as never,
  "teach/:course/draft/media": teachersOnly as never,
  "teach/:course/draft/lessons/:lesson/:language/text": { ...teachersOnly, nobody: 401 } as never,
  "teach/:course/draft/outline": teachersOnly as never,
  "teach/:course/draft/outline/:activity": teachersOnly as never,
  "teach/:course/draft/outline/:activity/move": teachersOnly as never,
  // Its lesson is nobody's copy.
  "teach/:course/draft/outline/:activity/original": noSuchForTeachers,
  "teach/:course/draft/shared-lesson": teachersOnly as never,
  "teach/:course/draft/new-section": teachersOnly as never,
  // Its outline has no sections.
  "teach/:course/draft/sections/:section": noSuchForTeachers,
  "teach/:course/draft/texts/:language": teachersOnly as never,
  "teach/:course/draft/terms": teachersOnly as never,
  "teach/:course/draft/captions/:name": { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  "teach/new": staff as never,
  "teach/help/:topic": staff as never,
  "teach/:course/draft/translations": teachersOnly as never,
  "teach/:course/draft/translations/:language.xlf": teachersOnly as never,
  "teach/:course/draft/translations/:language/:lesson?": teachersOnly as never,
  "teach/:course/draft/translations/:language/activities/:activity": noSuchForTeachers,
  "teach/:course/draft/translation-questions/:language": teachersOnly as never,
  "teach/:course/draft/translation-import": teachersOnly as never,
  "teach/:course/draft/comments": teachersOnly as never,
  "teach/:course/versions": teachersOnly as never,
  "teach/:course/versions/:from/:to": teachersOnly as never,
  "teach/:course/availability": teachersOnly as never,
  "teach/:course/folder.zip": teachersOnly as never,
  "teach/:course/review": teachersOnly as never,
  "teach/:course/translations": teachersOnly as never,
  "teach/:course/exports": teachersOnly as never,
  "teach/:course/exports/:format/:language": teachersOnly as never,
  "teach/:course/team": administrators as never,
  admin: administrators as never,
  "admin/overview/:file": administrators as never,
  "admin/people": administrators as never,
  "admin/people.csv": administrators as never,
  "admin/people/invitations": administrators as never,
  "admin/people/:id": administrators as never,
  "admin/people/:id/audit.csv": administrators as never,
  "admin/certificates": administrators as never,
  "admin/certificates.csv": administrators as never,
  "admin/support-lines": administrators as never,
  "admin/support-lines/new": administrators as never,
  "admin/support-lines/:id": { ...administrators, administrator: 404 } as never,
  "admin/jobs": administrators as never,
  "admin/jobs/:file": administrators as never,
  "admin/outbox": administrators as never,
  "admin/outbox.csv": administrators as never,
  "admin/outbox/:mail": { ...administrators, administrator: 404 } as never,
};

const build = (await import(
  pathToFileURL(join(import.meta.dirname, "../../build/server/index.js")).href
)) as ServerBuild;
const handle = createRequestHandler(build, "production");
const people = {} as Record<keyof typeof everybody, Actor | null>;
let anyPersonId = "";
let packageId = "";
let bankId = "";
let questionId = "";
let launchId = "";
let unitEnrolmentId = "";
let assignmentCourse = "";
let sessionCourse = "";
let sessionDateId = "";
let uploadId = "";

beforeAll(async () => {
  await publishedCourse();
  const ana = await enrolledLearner();
  await readLesson(ana, "what-it-is");
  await startAttempt(ana, courseSlug, "what-it-is-quiz");
  const admin = await administrator();
  const vera = await trainer();
  await addTrainer(admin, courseSlug, vera.id);
  Object.assign(people, {
    nobody: null,
    learner: ana,
    other: await learner(),
    trainer: await trainer(),
    ownTrainer: vera,
    administrator: admin,
  });
  anyPersonId = ana.id;
  ({ bankId, questionId } = await bankOf(await publishedCourse(), "C1L1-1"));
  ({ packageId } = await uploadedPackage(vera));
  await publishedUnits();
  await enrolIn(unitCourse, ana);
  await addTrainer(admin, unitCourse, vera.id);
  const launch = await openLaunch(ana, placeAt(unitCourse, "exercise"), {
    newAttempt: null,
    isTakeOver: false,
    language: "en",
  });
  launchId = launch.kind === "opened" ? launch.launchId : "";
  unitEnrolmentId = (
    await db.enrolment.findFirstOrThrow({ where: { userId: ana.id, course: { slug: unitCourse } } })
  ).id;
  assignmentCourse = (await courseWithAssignment({})).slug;
  await enrolIn(assignmentCourse, ana);
  await addTrainer(admin, assignmentCourse, vera.id);
  const blended = await courseWithSession();
  await enrolIn(blended.slug, ana);
  await addTrainer(admin, blended.slug, vera.id);
  [sessionCourse, sessionDateId] = [blended.slug, (await givenDate(blended)).id];
  await publishActivity(vera, { packageId, number: 1 }, courseSlug, activityFormOf({}));
  uploadId = await lookedAtCourse(vera);
  await beginDraft(vera, unitCourse);
  await addLanguage(vera, unitCourse, "sq");
}, 60_000);

function pathOf(pattern: string): string {
  const isUnit = pattern.includes("packages/:activity") || pattern.includes("/draft");
  const isAssignment = /\/assignments\/:/.test(pattern);
  const isSession = pattern.includes("/sessions");
  const ownCourse = isAssignment ? assignmentCourse : isSession ? sessionCourse : courseSlug;
  const values: Record<string, string> = {
    ":course": isUnit ? unitCourse : ownCourse,
    ":assignment": "task",
    ":date": sessionDateId,
    ":activity": isAssignment
      ? "task"
      : isSession
        ? meeting
        : isUnit
          ? "exercise"
          : pattern.includes("quizzes")
            ? "what-it-is-quiz"
            : pattern.includes("surveys")
              ? "satisfaction"
              : "what-it-is",
    ":section": "no-such-section",
    ":enrolment": unitEnrolmentId,
    ":quiz": "lesson-1",
    ":task": "no-such-task",
    ":launch": launchId,
    ":package": packageId,
    ":upload": uploadId,
    ":bank": bankId,
    ":format": pattern.includes("exports") ? "scorm-1.2" : "gift",
    ":question": questionId,
    ":version": "1",
    ":from": "1",
    ":to": "1",
    ":page": "numbers",
    ":lesson": "reading",
    ":lesson?": "reading",
    ":number": "1",
    ":position": "1",
    ":file": isUnit ? "learners.csv" : pattern.includes("jobs") ? "queues.csv" : "courses.csv",
    ":id": anyPersonId,
    ":language": pattern.includes("/translation") ? "sq" : "en",
    ":language.xlf": "sq.xlf",
    ":topic": "first-course",
    ":bundle": "public",
    ":serial": "SG-2222-2222-2222",
    ":token": "no-such-token",
    ":sha256": "0".repeat(64),
    ":mail": "no-such.eml",
    "*": "no-such-page",
  };
  return `/${pattern
    .split("/")
    .map((part) => values[part] ?? part)
    .join("/")}`;
}

async function ask(pattern: string, actor: Actor | null) {
  const headers = new Headers();
  if (actor) headers.set("Cookie", (await startSession(actor.id)).split(";")[0] ?? "");
  const request = new Request(`http://localhost:3000${pathOf(pattern)}`, { headers });
  const response = await handle(request, { nonce: "n", address: "127.0.0.1" });
  await response.text();
  const location = response.headers.get("Location") ?? "";
  if (location.startsWith("/sign-in")) return "sign-in";
  return response.status < 400 ? "in" : response.status;
}

test("the matrix names every route there is", () => {
  const patterns = Object.values(build.routes).flatMap((route) =>
    !route || route.id === "root" ? [] : [route.index ? "" : (route.path ?? "")],
  );
  expect(Object.keys(matrix).sort()).toEqual(patterns.sort());
});

test.each(Object.entries(matrix))("/%s lets in whom it should", async (pattern, expected) => {
  const answers: Record<string, unknown> = {};
  for (const [who, actor] of Object.entries(people)) answers[who] = await ask(pattern, actor);
  expect(answers).toEqual(expected);
});

// 422: the form is answered, with its faults.
const signedInWrites = {
  nobody: "sign-in",
  learner: 422,
  other: 422,
  trainer: 422,
  ownTrainer: 422,
  administrator: 422,
} as never;

const writes: [string, Record<string, string>, Expectation][] = [
  ["teach/:course/enrolments", { emails: "x@example.org", language: "en" }, teachersOnly as never],
  ["teach/:course/enrolments/:enrolment/accommodations", { extraPercent: "25" }, noSuchForTeachers],
  ["teach/:course/sessions/:activity/new", {}, incompleteForTeachers],
  ["teach/:course/sessions/:activity/:date", {}, incompleteForTeachers],
  // The date is to come: nobody can have been there.
  [
    "teach/:course/sessions/:activity/:date/attendance",
    {},
    { ...teachersOnly, ownTrainer: 409, administrator: 409 } as never,
  ],
  ["learn/:course/sessions/:activity", { code: "x" }, { ...enrolledOnly, learner: 422 } as never],
  // The step of the matrix is a lesson, and has no minimum time.
  ["learn/:course/materials/:activity", {}, { ...enrolledOnly, learner: 404 } as never],
  ["learn/:course/time/:activity", {}, { ...enrolledOnly, nobody: 401 } as never],
  ["teach/:course/quizzes/new", {}, incompleteForTeachers],
  [
    "teach/:course/quizzes/:quiz",
    { mode: "practice", scoring: "best", feedbackWhen: "answer", layout: "one", passMark: "60" },
    teachersOnly as never,
  ],
  ["teach/:course/quizzes/:quiz/statistics", {}, teachersOnly as never],
  [
    "teach/:course/quizzes/:quiz/questions",
    { way: "draw", intent: "check", count: "2" },
    teachersOnly as never,
  ],
  ["teach/:course/quizzes/:quiz/questions", { way: "draw", count: "none" }, incompleteForTeachers],
  ["teach/:course/enrolments/:enrolment/accommodations", { extraPercent: "x" }, incompleteForTeachers],
  ["teach/:course/quizzes/:quiz/place", {}, incompleteForTeachers],
  ["teach/:course/assignments/:assignment", { passMark: "x" }, incompleteForTeachers],
  ["teach/:course/draft/assignments/new", {}, incompleteForTeachers],
  ["teach/:course/draft", { intent: "discard" }, incompleteForTeachers],
  [
    "teach/:course/draft/lessons/:lesson/:language/text",
    { text: "A lesson.", basis: "another" },
    { ...teachersOnly, nobody: 401 } as never,
  ],
  ["teach/:course/draft/media", { intent: "take", upload: "another" }, incompleteForTeachers],
  [
    "teach/:course/versions",
    { version: "99" },
    { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  ],
  ["teach/:course/versions", { intent: "move", learners: "require" }, incompleteForTeachers],
  ["teach/:course/availability", { change: "archive" }, incompleteForTeachers],
  // Nothing is offered to anybody there.
  ["learn/:course/version", { answer: "accept" }, { ...enrolledOnly, learner: 409 } as never],
  ["teach/:course/draft/comments", { intent: "add" }, incompleteForTeachers],
  [
    "teach/:course/draft/comments",
    { intent: "state", comment: newId(), state: "resolved" },
    noSuchForTeachers,
  ],
  [
    "teach/:course/draft/lessons/:lesson/:language",
    { text: "A lesson.", basis: "another" },
    { ...teachersOnly, ownTrainer: 409, administrator: 409 } as never,
  ],
  ["teach/:course/draft/outline", { intent: "lesson" }, incompleteForTeachers],
  ["teach/:course/draft/outline/:activity", { intent: "remove" }, incompleteForTeachers],
  ["teach/:course/draft/outline/:activity/move", { to: "no-such-course" }, noSuchForTeachers],
  ["teach/:course/draft/outline/:activity/original", {}, noSuchForTeachers],
  ["teach/:course/draft/shared-lesson", { from: "no-such-course" }, noSuchForTeachers],
  ["teach/:course/draft/new-section", {}, incompleteForTeachers],
  ["teach/:course/draft/sections/:section", {}, noSuchForTeachers],
  ["teach/:course/draft/texts/:language", {}, incompleteForTeachers],
  ["teach/imports", {}, { ...staff, trainer: 422, ownTrainer: 422, administrator: 422 } as never],
  [
    "teach/imports/:upload",
    { intent: "make", title: "" },
    { ...teachersOnly, ownTrainer: 422, administrator: 404 } as never,
  ],
  ["teach/:course/draft/terms", {}, incompleteForTeachers],
  ["teach/:course/draft/captions/:name", { text: "WEBVTT" }, noSuchForTeachers],
  ["teach/new", {}, { ...staff, trainer: 422, ownTrainer: 422, administrator: 422 } as never],
  ["teach/:course/draft/translations", { intent: "include", language: "sq" }, incompleteForTeachers],
  // A form that does not say on which text it was written is not ours.
  [
    "teach/:course/draft/translations/:language/:lesson?",
    {},
    { ...teachersOnly, ownTrainer: 409, administrator: 409 } as never,
  ],
  ["teach/:course/draft/translations/:language/activities/:activity", {}, noSuchForTeachers],
  ["teach/:course/draft/translation-questions/:language", { question: newId() }, noSuchForTeachers],
  ["teach/:course/draft/translation-import", {}, incompleteForTeachers],
  ["teach/:course/grading", {}, teachersOnly as never],
  ["teach/:course/grading/:task", { intent: "back" }, noSuchForTeachers],
  [
    "teach/:course/quizzes/:quiz/regrade",
    { intent: "apply", "by-none": "none" },
    { ...teachersOnly, ownTrainer: 409, administrator: 409 } as never,
  ],
  [
    "learn/:course/quizzes/:activity/attempts/:number/questions/:position/file",
    {},
    { ...enrolledOnly, learner: 404 } as never,
  ],
  ["teach/:course/preview/quizzes/:activity", { question: "C1L1-1", answer: "0" }, teachersOnly as never],
  [
    "teach/:course/team",
    { intent: "add", person: "nobody" },
    { ...administrators, administrator: 404 } as never,
  ],
  [
    "admin/people/invitations",
    { emails: "y@example.org", role: "learner", language: "en" },
    administrators as never,
  ],
  [
    "admin/certificates",
    { intent: "revoke", serial: "SG-1", reason: "because" },
    { ...administrators, administrator: 404 } as never,
  ],
  // Who says where she works changes her own account.
  ["jurisdictions", { jurisdiction: "rs" }, { ...everybody, nobody: "sign-in" } as never],
  [
    "admin/support-lines/new",
    { jurisdiction: "rs", name: "A line", contact: "0800 000" },
    administrators as never,
  ],
  ["admin/support-lines/:id", { intent: "remove" }, { ...administrators, administrator: 404 } as never],
  [
    "admin/jobs",
    { queue: "issue-certificate", job: "none" },
    { ...administrators, administrator: 404 } as never,
  ],
  ["learn/:course/lessons/:activity/:page", { intent: "next" }, enrolledOnly],
  ["learn/:course/quizzes/:activity", {}, enrolledOnly],
  ["learn/launches/:launch/renewal", {}, enrolledScripts as never],
  ["learn/launches/:launch/end", {}, enrolledScripts as never],
  ["learn/:course/packages/:activity/launches", {}, enrolledScripts as never],
  // Nothing is open in this form, so nothing is saved; whose attempt it is not finds none.
  ["learn/:course/quizzes/:activity/attempts/:number/questions", {}, enrolledOnly],
  [
    "learn/:course/quizzes/:activity/attempts/:number/questions/:position",
    {},
    { ...enrolledOnly, learner: 422 } as never,
  ],
  [
    "learn/:course/quizzes/:activity/attempts/:number/questions/:position/answer",
    { answer: "0" },
    enrolledScripts as never,
  ],
  ["learn/:course/quizzes/:activity/attempts/:number/summary", {}, enrolledOnly],
  // Nothing is open that could be written in or handed in.
  ["learn/:course/assignments/:activity", {}, { ...enrolledOnly, learner: 409 } as never],
  ["learn/:course/surveys/:activity", {}, { ...enrolledOnly, learner: 409 } as never],
  [
    "teach/:course/preview/lessons/:activity/:page",
    { question: "C1L1-1", answer: "0" },
    teachersOnly as never,
  ],
  [
    "teach/:course/enrolments",
    { intent: "grant", enrolmentId: "none", activityId: "final-test", name: "x" },
    { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  ],
  [
    "teach/packages/:package",
    { version: "none", outside: "allow" },
    { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  ],
  [
    "teach/packages/:package/:version/courses/:course",
    {},
    { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never,
  ],
  [
    "teach/packages/:package/:version/courses/:course/replacement",
    { publication: newId(), learners: "stay" },
    teachersOnly as never,
  ],
  [
    "teach/packages/:package/:version/course",
    { publication: newId(), title: "A", minutes: "5", summary: "B", objectives: "C", contentNote: "D" },
    teachersOnly as never,
  ],
  ["teach/banks", {}, { ...staff, trainer: 422, ownTrainer: 422, administrator: 422 } as never],
  [
    "teach/banks/:bank",
    { intent: "retire" },
    { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never,
  ],
  [
    "teach/banks/:bank/settings",
    { intent: "rename", title: "x" },
    { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  ],
  ["teach/banks/:bank/import", {}, { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never],
  ["teach/banks/:bank/new", {}, { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never],
  ["teach/banks/:bank/questions/:question", { intent: "restore" }, teachersOnly as never],
  [
    "teach/banks/:bank/questions/:question/edit",
    {},
    { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never,
  ],
  [
    "teach/banks/:bank/questions/:question/versions",
    { number: "99" },
    { ...teachersOnly, ownTrainer: 404, administrator: 404 } as never,
  ],
  [
    "teach/banks/:bank/questions/:question/preview",
    {},
    { ...teachersOnly, ownTrainer: 422, administrator: 422 } as never,
  ],
  ["account", { name: "x" }, signedInWrites],
  ["account/password", { currentPassword: "wrong", newPassword: "wrong" }, signedInWrites],
  // Last: the learner is a trainer afterwards.
  ["admin/people/:id", { intent: "role", role: "trainer" }, administrators as never],
];

/** Writes of one's own session or by a one-time link: whoever sends them acts for nobody else. */
const ownWrites = [
  "account/calendar",
  "account/session-mails",
  "account/sessions",
  "invitations/:token",
  "language",
  "password-reset",
  "password-reset/:token",
  "setup/:token",
  "sign-in",
  "sign-out",
];

test("the list of writes names every route that takes them", () => {
  const withAction = Object.values(build.routes).flatMap((route) =>
    route?.module.action ? [route.path ?? ""] : [],
  );
  const named = [...new Set([...writes.map(([pattern]) => pattern), ...ownWrites])];
  expect(named.sort()).toEqual(withAction.sort());
});

const order = ["nobody", "learner", "other", "trainer", "ownTrainer", "administrator"] as const;

async function send(pattern: string, fields: Record<string, string>, actor: Actor | null) {
  const headers = new Headers({ "Content-Type": "application/x-www-form-urlencoded" });
  if (actor) headers.set("Cookie", (await startSession(actor.id)).split(";")[0] ?? "");
  const response = await handle(
    new Request(`http://localhost:3000${pathOf(pattern)}`, {
      method: "POST",
      headers,
      body: new URLSearchParams(fields),
    }),
    { nonce: "n", address: "127.0.0.1" },
  );
  await response.text();
  const isSignIn = (response.headers.get("Location") ?? "").startsWith("/sign-in");
  return isSignIn ? "sign-in" : response.status < 400 ? "in" : response.status;
}

const refusals: unknown[] = ["sign-in", 401, 403, 404];

test.each(writes)(
  "what is wrong in a form for /%s is told to nobody who may not send it",
  async (pattern, _, expected) => {
    const refused = order.filter(
      (who) => refusals.includes(expected[who]) && expected.administrator !== expected[who],
    );
    const answers: Record<string, unknown> = {};
    for (const who of refused) answers[who] = await send(pattern, { intent: "nonsense" }, people[who]);
    expect(answers).toEqual(Object.fromEntries(refused.map((who) => [who, expected[who]])));
  },
);

test.each(writes)("writing to /%s is refused to those who may not", async (pattern, fields, expected) => {
  const answers: Record<string, unknown> = {};
  for (const who of order) answers[who] = await send(pattern, fields, people[who]);
  expect(answers).toEqual(expected);
  expect(await db.user.count({ where: { role: "administrator" } })).toBeGreaterThan(0);
});
