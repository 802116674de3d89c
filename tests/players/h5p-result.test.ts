import fc from "fast-check";
import { expect, test } from "vitest";

import { h5pResult, hasAnsweredAll } from "#app/players/h5p-result.ts";
import { type ActivityValues, ownElements } from "#app/players/run-elements.ts";
import type { XapiStatement } from "#app/players/xapi-statement.ts";

const iri = "https://example.org/packages/p/content";

type Given = {
  verb?: string;
  part?: string;
  parent?: string;
  raw?: number;
  max?: number;
  success?: boolean;
  isQuestion?: boolean;
};

function said({ verb = "answered", part, parent, raw, max = 1, success, isQuestion }: Given): XapiStatement {
  return {
    actor: { objectType: "Agent", openid: iri },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: {
      id: part ? `${iri}?subContentId=${part}` : iri,
      definition: isQuestion ? { interactionType: "choice" } : {},
    },
    context: parent === undefined ? {} : { contextActivities: { parent: [{ id: parent }] } },
    result: raw === undefined ? undefined : { score: { min: 0, max, raw, scaled: raw / max }, success },
  };
}

function result(
  statements: XapiStatement[],
  values: ActivityValues = {},
  mainLibrary = "H5P.QuestionSet 1.20",
) {
  return h5pResult(statements, {
    values: { [ownElements.h5pMaxScore]: "1", ...values },
    mainLibrary,
    isOpened: true,
  });
}

test("a part's score is not the score of the whole, and none is added to another", () => {
  const statements = [
    said({ part: "a", parent: iri, raw: 1 }),
    said({ parent: iri, raw: 1 }),
    said({ verb: "completed", raw: 2, max: 4, success: false }),
  ];
  expect(result(statements)).toMatchObject({
    completion: "completed",
    success: "failed",
    raw: 2,
    max: 4,
    scaled: 0.5,
  });
  expect(result(statements.slice(0, 2))).toMatchObject({ completion: "incomplete", raw: null });
});

test("the last answer counts", () => {
  const again = [said({ raw: 1, success: true }), said({ raw: 0, success: false })];
  expect(result(again)).toMatchObject({ raw: 0, scaled: 0, success: "failed" });
});

test.each<[string, string, string, string]>([
  ["content with nothing to answer is done when it was opened", "0", "H5P.Accordion 1.0", "completed"],
  ["content with a task is not", "2", "H5P.Essay 1.5", "incomplete"],
  ["nor is a type that does not say it gives a score", "0", "H5P.MemoryGame 1.3", "incomplete"],
])("%s", (_name, maxScore, library, completion) => {
  expect(result([], { [ownElements.h5pMaxScore]: maxScore }, library).completion).toBe(completion);
});

test("without a scored statement the score that was finished with counts", () => {
  const finished = JSON.stringify({ score: 3, maxScore: 4 });
  expect(result([], { [ownElements.h5pFinished]: finished })).toMatchObject({
    completion: "completed",
    raw: 3,
    max: 4,
    scaled: 0.75,
  });
});

test("every question means those the content named and those that were seen", () => {
  const values = { [ownElements.h5pQuestions]: JSON.stringify(["a", "b"]) };
  const a = said({ part: "a", parent: iri, raw: 1, isQuestion: true });
  const c = said({ verb: "interacted", part: "c", parent: iri, isQuestion: true });
  const first = result([a, c], values);
  expect([first.questions, first.answered, hasAnsweredAll(first)]).toEqual([["a", "b", "c"], ["a"], false]);
  const rest = ["b", "c"].map((part) => said({ part, parent: iri, raw: 0, isQuestion: true }));
  expect(hasAnsweredAll(result([a, c, ...rest], values))).toBe(true);
});

test("values that are no JSON or of another kind change nothing", () => {
  const values = { [ownElements.h5pFinished]: "{", [ownElements.h5pQuestions]: '{"a":1}' };
  expect(result([], values)).toMatchObject({ completion: "incomplete", raw: null, questions: [] });
});

const statement = fc
  .record(
    {
      verb: fc.constantFrom("answered", "completed", "attempted", "interacted"),
      part: fc.constantFrom("a", "b"),
      parent: fc.constant(iri),
      raw: fc.double(),
      max: fc.double(),
      success: fc.boolean(),
    },
    { requiredKeys: ["verb"] },
  )
  .map(said);

test("whatever is said, the score stays in its bounds, and saying it again in place changes nothing", () => {
  fc.assert(
    fc.property(fc.array(statement), (statements) => {
      const once = result(statements);
      if (once.scaled !== null) {
        expect(once.scaled).toBeGreaterThanOrEqual(-1);
        expect(once.scaled).toBeLessThanOrEqual(1);
      }
      expect(result(statements.flatMap((one) => [one, one]))).toEqual(once);
    }),
  );
});

test("the order of what parts say changes nothing about the whole", () => {
  const parts = fc.array(statement.filter(({ object }) => "id" in object && object.id !== iri));
  fc.assert(
    fc.property(parts, (statements) => {
      const whole = said({ verb: "completed", raw: 1, success: true });
      const reversed = [...statements].reverse();
      expect(result([whole, ...reversed])).toEqual(result([...statements, whole]));
    }),
  );
});
