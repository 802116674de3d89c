import { join } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { type Answers, questions, readAnswers } from "#app/tools/triage/answers.ts";
import { type Plan, planFor } from "#app/tools/triage/plan.ts";
import { keepsMaterial, removesMaterial, type RouteId, triageFacts } from "#app/tools/triage/routes.ts";

const anyAnswers = fc.record({
  danger: fc.constantFrom(...questions.danger),
  age: fc.constantFrom(...questions.age),
  intimate: fc.constantFrom(...questions.intimate),
  made: fc.constantFrom(...questions.made),
  places: fc.subarray([...questions.places], { minLength: 1 }),
  jurisdiction: fc.constantFrom(...questions.jurisdiction),
  euLink: fc.constantFrom(...questions.euLink),
  secured: fc.constantFrom(...questions.secured),
}) satisfies fc.Arbitrary<Answers>;

const calm: Answers = {
  danger: "no",
  age: "adult",
  intimate: "yes",
  made: "real",
  places: ["social"],
  jurisdiction: "rs",
  euLink: "no",
  secured: "no",
};

function stepsOf({ first, then, after }: Plan) {
  return [...first, ...then, ...after];
}

function routesOf(plan: Plan): RouteId[] {
  return stepsOf(plan).map(({ route }) => route);
}

function everyPlan(holds: (answers: Answers, plan: Plan) => void) {
  fc.assert(
    fc.property(anyAnswers, (answers) => holds(answers, planFor(answers))),
    { numRuns: 3000 },
  );
}

test("every situation gets a route of its own, each once, with a reason for each", () => {
  everyPlan((_, plan) => {
    const routes = routesOf(plan);
    expect(plan.then.length).toBeGreaterThan(0);
    expect(new Set(routes).size).toBe(routes.length);
    expect(plan.unfit.every(({ reasons }) => reasons.length > 0)).toBe(true);
    for (const { reasons } of stepsOf(plan)) expect(new Set(reasons).size).toBe(reasons.length);
  });
});

test("what does not fit is not in the plan as well", () => {
  everyPlan((_, plan) => {
    const routes = routesOf(plan);
    expect(plan.unfit.filter(({ route }) => routes.includes(route))).toEqual([]);
  });
});

test("nothing of somebody who is under 18, or may be, is kept or copied", () => {
  everyPlan(({ age }, plan) => {
    if (age === "adult") return;
    const words = stepsOf(plan).flatMap(({ route, reasons }) => [route, ...reasons]);
    expect(words.filter((word) => keepsMaterial.has(word))).toEqual([]);
    const routes = routesOf(plan);
    expect(routes).toContain("noCopies");
    expect(routes).not.toContain("hashAdult");
    const removals = routes.flatMap((route, index) => (removesMaterial.has(route) ? [index] : []));
    for (const index of removals) expect(routes.indexOf("noCopies")).toBeLessThan(index);
  });
});

test("evidence of an adult that is not saved is saved before anything is removed or reported", () => {
  everyPlan(({ age, secured }, plan) => {
    if (age !== "adult" || secured === "yes") return;
    const routes = routesOf(plan);
    expect(routes).toContain("evidence");
    for (const route of [...removesMaterial, "hashAdult" as const, "threat" as const]) {
      if (routes.includes(route)) expect(routes.indexOf("evidence")).toBeLessThan(routes.indexOf(route));
    }
  });
});

test("when somebody is in danger, the police are called before all else", () => {
  everyPlan(({ danger }, plan) => {
    const [first] = routesOf(plan);
    expect(first === "emergency").toBe(danger === "yes");
  });
});

test("a duty to report comes before every report to a company", () => {
  everyPlan(({ age }, plan) => {
    const routes = routesOf(plan);
    expect(routes.includes("dutyToReport")).toBe(age === "minor");
    if (age !== "minor") return;
    for (const route of removesMaterial) {
      if (routes.includes(route)) expect(routes.indexOf("dutyToReport")).toBeLessThan(routes.indexOf(route));
    }
  });
});

test.each<[string, Partial<Answers>, RouteId[]]>([
  [
    "an intimate picture on a platform",
    {},
    ["safeContact", "consent", "evidence", "police", "platform", "hashAdult", "helpline", "followUp"],
  ],
  [
    "a threat, with nothing online: the hash is made now",
    { places: ["threatened"], secured: "yes" },
    ["safeContact", "consent", "police", "threat", "hashAdult", "helpline", "followUp"],
  ],
  [
    "a picture from her school days on a small site",
    { age: "minor", places: ["website"] },
    [
      "safeContact",
      "noCopies",
      "dutyToReport",
      "consent",
      "website",
      "search",
      "host",
      "hashMinor",
      "helpline",
      "followUp",
    ],
  ],
  [
    "an address on a platform: no hash, and the right to erasure",
    { intimate: "no", secured: "yes" },
    ["safeContact", "consent", "police", "platform", "dataProtection", "helpline", "followUp"],
  ],
])("the course's example: %s", (_name, given, routes) => {
  expect(routesOf(planFor({ ...calm, ...given }))).toEqual(routes);
});

test("a search result leads to the page first, then to the search engine and the host", () => {
  const { then } = planFor({ ...calm, places: ["search"], euLink: "yes" });
  expect(then.map(({ route }) => route)).toEqual(["website", "search", "host", "hashAdult"]);
  expect(then[0]?.reasons).toContain("sourceFirst");
  expect(then[2]?.reasons).toEqual(["euDuty"]);
});

test("manipulated material goes the same ways, and the plan says why", () => {
  const real = planFor({ ...calm, made: "real" });
  const fake = planFor({ ...calm, made: "manipulated" });
  expect(routesOf(fake)).toEqual(routesOf(real));
  expect(fake.then.every(({ reasons }) => reasons.includes("fakeIntimate"))).toBe(true);
});

test("questions without an answer, or with one that nobody offered, are open", () => {
  const { open } = readAnswers((question) => (question === "danger" ? ["yes"] : ["elsewhere"]));
  expect(open).toEqual(["age", "intimate", "made", "places", "jurisdiction", "euLink", "secured"]);
  const { answers } = readAnswers((question) =>
    question === "places" ? ["website", "social"] : [questions[question][0]],
  );
  expect(answers?.places).toEqual(["social", "website"]);
});

test("every fact that the tool rests on is in the course that teaches its use", async () => {
  const { course } = await readCourseFolder(join(import.meta.dirname, "../../courses/takedown"));
  const known = Object.keys(course?.structure.course.sources ?? {});
  expect(triageFacts.filter((fact) => !known.includes(fact))).toEqual([]);
});
