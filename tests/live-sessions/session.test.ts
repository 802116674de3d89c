import { simpleParser } from "mailparser";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";

import { changeStanding } from "#app/authoring/course-standing-change.server.ts";
import { enterSessionCode, noteAttendance } from "#app/certification/attendance-steps.server.ts";
import { chooseSessionMails } from "#app/identity/account.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { courseOutline } from "#app/learning/course-outline.server.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { comingAppointments } from "#app/live-sessions/appointments.server.ts";
import { attendancePage } from "#app/live-sessions/attendance.server.ts";
import {
  calendarAddress,
  calendarFeed,
  closeCalendar,
  renewCalendar,
} from "#app/live-sessions/calendar-feed.server.ts";
import { settleInvitations } from "#app/live-sessions/invitations.server.ts";
import { givePlaceBack, learnerSession, takePlace } from "#app/live-sessions/learner-session.server.ts";
import { remindOfSessions } from "#app/live-sessions/reminders.server.ts";
import { cancelDate, submitDate } from "#app/live-sessions/session-date.server.ts";
import { sessionEnclosures } from "#app/live-sessions/session-mail.server.ts";
import { deliver } from "#app/notifications/delivery.server.ts";
import { clock, days, hours, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { outboxDirectory } from "#app/platform/mail.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attendanceTable } from "#app/reporting/attendance-table.server.ts";
import { toCsv } from "#app/reporting/report-table.ts";
import { personalData } from "#app/reporting/personal-data.server.ts";
import { courseWithSession, dateFields, givenDate, meeting } from "#tests/builders/live-sessions.ts";
import { trainer } from "#tests/builders/people.ts";
import { learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

const realNow = clock.now;
afterEach(() => {
  clock.now = realNow;
});
const later = (milliseconds: number) => {
  clock.now = () => new Date(Date.now() + milliseconds);
};

const keyOf = ({ courseId }: PublishedCourse) => ({ courseId, activityId: meeting });
const templatesTo = async ({ id }: Actor) =>
  (
    await db.outgoingMail.findMany({
      where: { recipientId: id, template: { startsWith: "session-" } },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ template }) => template.slice("session-".length));
const stateOf = async (actor: Actor, course: PublishedCourse) => {
  const { steps, completedAt } = await courseOutline(actor, course.slug, "en");
  return { state: steps.find(({ id }) => id === meeting)?.state, isComplete: completedAt !== null };
};

test("the code that is shown in the room completes the course, once and only in its time", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const { code } = await givenDate(course, { begins: hours(2) });
  const enter = (typed: string) => enterSessionCode(ana, course.slug, meeting, typed);
  expect(await enter("")).toEqual({ code: "sessions.codeMissing" });
  expect(await enter(code)).toEqual({ code: "sessions.codeClosed" });
  later(hours(2));
  expect(await enter("000000")).toEqual({ code: "sessions.codeWrong" });
  expect(await stateOf(ana, course)).toEqual({ state: "open", isComplete: false });
  expect(await enter("123 456")).toBeNull();
  expect(await stateOf(ana, course)).toEqual({ state: "done", isComplete: true });
  expect(await enter(code)).toBeNull();
  expect(await db.certificate.count({ where: { holderId: ana.id } })).toBe(1);
});

test("only who was enrolled by then is told that she has missed a date", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  await givenDate(course, { begins: hours(2) });
  const isMissed = async (actor: Actor) => (await learnerSession(actor, course.slug, meeting, "en")).isMissed;
  expect(await isMissed(ana)).toBe(false);
  later(days(1));
  const mira = await learnerIn(course);
  expect([await isMissed(ana), await isMissed(mira)]).toEqual([true, false]);
});

test("who guesses codes is stopped, also with the right one", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const { code } = await givenDate(course, { begins: minutes(5) });
  for (let count = 0; count < 10; count += 1) await enterSessionCode(ana, course.slug, meeting, "000000");
  expect(await enterSessionCode(ana, course.slug, meeting, code)).toEqual({ code: "sessions.tooManyTries" });
});

test("a trainer's tick counts, can be taken back with a note of it, and leaves what the code has noted", async () => {
  const course = await courseWithSession({ after: "reading" });
  const vera = await trainerOf(course);
  const [ana, mira] = [await learnerIn(course), await learnerIn(course)];
  const date = await givenDate(course, { begins: minutes(5) });
  // So that the course is not complete with it: what was completed once stays so.
  await db.enrolment.updateMany({ where: { userId: mira.id }, data: { completedAt: null } });
  const key = { activityId: meeting, dateId: date.id };
  const page = () => attendancePage(vera, course.slug, key, "en");
  const idOf = async (actor: Actor) =>
    (await db.enrolment.findFirstOrThrow({ where: { userId: actor.id, courseId: course.courseId } })).id;
  const [anaId, miraId] = [await idOf(ana), await idOf(mira)];
  // Mira types the code while Vera has the list open, which says of nobody that she is there.
  await enterSessionCode(mira, course.slug, meeting, date.code);
  await noteAttendance(vera, course.slug, key, { present: [anaId], before: [] });
  const present = (await page()).learners.filter(({ isPresent }) => isPresent);
  expect(present.map(({ enrolmentId, byCode }) => [enrolmentId, byCode]).sort()).toEqual(
    [
      [anaId, false],
      [miraId, true],
    ].sort(),
  );
  expect(await stateOf(ana, course)).toEqual({ state: "done", isComplete: true });
  const csv = toCsv(await attendanceTable(vera, course.slug, key, i18nFor("en")));
  expect(csv.match(/"No","Yes"/g)).toHaveLength(2);
  await db.enrolment.update({ where: { id: anaId }, data: { completedAt: null } });
  await noteAttendance(vera, course.slug, key, { present: [miraId], before: [anaId, miraId] });
  expect((await stateOf(ana, course)).state).not.toBe("done");
  expect((await stateOf(mira, course)).state).toBe("done");
  const audit = await db.auditEntry.findMany({
    where: { subject: `user:${ana.id}`, actorId: vera.id },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ action }) => action)).toEqual(["attendance.noted", "attendance.takenBack"]);
  // A course once completed stays so.
  await noteAttendance(vera, course.slug, key, { present: [], before: [miraId] });
  expect(await stateOf(mira, course)).toEqual({ state: "done", isComplete: true });
});

test("attendance cannot be noted before its time, nor by who does not teach the course", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const key = { activityId: meeting, dateId: (await givenDate(course)).id };
  const ticks = { present: [], before: [] };
  await expect(noteAttendance(await trainerOf(course), course.slug, key, ticks)).rejects.toMatchObject({
    status: 409,
  });
  await expect(noteAttendance(await trainer(), course.slug, key, ticks)).rejects.toMatchObject({
    status: 404,
  });
  await expect(noteAttendance(ana, course.slug, key, ticks)).rejects.toMatchObject({ status: 403 });
  await expect(attendancePage(ana, course.slug, key, "en")).rejects.toMatchObject({ status: 403 });
});

test("of two who want the last place one gets it", async () => {
  const course = await courseWithSession();
  const [ana, mira] = [await learnerIn(course), await learnerIn(course)];
  const { id } = await givenDate(course, { places: 1 });
  const outcomes = await Promise.allSettled(
    [ana, mira].map((actor) => takePlace(actor, course.slug, meeting, id)),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lucky = outcomes[0]?.status === "fulfilled" ? ana : mira;
  const other = lucky === ana ? mira : ana;
  expect((await learnerSession(other, course.slug, meeting, "en")).dates[0]).toMatchObject({
    placesLeft: 0,
    isTaken: false,
    link: "",
  });
  await givePlaceBack(lucky, course.slug, meeting, id);
  await takePlace(other, course.slug, meeting, id);
  await expect(takePlace(lucky, course.slug, meeting, id)).rejects.toMatchObject({ status: 409 });
});

test("each change is told once to those concerned, and a calendar takes the latest", async () => {
  const course = await courseWithSession();
  const vera = await trainerOf(course);
  const email = "ana.dates@example.org";
  const [ana, mira] = [await learnerIn(course, { email, name: "Ana Čitač" }), await learnerIn(course)];
  const one = await givenDate(course);
  const settle = () => settleInvitations(keyOf(course));
  await settle();
  expect(await templatesTo(ana)).toEqual(["invited"]);
  const two = await givenDate(course, { places: 5 });
  expect(await templatesTo(mira)).toEqual(["invited", "announced"]);
  await takePlace(ana, course.slug, meeting, two.id);
  await settle();
  expect((await templatesTo(ana)).slice(2).sort()).toEqual(["invited", "released"]);

  const change = (fields: Record<string, string>) =>
    submitDate(vera, course.slug, { activityId: meeting, dateId: two.id }, fields, "en");
  expect(await change(dateFields(-1))).toMatchObject({ errors: { day: "sessions.movedIntoPast" } });
  await change(dateFields(4, { places: "5" }));
  await change(dateFields(4, { places: "6" }));
  await settle();
  await settle();
  expect((await templatesTo(ana)).slice(4)).toEqual(["moved"]);
  expect(await templatesTo(mira)).toEqual(["invited", "announced"]);

  const cancel = (confirm: string) =>
    cancelDate(vera, course.slug, { activityId: meeting, dateId: two.id }, { confirm }, "en");
  expect(await cancel("")).toEqual({ confirm: "sessions.cancelUnconfirmed" });
  expect(await cancel("yes")).toBeNull();
  await settle();
  await settle();
  // With her place gone the date for everybody is hers again.
  expect((await templatesTo(ana)).slice(5).sort()).toEqual(["cancelled", "invited"]);
  const rows = await db.sessionParticipant.findMany({ where: { enrolment: { userId: ana.id } } });
  expect(rows.find(({ dateId }) => dateId === two.id)).toMatchObject({ sequence: 2, takenAt: null });
  expect(rows.find(({ dateId }) => dateId === one.id)).toMatchObject({ sequence: 2, invitedVersion: 1 });

  // Of all that waited, only what still holds is sent.
  const waiting = await db.outgoingMail.findMany({ where: { recipientId: ana.id } });
  for (const { id, template } of waiting) {
    if (template.startsWith("session-")) await deliver(id, sessionEnclosures);
  }
  const sent = await Promise.all(
    readdirSync(outboxDirectory()).map((name) => simpleParser(readFileSync(join(outboxDirectory(), name)))),
  );
  const methods = sent.map(({ attachments: [file] }) => {
    const text = file?.content.toString("utf8").replace(/\r\n /g, "") ?? "";
    expect(text).toContain(`:mailto:${email}`);
    expect(text).not.toMatch(/Blended|Meeting|Town hall|blended/);
    return `${/METHOD:(\w+)/.exec(text)?.[1]} ${/SEQUENCE:(\d+)/.exec(text)?.[1]}`;
  });
  expect(methods.sort()).toEqual(["CANCEL 2", "REQUEST 2"]);
  for (const { subject, text } of sent) {
    expect(subject).toBe("Something new for you at Sigurna");
    expect(text).toMatch(/\d\d:\d\d–\d\d:\d\d \(Belgrade time\)/);
    expect(text).not.toContain("Town hall");
  }
});

test("who has attended gives a place at another date back, and cannot take one", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const { code } = await givenDate(course, { begins: minutes(5) });
  const { id } = await givenDate(course, { places: 1 });
  await takePlace(ana, course.slug, meeting, id);
  await settleInvitations(keyOf(course));
  await enterSessionCode(ana, course.slug, meeting, code);
  await settleInvitations(keyOf(course));
  expect(await templatesTo(ana)).toContain("released");
  expect((await learnerSession(ana, course.slug, meeting, "en")).dates[1]).toMatchObject({ placesLeft: 1 });
  await expect(takePlace(ana, course.slug, meeting, id)).rejects.toMatchObject({ status: 409 });
});

test("who is enrolled later is told too; who moves to a version without the session is told that it is gone", async () => {
  const course = await courseWithSession();
  await givenDate(course);
  const ana = await learnerIn(course);
  await settleInvitations(keyOf(course));
  expect(await templatesTo(ana)).toEqual(["invited"]);
  const next = await courseWithSession({ slug: course.slug, version: "1.1.0" });
  expect(next.versionId).not.toBe(course.versionId);
  // The same activity: dates and places are those of the course.
  const move = { userId: ana.id, courseId: course.courseId };
  await db.enrolment.updateMany({ where: move, data: { courseVersionId: next.versionId } });
  await settleInvitations(keyOf(course));
  expect(await templatesTo(ana)).toEqual(["invited"]);
  expect(await comingAppointments(ana, "en")).toHaveLength(1);
  const bare = await courseWithSession({ slug: course.slug, version: "1.2.0", hasSession: false });
  await db.enrolment.updateMany({ where: move, data: { courseVersionId: bare.versionId } });
  await settleInvitations(keyOf(course));
  expect(await templatesTo(ana)).toEqual(["invited", "released"]);
});

test("the day before, learners are reminded once, unless they have only just been told", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  await givenDate(course, { begins: days(3) });
  await remindOfSessions();
  expect(await templatesTo(ana)).toEqual(["invited"]);
  later(days(2) + hours(1));
  const mira = await learnerIn(course);
  await settleInvitations(keyOf(course));
  await remindOfSessions();
  expect(await remindOfSessions()).toBe(0);
  expect(await templatesTo(ana)).toEqual(["invited", "reminder"]);
  expect(await templatesTo(mira)).toEqual(["invited"]);
});

test("who does not want mails about dates gets none, keeps her dates, and is told what then holds when she wants them again", async () => {
  const course = await courseWithSession();
  const email = "ana.quiet@example.org";
  const [ana, mira] = [await learnerIn(course, { email }), await learnerIn(course)];
  const vera = await trainerOf(course);
  const settle = () => settleInvitations(keyOf(course));
  const sent = async () => {
    for (const { id } of await db.outgoingMail.findMany({ where: { recipientId: ana.id } }))
      await deliver(id, sessionEnclosures);
    const files = readdirSync(outboxDirectory()).map((name) => join(outboxDirectory(), name));
    const mails = await Promise.all(files.map((file) => simpleParser(readFileSync(file))));
    return mails.filter(({ headers }) => JSON.stringify(headers.get("to")).includes(email));
  };
  const { id } = await givenDate(course, { begins: days(3), places: 5 });
  await settle();
  // Asked for before, sent after she has switched it off.
  await chooseSessionMails(ana, false);
  expect(await sent()).toEqual([]);
  expect(await templatesTo(ana)).toEqual([]);

  await takePlace(ana, course.slug, meeting, id);
  await settle();
  later(days(2) + hours(1));
  await remindOfSessions();
  clock.now = realNow;
  const change = { activityId: meeting, dateId: id };
  await submitDate(vera, course.slug, change, dateFields(4, { places: "5" }), "en");
  await settle();
  expect(await templatesTo(ana)).toEqual([]);
  expect(await templatesTo(mira)).toEqual(["announced"]);
  expect(await comingAppointments(ana, "en")).toMatchObject([{ id }]);
  await renewCalendar(ana);
  expect(await calendarFeed((await calendarAddress(ana))?.split("/")[4] ?? "")).toContain(`UID:${id}@`);

  await chooseSessionMails(ana, true);
  await settle();
  expect(await templatesTo(ana)).toEqual(["invited"]);
  const [mail] = await sent();
  expect(mail?.text).toMatch(
    /switch messages about dates off.*\n\nhttp:\/\/localhost:3000\/account#messages\n/,
  );

  await chooseSessionMails(ana, false);
  await cancelDate(vera, course.slug, change, { confirm: "yes" }, "en");
  await settle();
  expect(await sent()).toHaveLength(1);
  const told = await db.sessionParticipant.findFirst({ where: { enrolment: { userId: ana.id } } });
  expect(told).toMatchObject({ takenAt: null, invitedVersion: null });
});

test("the secret address shows a person's dates with neutral titles, until it is renewed or closed", async () => {
  const course = await courseWithSession();
  const [ana, vera] = [await learnerIn(course, { language: "sr-Cyrl" }), await trainerOf(course)];
  const { id } = await givenDate(course);
  expect(await calendarAddress(ana)).toBeNull();
  const tokenOf = async (actor: Actor) => (await calendarAddress(actor))?.split("/")[4] ?? "";
  await renewCalendar(ana);
  const token = await tokenOf(ana);
  const file = await calendarFeed(token);
  expect(file).toContain(`UID:${id}@localhost`);
  expect(file).toContain("SUMMARY:Термин\r\n");
  expect(file.replace(/\r\n /g, "")).not.toMatch(/Blended|Meeting|Town hall|blended/);
  expect(JSON.stringify(await db.calendarFeed.findMany())).not.toContain(token);
  await renewCalendar(vera);
  expect(await calendarFeed(await tokenOf(vera))).toContain(`UID:${id}@localhost`);
  await renewCalendar(ana);
  const unknown = { status: 404 };
  await expect(calendarFeed(token)).rejects.toMatchObject(unknown);
  const second = await tokenOf(ana);
  await calendarFeed(second);
  await closeCalendar(ana);
  await expect(calendarFeed(second)).rejects.toMatchObject(unknown);
  await expect(calendarFeed("nonsense")).rejects.toMatchObject(unknown);
});

test("what is kept of a learner's dates is in her data, and goes with her", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const { id } = await givenDate(course);
  await takePlace(ana, course.slug, meeting, id);
  const { enrolments } = await personalData(ana);
  expect(enrolments[0]?.sessionDates[0]).toMatchObject({ dateId: id, date: { activityId: meeting } });
  await db.user.delete({ where: { id: ana.id } });
  expect(await db.sessionParticipant.count({ where: { dateId: id } })).toBe(0);
});

test("a live session that is hidden is in nobody's calendar and opens for nobody", async () => {
  const course = await courseWithSession({ isHidden: true });
  const ana = await learnerIn(course);
  const { id } = await givenDate(course);
  expect(await templatesTo(ana)).toEqual([]);
  expect(await comingAppointments(ana, "en")).toEqual([]);
  await expect(takePlace(ana, course.slug, meeting, id)).rejects.toMatchObject({ status: 404 });
});

test("nobody takes a place in a course that is not offered any more and that she has not begun", async () => {
  const course = await courseWithSession();
  const ana = await learnerIn(course);
  const { id } = await givenDate(course, { places: 5 });
  await changeStanding(await trainerOf(course), course.slug, "unpublish");
  await expect(takePlace(ana, course.slug, meeting, id)).rejects.toMatchObject({
    key: "learn.closedUnpublished",
  });
});
