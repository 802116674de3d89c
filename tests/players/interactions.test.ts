import { expect, test } from "vitest";

import { interactionsIn, interactionsOf } from "#app/players/interactions.ts";

const values = (activity: string, elements: Record<string, string>) =>
  Object.entries(elements).map(([element, value]) => ({ activity, element, value }));

test("interactions of SCORM 2004 and 1.2 are read alike, in the order in which they were reported", () => {
  const found = interactionsOf([
    ...values("sco-1", {
      "cmi.interactions.10.id": "last",
      "cmi.interactions.2.id": "q1",
      "cmi.interactions.2.type": "choice",
      "cmi.interactions.2.learner_response": "b",
      "cmi.interactions.2.result": "incorrect",
      "cmi.interactions.2.description": "Which one?",
      "cmi.interactions.2.correct_responses.0.pattern": "a",
      "cmi.interactions.2.correct_responses.1.pattern": "c",
      "cmi.suspend_data": "x",
    }),
    ...values("sco-2", {
      "cmi.interactions.0.id": "q1",
      "cmi.interactions.0.student_response": "t",
      "cmi.interactions.0.result": "wrong",
    }),
  ]);
  expect(found.map(({ activity, id }) => `${activity} ${id}`)).toEqual([
    "sco-2 q1",
    "sco-1 q1",
    "sco-1 last",
  ]);
  expect(found[1]).toEqual({
    activity: "sco-1",
    id: "q1",
    type: "choice",
    description: "Which one?",
    response: "b",
    isRight: false,
    expected: ["a", "c"],
  });
  expect(found[0]).toMatchObject({ response: "t", isRight: false });
});

test("of a question that a journal holds several times, the last answer is the one", () => {
  const found = interactionsOf(
    values("sco", {
      "cmi.interactions.0.id": "q1",
      "cmi.interactions.0.learner_response": "a",
      "cmi.interactions.0.result": "incorrect",
      "cmi.interactions.1.id": "q1",
      "cmi.interactions.1.learner_response": "b",
      "cmi.interactions.1.result": "correct",
    }),
  );
  expect(found).toMatchObject([{ response: "b", isRight: true }]);
});

test.each(["neutral", "unanticipated", "0.5", ""])("a result of %o is neither right nor wrong", (result) => {
  const [found] = interactionsOf(
    values("sco", { "cmi.interactions.0.id": "q", "cmi.interactions.0.result": result }),
  );
  expect(found?.isRight).toBeNull();
});

test("statements of H5P tell the question without its markup; those that ask nothing are left out", () => {
  const definition = {
    interactionType: "choice",
    description: { "en-US": "<p>Which   <b>one</b>?</p>" },
    correctResponsesPattern: ["0"],
  };
  const found = interactionsIn([
    { object: { id: "https://x/1", definition }, result: { response: "1", success: false } },
    { object: { id: "https://x/1", definition }, result: { response: "0", success: true } },
    { object: { id: "https://x/page", definition: { name: { en: "A page" } } }, result: {} },
    {},
  ]);
  expect(found).toEqual([
    {
      activity: "",
      id: "https://x/1",
      type: "choice",
      description: "Which one?",
      response: "0",
      isRight: true,
      expected: ["0"],
    },
  ]);
});
