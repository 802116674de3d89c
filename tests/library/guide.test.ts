import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import sharp from "sharp";
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

test("the guide shows every picture that the journeys take of it, with words and its size, and none that is not there", async () => {
  const folder = join(import.meta.dirname, "../../docs/trainers");
  const taken = readdirSync(join(folder, "pictures")).filter((name) => name.endsWith(".png"));
  const sizes = JSON.parse(readFileSync(join(folder, "pictures/sizes.json"), "utf8"));
  expect(Object.keys(sizes).sort()).toEqual(taken.map((name) => name.replace(".png", "")).sort());
  const vera = await trainer();
  const shown: string[] = [];
  for (const { topic } of helpTopics) {
    const pictures = [...guidePage(vera, topic).html.matchAll(/<img [^>]*>/g)];
    expect(pictures.length, topic).toBeGreaterThan(0);
    for (const [tag] of pictures) {
      const [, name = ""] = /src="[^"]*\/([a-z-]+)\.png"/.exec(tag) ?? [];
      shown.push(`${name}.png`);
      const { width, height } = await sharp(join(folder, "pictures", `${name}.png`)).metadata();
      expect(sizes[name]).toEqual({ width, height });
      expect(tag).toContain(`width="${width}" height="${height}"`);
      expect(tag).toMatch(/alt="[^"]{20,}"/);
    }
  }
  expect(shown.sort()).toEqual(taken.sort());
  const bytes = taken.map((name) => statSync(join(folder, "pictures", name)).size);
  expect(Math.max(...bytes)).toBeLessThan(150_000);
});

test.each([
  ["/teach", "first-course"],
  ["/teach/digital-safety", "learners"],
  ["/teach/digital-safety/draft/lessons/accounts/en", "lessons"],
  ["/teach/digital-safety/draft/translation-questions/sq", "translation"],
  ["/teach/digital-safety/draft", "publication"],
  ["/teach/digital-safety/draft/captions/call.en.vtt", "media"],
  ["/teach/digital-safety/draft/assignments/new", "grading"],
  ["/teach/digital-safety/draft/sections/two", "outline"],
  ["/teach/digital-safety/sessions/meeting/new", "outline"],
  ["/teach/digital-safety/availability", "publication"],
  ["/teach/imports/u", "in-and-out"],
  ["/teach/banks/b/questions/q/edit", "banks"],
  ["/teach/digital-safety/quizzes/final/grading", "grading"],
  ["/teach/help/banks", null],
  ["/learn/digital-safety", null],
])("the help of %s is about %s", (path, topic) => {
  expect(helpTopicOf(path)).toBe(topic);
});
