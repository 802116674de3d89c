import { expect, test } from "vitest";

import type { Cmi5Node } from "#app/library/package-structure.ts";
import { cmi5Result, hasMovedOn, rollUp } from "#app/players/cmi5-result.ts";
import { type Cmi5Session, whyRefused } from "#app/players/cmi5-session.ts";
import {
  cmi5Category,
  cmi5Extensions,
  cmi5Verbs,
  contextTemplate,
  moveOnCategory,
} from "#app/players/cmi5-statement.ts";
import type { XapiStatement } from "#app/players/xapi-statement.ts";

type Verb = keyof typeof cmi5Verbs;

const registrationId = "7b2b4b0e-0000-4000-8000-000000000001";
const sessionId = "7b2b4b0e-0000-4000-8000-000000000002";
const iriOf = (key: string) => `https://example.org/packages/p/${key}`;

const au = (given: Partial<Cmi5Node> = {}): Cmi5Node => ({
  key: "1",
  id: "https://publisher.example/au",
  title: { en: "Unit" },
  kind: "au",
  launch: "a.html",
  launchMethod: "AnyWindow",
  moveOn: "CompletedOrPassed",
  masteryScore: 0.6,
  launchParameters: "",
  entitlementKey: null,
  activityType: null,
  children: [],
  ...given,
});

const session = (given: Partial<Cmi5Session> = {}): Cmi5Session => ({
  id: sessionId,
  registrationId,
  activityIri: iriOf("1"),
  node: au(),
  launchMode: "Normal",
  hasStatements: true,
  usedVerbs: [cmi5Verbs.initialized],
  registrationVerbs: [cmi5Verbs.initialized],
  ...given,
});

/** A statement that keeps to every rule; `key` is the AU it is about. */
function said(verb: Verb, { key = "1", scaled }: { key?: string; scaled?: number } = {}): XapiStatement {
  const judged = { passed: { success: true }, failed: { success: false }, completed: { completion: true } }[
    verb as string
  ];
  const { contextActivities, extensions } = contextTemplate(au(), sessionId);
  return {
    id: "7b2b4b0e-0000-4000-8000-000000000003",
    actor: { objectType: "Agent", openid: "https://example.org/learner" },
    verb: { id: cmi5Verbs[verb] },
    object: { id: iriOf(key) },
    result:
      verb === "initialized"
        ? undefined
        : { duration: "PT10S", ...judged, ...(scaled !== undefined && { score: { scaled } }) },
    context: {
      registration: registrationId,
      contextActivities: {
        ...contextActivities,
        category: [{ id: cmi5Category }, ...(judged ? [{ id: moveOnCategory }] : [])],
      },
      extensions: {
        ...extensions,
        ...(scaled !== undefined && { [cmi5Extensions.masteryScore]: 0.6 }),
      },
    },
    timestamp: "2026-11-24T10:00:00Z",
  };
}

test.each<[string, XapiStatement, Partial<Cmi5Session>]>([
  ["initialized first", said("initialized"), { hasStatements: false, usedVerbs: [] }],
  ["completed", said("completed"), {}],
  ["passed with enough", said("passed", { scaled: 0.6 }), {}],
  ["failed with too little", said("failed", { scaled: 0.59 }), {}],
  ["passed without a score", said("passed"), {}],
  ["passed after it failed in another session", said("passed"), { registrationVerbs: [cmi5Verbs.failed] }],
  ["terminated", said("terminated"), {}],
  ["terminated in a review", said("terminated"), { launchMode: "Review" }],
  ["a verb of its own", { ...said("initialized"), verb: { id: "urn:read" }, context: allowedContext() }, {}],
])("%s is taken", (_name, statement, given) => {
  expect(whyRefused(session(given), statement)).toBeNull();
});

test.each<[string, XapiStatement, Partial<Cmi5Session>, string]>([
  ["without an id", { ...said("completed"), id: undefined }, {}, "9.1"],
  ["without a timestamp", { ...said("completed"), timestamp: undefined }, {}, "9.7"],
  ["in another time zone", { ...said("completed"), timestamp: "2026-11-24T10:00:00+01:00" }, {}, "9.7"],
  ["of another registration", said("completed"), { registrationId: "another" }, "9.6.1"],
  ["of another session", said("completed"), { id: "another" }, "9.6.3.1"],
  ["about another activity", said("completed", { key: "2" }), {}, "9.4"],
  ["before initialized", said("completed"), { hasStatements: false, usedVerbs: [] }, "9.3.2"],
  ["initialized twice", said("initialized"), {}, "9.3"],
  ["after terminated", said("completed"), { usedVerbs: [cmi5Verbs.terminated] }, "9.3.8"],
  ["after abandoned", said("completed"), { usedVerbs: [cmi5Verbs.abandoned] }, "9.3.6"],
  ["completed a second time", said("completed"), { registrationVerbs: [cmi5Verbs.completed] }, "9.3.3"],
  ["passed a second time", said("passed"), { registrationVerbs: [cmi5Verbs.passed] }, "9.3.4"],
  ["failed after it passed", said("failed"), { registrationVerbs: [cmi5Verbs.passed] }, "9.3.4"],
  ["judged twice in a session", said("passed"), { usedVerbs: [cmi5Verbs.failed] }, "9.3"],
  ["passed below the mastery score", said("passed", { scaled: 0.59 }), {}, "9.3.4"],
  ["failed with the mastery score", said("failed", { scaled: 0.6 }), {}, "9.3.4"],
  ["with a verb of the LMS", said("satisfied"), {}, "9.3"],
  ["completed in a review", said("completed"), { launchMode: "Review" }, "10.2.2"],
  ["completed with a score", said("completed", { scaled: 1 }), {}, "9.5.1"],
  ["passed without success", { ...said("passed"), result: { duration: "PT1S" } }, {}, "9.5.2"],
  ["terminated without duration", { ...said("terminated"), result: {} }, {}, "9.5.4"],
])("a statement %s is refused", (_name, statement, given, section) => {
  expect(whyRefused(session(given), statement)).toContain(section);
});

function allowedContext() {
  const { context } = said("initialized");
  return { ...context, contextActivities: { grouping: context?.contextActivities?.grouping } };
}

test.each<[Cmi5Node["moveOn"], Verb[], boolean]>([
  ["Passed", ["completed"], false],
  ["Passed", ["passed"], true],
  ["Completed", ["passed"], false],
  ["Completed", ["completed"], true],
  ["CompletedAndPassed", ["completed"], false],
  ["CompletedAndPassed", ["completed", "passed"], true],
  ["CompletedOrPassed", ["failed"], false],
  ["CompletedOrPassed", ["passed"], true],
  ["NotApplicable", [], true],
])("moveOn %s after %j: %s", (moveOn, verbs, isMet) => {
  const statements = verbs.map((verb) => said(verb));
  expect(hasMovedOn(au({ moveOn }), statements, iriOf)).toBe(isMet);
});

test("a block and the course move on with the last of their units; statements of other kinds count for nothing", () => {
  const block = au({
    key: "2",
    kind: "block",
    launch: null,
    children: [au({ key: "2.1" }), au({ key: "2.2" })],
  });
  const nodes = [au(), block];
  const some = [said("initialized"), said("passed", { scaled: 0.8 }), said("completed", { key: "2.1" })];
  const allowed = { ...said("completed", { key: "2.2" }), context: allowedContext() };
  expect(hasMovedOn(block, [...some, allowed], iriOf)).toBe(false);
  expect(rollUp(nodes, some, iriOf)).toMatchObject({ completion: "incomplete", success: "unknown" });
  const all = [...some, said("completed", { key: "2.2" })];
  expect(rollUp(nodes, all, iriOf)).toMatchObject({ completion: "completed", success: "passed" });
  expect(cmi5Result(au(), all, iriOf)).toMatchObject({ success: "passed", scaled: 0.8 });
});

test("an AU that failed and passed later has passed, with the score it passed with", () => {
  const statements = [said("failed", { scaled: 0.2 }), said("passed", { scaled: 0.9 })];
  expect(cmi5Result(au(), statements, iriOf)).toMatchObject({ success: "passed", scaled: 0.9 });
});
