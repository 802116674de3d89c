import { expect, test } from "vitest";

import { guidePage } from "#app/library/guide.server.ts";
import { helpTopicOf, helpTopics } from "#app/routes/teach/help-topics.ts";
import { learner, trainer } from "#tests/builders/people.ts";

test("every page of the trainers' guide is in the product, under its title, and its links lead to others", async () => {
  const vera = await trainer();
  for (const { topic, title } of helpTopics) {
    const page = guidePage(vera, topic);
    expect(page.title).toBe(title);
    for (const [, address = ""] of page.html.matchAll(/href="([^"]*)"/g)) {
      if (/^(https?:|#)/.test(address)) continue;
      const linked = /^\/teach\/help\/([a-z-]+)/.exec(address)?.[1];
      expect(
        helpTopics.map((one) => one.topic),
        `${topic}: ${address}`,
      ).toContain(linked);
    }
  }
  expect(guidePage(vera, "first-course").html).toContain('href="/teach/help/translation"');
  expect(() => guidePage(vera, "no-such")).toThrow(expect.objectContaining({ status: 404 }));
  const ana = await learner();
  expect(() => guidePage(ana, "first-course")).toThrow(expect.objectContaining({ status: 403 }));
});

test.each([
  ["/teach", "first-course"],
  ["/teach/digital-safety", "learners"],
  ["/teach/digital-safety/draft/lessons/accounts/en", "lessons"],
  ["/teach/digital-safety/draft/translation-questions/sq", "translation"],
  ["/teach/digital-safety/draft", "publication"],
  ["/teach/banks/b/questions/q/edit", "banks"],
  ["/teach/digital-safety/quizzes/final/grading", "grading"],
  ["/teach/help/banks", null],
  ["/learn/digital-safety", null],
])("the help of %s is about %s", (path, topic) => {
  expect(helpTopicOf(path)).toBe(topic);
});
