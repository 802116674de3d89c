import { afterEach, expect, test } from "vitest";

import { Scorm12API } from "#app/players/shell/scorm-again-12.ts";

import "../../courses/simulation/scorm12.js";

type Link = {
  isConnected: boolean;
  isReview: boolean;
  language: string;
  suspended: string;
  score: number | null;
  takeFailure(): boolean;
  prefer(language: string): void;
  record(answer: {
    id: string;
    response: string;
    best: string[];
    isRight: boolean;
    milliseconds: number;
  }): void;
  save(place: string, data: string): void;
  complete(result: { score: number; isPassed: boolean }, data: string): void;
  finish(): void;
};

const { connect } = (globalThis as unknown as { simulationLink: { connect(): Link } }).simulationLink;

/** A window with what the package's page would find above it. */
function openIn(window: object) {
  Object.assign(globalThis, { window });
  return connect();
}

afterEach(() => {
  Object.assign(globalThis, { window: undefined });
});

function platform(values: Record<string, string> = {}) {
  const model = new Scorm12API({ autocommit: false, lmsCommitUrl: false, logLevel: 5 });
  for (const [element, value] of Object.entries(values)) model.setCMIValue(element, value);
  return model;
}

/** Windows of a platform, each the parent of the next; the innermost is the package's. */
function windowBelow(top: object, depth: number): object {
  const root: { parent?: object } = { ...top };
  root.parent = root;
  let inner: object = root;
  for (let level = 0; level < depth; level += 1) inner = { parent: inner, opener: null };
  return inner;
}

test("the platform is found above the page and above the window that opened it", () => {
  expect(openIn(windowBelow({ API: platform() }, 3)).isConnected).toBe(true);
  const alone: { parent?: object; opener: object } = { opener: windowBelow({ API: platform() }, 2) };
  alone.parent = alone;
  expect(openIn(alone).isConnected).toBe(true);
});

test("without a platform, or with one that may not be looked at, everything answers and nothing is kept", () => {
  const forbidden = {
    get API() {
      throw new DOMException("another origin", "SecurityError");
    },
  };
  const root: { parent?: object; opener: null } = { opener: null };
  root.parent = root;
  for (const window of [root, { parent: forbidden, opener: null }]) {
    const link = openIn(window);
    expect(link).toMatchObject({ isConnected: false, language: "", suspended: "", score: null });
    link.prefer("sq");
    link.save("step", "{}");
    link.complete({ score: 100, isPassed: true }, "{}");
    link.finish();
    expect(link.takeFailure()).toBe(false);
  }
});

test("a platform of SCORM 1.2 takes every value: place, data, interactions, time, score and status", () => {
  const model = platform({ "cmi.student_preference.language": "sq" });
  // Interactions can only be written in SCORM 1.2: what is set is noted on its way.
  const set: { element: string; value: string; taken: string }[] = [];
  const setValue = model.LMSSetValue.bind(model);
  model.LMSSetValue = (element: string, value: string) => {
    const taken = setValue(element, value);
    set.push({ element, value, taken });
    return taken;
  };
  const link = openIn(windowBelow({ API: model }, 1));
  expect(link.language).toBe("sq");
  link.prefer("mk");
  link.record({ id: "arrival-1", response: "b", best: ["b"], isRight: true, milliseconds: 61_230 });
  link.save("look", '{"path":"b"}');
  expect(model.LMSGetValue("cmi.core.lesson_status")).toBe("incomplete");
  link.record({ id: "look-2", response: "a", best: ["b", "c", "d"], isRight: false, milliseconds: 5 });
  link.complete({ score: 86, isPassed: true }, '{"path":"ba"}');
  expect(link.takeFailure()).toBe(false);
  expect(set.filter(({ taken }) => taken !== "true")).toEqual([]);
  const said = Object.fromEntries(set.map(({ element, value }) => [element, value]));
  expect(said).toMatchObject({
    "cmi.interactions.0.id": "arrival-1",
    "cmi.interactions.0.student_response": "b",
    "cmi.interactions.0.result": "correct",
    "cmi.interactions.0.latency": "0000:01:01.23",
    "cmi.interactions.1.id": "look-2",
    "cmi.interactions.1.correct_responses.2.pattern": "d",
    "cmi.interactions.1.result": "wrong",
    "cmi.interactions.1.latency": "0000:00:00.01",
    "cmi.core.exit": "",
  });
  expect(model.LMSGetValue("cmi.core.lesson_location")).toBe("end");
  expect(model.LMSGetValue("cmi.core.score.raw")).toBe("86");
  expect(model.LMSGetValue("cmi.core.lesson_status")).toBe("passed");
  expect(model.LMSGetValue("cmi.student_preference.language")).toBe("mk");
  link.finish();
  expect(model.isTerminated()).toBe(true);
});

test("who opens it and leaves has begun: without a status the platform would count it as completed", () => {
  const model = platform();
  const link = openIn(windowBelow({ API: model }, 1));
  expect(link.score).toBeNull();
  expect(model.LMSGetValue("cmi.core.lesson_status")).toBe("incomplete");
  link.finish();
  expect(model.getCMIValue("cmi.core.lesson_status")).toBe("incomplete");
});

test("a result stands when it is gone through again, also where the platform has forgotten the data", () => {
  const model = platform({ "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "86" });
  const link = openIn(windowBelow({ API: model }, 1));
  expect(link).toMatchObject({ score: 86, suspended: "" });
  link.save("look", "{}");
  expect(model.LMSGetValue("cmi.core.lesson_status")).toBe("passed");
});

test("a finished attempt that is looked at again is not changed", () => {
  const model = platform({ "cmi.core.lesson_mode": "review", "cmi.core.lesson_status": "passed" });
  const link = openIn(windowBelow({ API: model }, 1));
  expect(link.isReview).toBe(true);
  link.save("look", "{}");
  link.complete({ score: 0, isPassed: false }, "{}");
  expect(model.LMSGetValue("cmi.core.lesson_status")).toBe("passed");
});
