import fc from "fast-check";
import { expect, test } from "vitest";

import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { texts } from "#app/locales/en/texts.ts";
import {
  type Answers,
  noAnswers,
  questions,
  readAnswers,
  recoverable,
  replyOptions,
  things,
} from "#app/tools/clean-up/answers.ts";
import { changesSomething, planOf } from "#app/tools/clean-up/plan.ts";
import { phases, planFacts, reasons, steps } from "#app/tools/clean-up/steps.ts";
import { courseFolder } from "#tests/builders/course.ts";

const safety = ["plan", "device", "time"];
const always = ["inventory", "codes", "evidence", "backup"];
const wholeMail = ["mailPassword", "mailRecovery", "mailSessions", "mailSecond"];
const afterwards = ["log", "again"];
const quiet: Answers = { things: [], passwords: "no", device: "no", now: "yes" };

test.each<[string, Answers, string[]]>([
  [
    "nothing answered: only what is prepared and what is left alone",
    noAnswers,
    [
      ...safety,
      ...always,
      "manager",
      "next",
      "leaveAll",
      "leavePhone",
      "leaveSoftware",
      "leavePin",
      "leaveWipe",
    ],
  ],
  ["nothing there and nobody who reaches anything", quiet, [...safety, ...always]],
  [
    "the main e-mail alone",
    { ...quiet, things: ["email"] },
    [...safety, ...always, ...wholeMail, ...afterwards],
  ],
  [
    "e-mail and bank, passwords known",
    { ...quiet, things: ["bank", "email"], passwords: "yes" },
    [...safety, ...always, "manager", "leavePin", ...wholeMail, "bank", ...afterwards],
  ],
  [
    "a bank whose e-mail is not known yet",
    { ...quiet, things: ["bank"] },
    [...safety, "inventory", "codes", "whichMail", "evidence", "backup", "bank", ...afterwards],
  ],
  [
    "a phone that he looks through",
    { ...quiet, things: ["phoneAccount", "email"], device: "yes" },
    [
      ...safety,
      ...always,
      ...["leavePhone", "leaveSoftware", "leavePin", "leaveWipe"],
      ...wholeMail,
      ...["phoneAccount", "newPhone", "sharing"],
      ...afterwards,
    ],
  ],
  [
    "a family plan, home, car and children, not safe now",
    { ...quiet, things: ["shared", "home", "car", "children"], now: "no" },
    [...safety, ...always, "photos", "next", "leaveAll", "leaveShared"],
  ],
  [
    "the same once it is safe",
    { ...quiet, things: ["shared", "home", "car", "children"] },
    [
      ...safety,
      ...always,
      ...["photos", "leaveShared", "sharing", "contract", "home", "car", "children"],
      ...afterwards,
    ],
  ],
])("%s", (_case, answers, expected) => {
  expect(planOf(answers).map(({ id }) => id)).toEqual(expected);
});

const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  things: fc.shuffledSubarray([...things]),
  passwords: fc.constantFrom(...replyOptions),
  device: fc.constantFrom(...replyOptions),
  now: fc.constantFrom(...replyOptions),
});

test("no plan locks anybody out before the safety plan, the safer device and the evidence", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const plan = planOf(answers);
      const before = plan.slice(0, firstChange(plan)).map(({ id }) => id);
      expect(before.slice(0, safety.length)).toEqual(safety);
      expect(before).toContain("evidence");
    }),
  );
});

function firstChange(plan: ReturnType<typeof planOf>): number {
  const index = plan.findIndex(changesSomething);
  return index < 0 ? plan.length : index;
}

test("the e-mail comes whole before every account that recovers through it, or is asked for first", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const ids = planOf(answers).map(({ id }) => id);
      const accounts = recoverable.filter((id) => ids.includes(id));
      const mail = answers.things.includes("email") ? wholeMail : ["whichMail"];
      for (const account of accounts) {
        for (const step of mail) expect(ids.slice(0, ids.indexOf(account))).toContain(step);
      }
    }),
  );
});

test("unless a change is said to be safe now, a plan holds no change, and says to leave all as it is", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const plan = planOf(answers);
      if (answers.now === "yes") return;
      expect(plan.filter(changesSomething)).toEqual([]);
      expect(plan.map(({ id }) => id)).toEqual(expect.arrayContaining(["leaveAll", "next"]));
    }),
  );
});

test("nothing that might be so is left out: a plan for 'not sure' holds what the plan for 'yes' holds", () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const sure = planOf({ ...answers, passwords: "yes", device: "yes" });
      expect(planOf({ ...answers, passwords: "unsure", device: "unsure" })).toEqual(sure);
    }),
  );
});

test("what was not answered in the form is not sure", () => {
  const form = new FormData();
  expect(readAnswers(form)).toEqual(noAnswers);
  form.append("things[]", "car");
  form.append("things[]", "email");
  form.append("now", "yes");
  form.append("device", "perhaps");
  expect(readAnswers(form)).toEqual({ ...noAnswers, things: ["email", "car"], now: "yes" });
});

test("every step, reason, condition and answer has a text, and no text is left without its place", () => {
  const conditions = ["things", "passwords", "device", "either", "notNow", "noEmail"];
  const page = ["lead", "marks", "unsourced", "whole", "print", "questions", "things", "nowHint"];
  const plan = ["plan", "count", "notNow", "why", "whenWho", "whenSafe"];
  expect(
    [
      ...page,
      ...plan,
      ...questions,
      ...replyOptions,
      ...things.map((thing) => `thing_${thing}`),
      ...conditions.map((condition) => `if_${condition}`),
      ...phases.map((phase) => `phase_${phase}`),
      ...steps.map(({ id }) => `step_${id}`),
      ...Object.keys(reasons).map((reason) => `why_${reason}`),
    ].sort(),
  ).toEqual(Object.keys(texts.cleanUp).sort());
  expect(steps.map(({ phase }) => phases.indexOf(phase))).toEqual(
    steps.map(({ phase }) => phases.indexOf(phase)).sort((a, b) => a - b),
  );
});

test("every fact of a reason is one that the lessons of the course cite", async () => {
  const { course } = await readCourseFolder(courseFolder);
  const cited = [...(course?.lessons.get("en")?.values() ?? [])].flatMap((pages) =>
    pages.flatMap(({ facts }) => facts),
  );
  expect(planFacts.filter((fact) => !cited.includes(fact))).toEqual([]);
});
