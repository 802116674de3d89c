import fc from "fast-check";
import { expect, test } from "vitest";

import { gradeResponse, isFinished, isLocated } from "#app/assessment/grading/grade.ts";
import { keyOf } from "#app/assessment/grading/key.ts";
import { readNumber } from "#app/assessment/grading/number-answer.ts";
import { percentOfTyped } from "#app/assessment/grading/typed-answer.ts";
import { type Presentation, presentationOf } from "#app/assessment/presentation.ts";
import { randomFrom } from "#app/assessment/random.ts";
import { type AnswerFields, fieldsOfResponse, responseOf } from "#app/assessment/response.ts";
import type { Question, QuestionOf, Response } from "#app/library/question-format.ts";
import { anyQuestion, anyQuestionOf } from "#tests/builders/any-question.ts";
import { questionOfType } from "#tests/builders/questions.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** Form fields as anybody could send them: right ones, wrong ones, and ones that make no sense. */
const names = [
  "answer",
  "part-0",
  "part-1",
  "part-2",
  "gap-0",
  "gap-1",
  "gap-2",
  "way",
  "confidence",
  "regions",
  "second",
];
const word = fc.oneof(
  fc.nat(5).map(String),
  fc.constantFrom("true", "false", "real", "manipulated", "50", "100", "", "-1", "proof", "Sarajevo", "10"),
  fc.string({ maxLength: 8 }),
);
const anyFields: fc.Arbitrary<AnswerFields> = fc.dictionary(
  fc.constantFrom(...names),
  fc.oneof(word, fc.array(word, { maxLength: 4 })),
);

function scoreOf(question: Question, response: Response | null) {
  return gradeResponse(question, response)?.fraction ?? 0;
}

test("whatever a form sends gets a score from 0 to 1, and only a full one is right", () => {
  fc.assert(
    fc.property(anyQuestion, anyFields, seeds, (question, fields, seed) => {
      const { response } = responseOf(question, presentationOf(question, randomFrom(seed)), fields);
      const grade = gradeResponse(question, response);
      if (!grade) return;
      expect(grade.fraction).toBeGreaterThanOrEqual(0);
      expect(grade.fraction).toBeLessThanOrEqual(1);
      expect(grade.isRight).toBe(grade.fraction > 1 - 1e-9);
    }),
    { numRuns: 1000 },
  );
});

test("no answer never scores, and an empty form is no answer", () => {
  fc.assert(
    fc.property(anyQuestion, seeds, (question, seed) => {
      expect(gradeResponse(question, null)).toEqual({ fraction: 0, isRight: false });
      const { response, errors } = responseOf(question, presentationOf(question, randomFrom(seed)), {});
      expect(response).toBeNull();
      expect(Object.keys(errors ?? {})).toHaveLength(1);
    }),
  );
});

test("a key has all points, and none where a person marks", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const key = keyOf(question);
      if (key === null) expect(["essay", "file"]).toContain(question.type);
      else expect(gradeResponse(question, key)).toEqual({ fraction: 1, isRight: true });
    }),
    { numRuns: 500 },
  );
});

test("an answer comes back from its form as it was, in whichever order its parts are shown, with the same score", () => {
  fc.assert(
    fc.property(
      anyQuestion,
      anyFields,
      seeds,
      seeds,
      fc.boolean(),
      (question, fields, seed, other, isShuffled) => {
        const first = presentationOf(question, randomFrom(seed));
        const second = presentationOf(question, randomFrom(other), isShuffled);
        for (const response of [keyOf(question), responseOf(question, first, fields).response]) {
          if (response === null) continue;
          const again = responseOf(question, second, fieldsOfResponse(question, second, response)).response;
          expect(again).toEqual(response);
          expect(scoreOf(question, again)).toBe(scoreOf(question, response));
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("the order in which parts are written does not change a score", () => {
  fc.assert(
    fc.property(anyQuestion, anyFields, seeds, (question, fields, seed) => {
      const { response } = responseOf(question, presentationOf(question, randomFrom(seed)), fields);
      expect(scoreOf(reversed(question), response)).toBeCloseTo(scoreOf(question, response), 9);
    }),
    { numRuns: 500 },
  );
});

/** The same question with its parts written in another order, where that order is not the key. */
function reversed(question: Question): Question {
  const back = <T>(list: readonly T[]) => [...list].reverse();
  switch (question.type) {
    case "single":
    case "scenario":
      return { ...question, options: back(question.options) };
    case "multiple":
      return { ...question, options: back(question.options), answer: back(question.answer) };
    case "match":
      return { ...question, pairs: back(question.pairs), distractors: back(question.distractors) };
    case "blanks":
      return { ...question, gaps: back(question.gaps) };
    case "branching":
      return { ...question, steps: question.steps.map((step) => ({ ...step, choices: back(step.choices) })) };
    case "hotspot":
      return { ...question, regions: back(question.regions) };
    default:
      return question;
  }
}

test("choosing everything never scores where a part of the points can be had", () => {
  fc.assert(
    fc.property(anyQuestionOf("multiple"), anyQuestionOf("hotspot"), (multiple, hotspot) => {
      const several = multiple as QuestionOf<"multiple">;
      expect(scoreOf({ ...several, scoring: "partial" }, several.options)).toBe(0);
      const spots = { ...(hotspot as QuestionOf<"hotspot">), choose: "some", scoring: "partial" } as const;
      expect(
        scoreOf(
          spots,
          spots.regions.map(({ id }) => id),
        ),
      ).toBe(0);
    }),
  );
});

test("parts of an order are never shown in the right order, and options keep theirs if the quiz says so", () => {
  fc.assert(
    fc.property(anyQuestion, seeds, fc.boolean(), (question, seed, isShuffled) => {
      const shown = presentationOf(question, randomFrom(seed), isShuffled);
      if (question.type === "order") expect(shown.options).not.toEqual(question.options);
      if (question.type === "single" && !isShuffled) expect(shown.options).toEqual(question.options);
      expect(presentationOf(question, randomFrom(seed), isShuffled)).toEqual(shown);
    }),
  );
});

const parts = (given: Partial<Question>) =>
  ({ ...questionOfType(given.type ?? "single"), ...given }) as Question;

test.each<[string, Question, Response, number]>([
  ["half of the right options", parts({ type: "multiple", scoring: "partial" }), ["a"], 0.5],
  ["a right and a wrong one", parts({ type: "multiple", scoring: "partial" }), ["a", "c"], 0],
  ["both and a wrong one", parts({ type: "multiple", scoring: "partial" }), ["a", "b", "c"], 0.5],
  ["both and a wrong one, all or nothing", parts({ type: "multiple" }), ["a", "b", "c"], 0],
  ["an option worth a part", parts({ type: "single", partial: { b: 40 } }), "b", 0.4],
  ["one pair of neighbours of two", parts({ type: "order", scoring: "pairs" }), ["s3", "s1", "s2"], 0.5],
  ["the order from its end", parts({ type: "order", scoring: "pairs" }), ["s3", "s2", "s1"], 0],
  ["one line twice", parts({ type: "order", scoring: "pairs" }), ["s1", "s2", "s2"], 0],
  ["one pair of two", parts({ type: "match", scoring: "each" }), { p1: "p1", p2: "d1" }, 0.5],
  ["one pair of two, all or nothing", parts({ type: "match" }), { p1: "p1", p2: "d1" }, 0],
  ["one gap of two", questionOfType("blanks"), { g1: "a" }, 0.5],
  ["one gap of two, all or nothing", parts({ type: "blanks", scoring: "all" }), { g1: "a" }, 0],
  ["the better way's beginning", questionOfType("branching"), ["s1.a", "s2.b"], 0.5],
  ["a step that the way does not reach", questionOfType("branching"), ["s2.a"], 0],
  ["the wrong region", questionOfType("hotspot"), ["r2"], 0],
  ["the right verdict, unsure", questionOfType("detection"), { verdict: "manipulated", confidence: 50 }, 1],
  ["the wrong verdict, sure", questionOfType("detection"), { verdict: "real", confidence: 100 }, 0],
])("%s", (_name, question, response, expected) => {
  expect(scoreOf(question, response)).toBeCloseTo(expected, 9);
});

test("essays and files wait for a person", () => {
  expect(gradeResponse(questionOfType("essay"), "text")).toBeNull();
  const file = { name: "a.pdf", sha256: "0", bytes: 1, contentType: "application/pdf" };
  expect(gradeResponse(questionOfType("file"), { file })).toBeNull();
});

test("a way is finished where no step follows, and a choice once made stands", () => {
  const question = questionOfType("branching");
  const shown: Presentation = { options: [], right: [] };
  expect(isFinished(question, ["s1.a"])).toBe(false);
  expect(isFinished(question, ["s1.b"])).toBe(true);
  const other = responseOf(question, shown, { answer: "1" }, ["s1.a"]);
  expect(other.response).toEqual(["s1.a"]);
  expect(responseOf(question, shown, { way: ["0"], answer: "0" }, ["s1.a"]).response).toEqual([
    "s1.a",
    "s2.a",
  ]);
});

test("where the manipulation is counts apart from the verdict", () => {
  const question = parts({
    type: "detection",
    locate: { kind: "second", from: 3, to: 5 },
  } as Partial<Question>) as QuestionOf<"detection">;
  const said = { verdict: "manipulated", confidence: 80 } as const;
  expect(isLocated(question, { ...said, second: 5 })).toBe(true);
  expect(isLocated(question, { ...said, second: 5.1 })).toBe(false);
  expect(isLocated(question, { ...said, verdict: "real" })).toBeNull();
  const shown: Presentation = { options: [], right: [] };
  const read = responseOf(question, shown, { answer: "manipulated", confidence: "80", second: "1:15,5" });
  expect(read.response).toEqual({ ...said, second: 75.5 });
});

const all = { case: true, diacritics: true, script: true };
const none = { case: false, diacritics: false, script: false };

test.each([
  ["Čačak", "cacak", all, true],
  ["Čačak", "cacak", { ...all, diacritics: false }, false],
  ["Čačak", "Чачак", all, true],
  ["Čačak", "ЧАЧАК", all, true],
  ["Čačak", "Чачак", { ...all, script: false }, false],
  ["Đorđe", "djordje", all, true],
  ["Ђорђе", "Đorđe", { ...none, script: true }, true],
  ["Ljubljana", "Љубљана", all, true],
  ["Njegoš", "Његош", all, true],
  ["ǈubav", "ljubav", all, true],
  ["Ѓорѓи", "Gjorgji", all, true],
  ["Ќе", "kje", all, true],
  ["Ѕвезда", "dzvezda", all, true],
  ["мајка", "маjка", all, true],
  ["çelësi", "celesi", all, true],
  ["Çelësi", "çelësi", { ...none, case: true }, true],
  ["proof", "  proof ", none, true],
  ["two words", "two   words", none, true],
  ["two words", "twowords", all, false],
  ["o'clock", "o’clock", none, true],
  ["proof", "Proof", none, false],
  ["й", "и", all, false],
])("%s accepts %s with %o: %s", (text, answer, fold, expected) => {
  const key = { accepted: [{ text, percent: 100 }], fold, wildcards: false };
  expect(percentOfTyped(key, answer)).toBe(expected ? 100 : 0);
});

test.each([
  ["*proof*", "the proofs", true],
  ["pro*f", "proof", true],
  ["pro*f", "proofs", false],
  ["a*b*c", "abbbc", true],
  ["a*b*c", "acb", false],
  ["доказ*", "dokazi", true],
  ["(a+)+$", "aaaa", false],
])("the pattern %s fits %s: %s", (text, answer, expected) => {
  const key = { accepted: [{ text, percent: 100 }], fold: all, wildcards: true };
  expect(percentOfTyped(key, answer)).toBe(expected ? 100 : 0);
});

test("the best of several accepted answers counts, and a hostile pattern takes no time", () => {
  const accepted = [
    { text: "a*", percent: 50 },
    { text: "ab", percent: 100 },
  ];
  expect(percentOfTyped({ accepted, fold: all, wildcards: true }, "ab")).toBe(100);
  expect(percentOfTyped({ accepted, fold: all, wildcards: true }, "ac")).toBe(50);
  const hostile = [{ text: `${"*a".repeat(200)}b`, percent: 100 }];
  const begun = performance.now();
  expect(percentOfTyped({ accepted: hostile, fold: all, wildcards: true }, "a".repeat(500))).toBe(0);
  expect(performance.now() - begun).toBeLessThan(200);
});

test.each([
  ["12", 12],
  ["12,5", 12.5],
  ["12.5", 12.5],
  ["−3", -3],
  ["- 3", -3],
  ["+3", 3],
  ["1 234", 1234],
  ["1 234,5", 1234.5],
  ["1\u00a0234\u202f567", 1234567],
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1.234.567", 1234567],
  [",5", 0.5],
  ["-0", 0],
  ["1 23", null],
  ["1.23.4", null],
  ["1,2,3.4", null],
  ["12a", null],
  ["", null],
  ["-", null],
  [".", null],
  ["1.2.345,6", null],
])("the number %s is %s", (text, expected) => {
  expect(readNumber(text)).toBe(expected);
});

const length = {
  ...questionOfType("numeric"),
  answer: 2,
  tolerance: 0.1,
  unit: "km",
  units: [
    { unit: "m", factor: 0.001 },
    { unit: "mile", factor: 1.609344 },
  ],
} as QuestionOf<"numeric">;
const strict = { ...length, isUnitRequired: true };
const relative = { ...length, tolerance: 0.05, toleranceKind: "relative" } as const;
const share = { ...length, answer: 5, unit: "%", units: [] };

test.each<[string, Question, string, number | string]>([
  ["in the unit", length, "2,1 km", 1],
  ["without a unit", length, "1.9", 1],
  ["just outside", length, "2.11", 0],
  ["in another unit", length, "2 050 m", 1],
  ["in another unit, without a space", length, "1,25mile", 1],
  ["in the other script", length, "2 км", 1],
  ["in an unknown unit", length, "2 l", "quiz.writeUnit"],
  ["without the unit that is asked", strict, "2", "quiz.writeUnit"],
  ["with the unit that is asked", strict, "2 km", 1],
  ["within a part of the answer", relative, "2.1", 1],
  ["outside a part of the answer", relative, "2.11", 0],
  ["with a percent sign", share, "5 %", 1],
  ["no number", length, "km", "quiz.writeNumber"],
])("a quantity %s", (_name, question, answer, expected) => {
  const { response, errors } = responseOf(question, { options: [], right: [] }, { answer });
  expect(errors ? errors.answer : scoreOf(question, response)).toBe(expected);
});
