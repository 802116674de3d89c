import { expect, test } from "vitest";

import { englishSyllables } from "#app/library/reading/english-syllables.ts";

test.each([
  [1, "the he name named makes need please she've change threats"],
  [2, "platform wanted houses being danger table quiet colleagues real-time people changes"],
  [3, "examples evidence violence reporting survivor intimate reliance co-worker"],
  [4, "reality evaluate security authority"],
  [6, "responsibility"],
])("words of %i syllables are counted", (count, words) => {
  const wrong = words.split(" ").filter((word) => englishSyllables(word) !== count);
  expect(wrong).toEqual([]);
});
