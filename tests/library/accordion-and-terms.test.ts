import { expect, test } from "vitest";

import { withCopiedLinks } from "#app/authoring/export/copied-links.ts";
import { faultSentence } from "#app/library/fault-line.server.ts";
import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import { wordsByPage } from "#app/library/lesson-words.server.ts";
import { pageSources } from "#app/library/lesson-passages.server.ts";
import { textPieces } from "#app/library/reading/html-text.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

const meanings: Record<string, string | null> = {
  deepfake: "Made by a computer & shown as real.",
  consent: null,
};

function lessonWith(text: string) {
  return renderLesson(`::page[A page]{#page}\n\n${text}`, "en.md", {
    t: i18nFor("en").t,
    language: "en",
    pictureOf: () => null,
    mediumOf: () => null,
    meaningOf: (id) => meanings[id],
  });
}

function htmlOf(text: string): string {
  const { pages, faults } = lessonWith(text);
  expect(faults).toEqual([]);
  return pages
    .flatMap(({ blocks }) => blocks)
    .map((block) => (block.kind === "html" ? block.html : ""))
    .join("");
}

const accordion = `::::accordion

:::part[What is it?]
Said **here**. :cite[F1]
:::

:::part[Who helps?]
- One
:::

::::`;

test("parts of an accordion are opened under their titles, by the browser itself", () => {
  expect(htmlOf(accordion)).toBe(
    '<div class="picture"><details><summary>What is it?</summary><div><p>Said <strong>here</strong>. ' +
      '<sup><a href="sources#F1">[1]</a></sup></p></div></details>' +
      "<details><summary>Who helps?</summary><div><ul>\n<li>One</li>\n</ul></div></details></div>",
  );
});

test("a term is a button that opens its meaning, which is no part of the sentence", () => {
  const html = htmlOf("A :term[deepfake]{#deepfake} and :term[another]{#deepfake}.");
  expect(html).toBe(
    '<p>A <span><button type="button" class="term underline decoration-accent underline-offset-4" popovertarget="term-1">deepfake</button>' +
      '<span popover="" id="term-1" class="card m-auto">Made by a computer &#x26; shown as real.</span></span> and ' +
      '<span><button type="button" class="term underline decoration-accent underline-offset-4" popovertarget="term-2">another</button>' +
      '<span popover="" id="term-2" class="card m-auto">Made by a computer &#x26; shown as real.</span></span>.</p>',
  );
  expect(textPieces(html)).toEqual([{ text: "A deepfake and another.", isRunning: true }]);
  const copied = withCopiedLinks(html, { pageAt: (page) => page, origin: "https://example.org" });
  expect(copied).toContain('popovertarget="term-1"');
  expect(copied).toContain('<span popover="" id="term-1" class="card m-auto">');
});

test.each([
  ["a term that the course does not have", "A :term[word]{#other}.", "no term “other”"],
  ["a term without meaning in the language", "A :term[word]{#consent}.", "no meaning in this language"],
  ["a term without a word", "A :term{#deepfake}.", "says no word"],
  ["a term in a link", "A [link to a :term[word]{#deepfake}](page).", "cannot stand in a link"],
  ["an accordion without parts", ":::accordion\nWords.\n:::", "Nothing can be opened"],
  ["a part without title", "::::accordion\n:::part\nWords.\n:::\n::::", "has no title"],
  ["a part without anything in it", "::::accordion\n:::part[A]\n:::\n::::", "holds nothing"],
  ["a part that stands alone", ":::part[A]\nWords.\n:::", "stands outside"],
  ["a question in a part", "::::accordion\n:::part[A]\n::check{#c}\n:::\n::::", "cannot stand inside"],
])("%s is named in words", (_fault, text, problem) => {
  const { faults } = lessonWith(text);
  expect(faults.map((fault) => faultSentence(fault)).join("\n")).toContain(problem);
});

test("a translator gets the titles of parts by themselves, and only words count as changes", () => {
  const source = `::page[A page]{#page}\n\n${accordion}\n\nA :term[deepfake]{#deepfake}.\n`;
  const [page] = pageSources(source);
  expect(page?.passages.map(({ start, end }) => source.slice(start, end))).toEqual([
    "A page",
    "What is it?",
    "Said **here**. :cite[F1]",
    "Who helps?",
    "- One",
    "A :term[deepfake]{#deepfake}.",
  ]);
  expect(wordsByPage(source)).toEqual(wordsByPage(source.replaceAll("{#deepfake}", "{#other}")));
});
