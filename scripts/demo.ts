import { keyOf } from "#app/assessment/grading/key.ts";
import { attemptOf, openQuiz, saveResponse, startAttempt } from "#app/assessment/attempt.server.ts";
import { randomFrom } from "#app/assessment/random.ts";
import { finishLessonPage, submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { acceptInvitation, ensurePerson } from "#app/identity/invitation.server.ts";
import { actorOf } from "#app/identity/session.server.ts";
import { createSetupLink, setUp } from "#app/identity/setup.server.ts";
import { makeLink } from "#app/identity/token.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import type { Response } from "#app/library/question-format.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { chance } from "#app/platform/chance.ts";
import { clock, days, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { answerSurvey } from "#app/surveys/survey.server.ts";
import type { Role } from "#prisma/generated/enums.ts";

import { demonstrationAccounts, demonstrationPassword } from "./demo-accounts.ts";
import { type DemoLearner, demoLearners } from "./demo-people.ts";
import { Remedy } from "./steps.js";

const courseSlug = "digital-safety";
const loaded = "demonstration.loaded";
const firstDay = Date.UTC(2026, 0, 12, 9);

/**
 * Loads the demonstration through the same functions that pages call, so that it cannot hold impossible states: one
 * administrator, two trainers, 140 invented learners at every stage, each time the same. Loading it again changes
 * nothing.
 */
export async function loadDemonstration(): Promise<string> {
  if (await db.auditEntry.findFirst({ where: { action: loaded } })) return "loaded before";
  const [administratorAccount] = demonstrationAccounts;
  if (await db.user.findUnique({ where: { email: administratorAccount.email } })) {
    throw new Remedy(
      "The demonstration in this data folder was interrupted while it was loaded. Remove the folder, or set DATA_DIR to an empty one: DATA_DIR=demo-data npm start -- --demo",
    );
  }
  if ((await db.user.count()) > 0) {
    throw new Remedy(
      "This data folder holds real accounts, so the demonstration is not added to it. Set DATA_DIR to an empty folder: DATA_DIR=demo-data npm start -- --demo",
    );
  }
  const now = clock.now;
  const integer = chance.integer;
  const random = randomFrom(140);
  try {
    chance.integer = (limit) => Math.floor(random() * limit);
    clock.now = () => new Date(firstDay);
    const administrator = await setUpAdministrator();
    const course = await getCurrentCourse(courseSlug);
    for (const trainer of [
      { email: "trainer@example.org", name: "Vera Uzorak" },
      { email: "trainer.two@example.org", name: "Blerta Shembull" },
    ]) {
      const { id } = await person(
        administrator,
        { ...trainer, language: "en", jurisdiction: "rs", sector: "civil-society" },
        "trainer",
      );
      await addTrainer(administrator, courseSlug, id);
    }
    for (const learner of demoLearners()) {
      clock.now = () => new Date(firstDay + days(learner.startDay));
      await walk(administrator, course, learner);
    }
    await recordAudit(db, null, loaded, "site");
  } finally {
    clock.now = now;
    chance.integer = integer;
  }
  return "140 learners";
}

async function setUpAdministrator(): Promise<Actor> {
  const link = (await createSetupLink()) ?? "";
  const form = { name: "Ana Primer", email: "administrator@example.org", password: demonstrationPassword };
  await setUp(link.split("/").at(-1) ?? "", form, "en");
  return actorOf(await db.user.findUniqueOrThrow({ where: { email: form.email } }));
}

type Profile = Pick<DemoLearner, "email" | "name" | "language" | "jurisdiction" | "sector">;

async function person(by: Actor, profile: Profile, role: Role): Promise<Actor> {
  const { id } = await db.$transaction((tx) => ensurePerson(tx, by, { ...profile, role }));
  const token = (await makeLink(db, "invitation", id)).split("/").at(-1) ?? "";
  const { name, language, jurisdiction, sector } = profile;
  await acceptInvitation(token, {
    name,
    language,
    jurisdiction,
    sector,
    password: demonstrationPassword,
    gender: null,
    usesAssistiveTechnology: null,
  });
  return actorOf(await db.user.findUniqueOrThrow({ where: { id } }));
}

/** Takes a learner as far as her stage. */
async function walk(by: Actor, course: PublishedCourse, learner: DemoLearner) {
  if (learner.stage === "invited") {
    const { id } = await db.$transaction((tx) => ensurePerson(tx, by, learner));
    await db.$transaction((tx) => enrol(tx, by, course, id));
    return;
  }
  const actor = await person(by, learner, "learner");
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
  if (learner.stage === "enrolled") return;
  const lessons = course.structure.course.outline.filter((activity) => activity.kind === "lesson");
  const share = { started: 1, "half-way": 3 }[learner.stage as string] ?? lessons.length;
  for (const lesson of lessons.slice(0, share)) {
    for (const page of course.structure.lessons[lesson.lesson]?.pages ?? []) {
      await finishLessonPage(actor, course.slug, lesson.id, page);
    }
    await takeQuiz(actor, `${lesson.id}-quiz`, learner.mistakes);
  }
  if (share < lessons.length) return;
  later(days(3));
  await takeQuiz(actor, "final-test", learner.stage === "failed" ? 4 : Math.min(2, learner.mistakes));
  if (learner.survey) {
    later(minutes(20));
    await answerSurvey(actor, course.slug, "satisfaction", learner.survey);
  }
}

function later(milliseconds: number) {
  const moment = clock.now().getTime() + milliseconds;
  clock.now = () => new Date(moment);
}

/** One attempt with so many wrong answers; safety questions are wrong only when that is too many to pass anyway. */
async function takeQuiz(actor: Actor, activityId: string, mistakes: number) {
  const { number } = await startAttempt(actor, courseSlug, activityId);
  const open = await openQuiz(actor, courseSlug, activityId);
  const { items } = await attemptOf(open, number);
  const questions = items.map((item) => ({ item, question: item.stored.question }));
  const wrong = new Set(
    [...questions]
      .sort((a, b) => Number(a.question.critical) - Number(b.question.critical))
      .slice(0, mistakes)
      .map(({ item }) => item.position),
  );
  for (const { item, question } of questions) {
    const right = keyOf(question);
    if (right === null) continue;
    const response = wrong.has(item.position) ? wrongResponse(right) : right;
    await saveResponse(actor, courseSlug, activityId, number, item.position, response);
  }
  await submitAttempt(actor, courseSlug, activityId, number);
}

function wrongResponse(right: Response): Response {
  if (typeof right === "boolean") return !right;
  if (typeof right === "number") return right + 10;
  if (typeof right === "string") return right === "a" ? "b" : "a";
  if (Array.isArray(right)) return [...right].reverse().slice(0, Math.max(1, right.length - 1));
  const partners = Object.values(right as Record<string, string>);
  return Object.fromEntries(
    Object.keys(right).map((left, index) => [left, partners.at(index - 1) as string]),
  );
}
