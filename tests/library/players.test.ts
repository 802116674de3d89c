import { expect, test } from "vitest";

import { faultSentence } from "#app/library/fault-line.server.ts";
import { captionFault } from "#app/library/captions.ts";
import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

const types: Record<string, string> = {
  "media/x.mp4": "video/mp4",
  "media/x.mp3": "audio/mpeg",
  "media/x.en.vtt": "text/vtt; charset=utf-8",
  "media/x.pdf": "application/pdf",
};

function lessonWith(text: string) {
  return renderLesson(`::page[A page]{#page}\n\n${text}`, "en.md", {
    t: i18nFor("en").t,
    language: "en",
    pictureOf: () => null,
    mediumOf: (path) =>
      types[path] ? { address: `/${path}`, contentType: types[path], bytes: 2_400_000 } : null,
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

test("a film is loaded when it is started, with captions in the lesson's language", () => {
  const html = htmlOf("::video[A call]{src=media/x.mp4 captions=media/x.en.vtt}");
  expect(html).toContain('<video controls preload="none" src="/media/x.mp4" aria-label="A call">');
  expect(html).toMatch(
    /<track kind="captions" src="\/media\/x\.en\.vtt" srclang="en" label="Captions" default>/,
  );
  expect(html).toContain("<figcaption>A call</figcaption>");
});

test("what stands inside is the transcript, closed under the player", () => {
  const html = htmlOf(":::audio[A call]{src=media/x.mp3}\nHer **words**.\n:::");
  expect(html).toContain('<audio controls preload="none" src="/media/x.mp3" aria-label="A call"></audio>');
  expect(html).toMatch(
    /<details><summary>Transcript<\/summary><div><p>Her <strong>words<\/strong>\.<\/p><\/div>/,
  );
});

test("a file to download is saved under its name; what it is and how large stands beside it", () => {
  expect(htmlOf("::download[The checklist]{file=media/x.pdf}")).toBe(
    '<p class="download"><a href="/media/x.pdf" download="x.pdf">The checklist</a> (PDF, 2.3 MB)</p>',
  );
});

test.each([
  ["a download that is not there", "::download[A]{file=media/y.pdf}", "no file “media/y.pdf”"],
  ["a download without title", "::download{file=media/x.pdf}", "no title"],
  ["a film without words", "::video[A]{src=media/x.mp4}", "neither captions nor a transcript"],
  ["a sound without words", "::audio[A]{src=media/x.mp3}", "no transcript"],
  ["captions under a sound alone", "::audio[A]{src=media/x.mp3 captions=media/x.en.vtt}", "no transcript"],
  ["a film without title", ":::video{src=media/x.mp4}\nA\n:::", "no title"],
  ["a sound as film", ":::video[A]{src=media/x.mp3}\nA\n:::", "no film “media/x.mp3”"],
  ["a film from elsewhere", ":::video[A]{src=https://example.org/x.mp4}\nA\n:::", "no film"],
  ["captions that are none", "::video[A]{src=media/x.mp4 captions=media/x.mp3}", "no captions “"],
])("%s is named at its line", (_fault, text, problem) => {
  const { faults } = lessonWith(text);
  expect(faults).toEqual([expect.objectContaining({ line: 3 })]);
  expect(faults[0] && faultSentence(faults[0])).toContain(problem);
});

const cue = "00:01.000 --> 00:04.500 align:start\nGood day.\n";

test.each([
  ["captions", `WEBVTT\n\nNOTE by us\n\n1\n${cue}\n01:00:05.000 --> 01:00:06.000\nYes.`, null],
  ["captions of Windows", `\uFEFFWEBVTT A call\r\n\r\n${cue.replaceAll("\n", "\r\n")}`, null],
  ["another file", `1\n${cue}`, { problem: "header", line: 1 }],
  ["times with commas", "WEBVTT\n\n00:01,000 --> 00:04,000\nA", { problem: "timing", line: 3 }],
  [
    "a caption that ends before it begins",
    "WEBVTT\n\n00:04.000 --> 00:01.000\nA",
    { problem: "order", line: 3 },
  ],
  ["captions out of order", `WEBVTT\n\n${cue}\n00:00.500 --> 00:02.000\nA`, { problem: "order", line: 6 }],
  [
    "a caption without words",
    `WEBVTT\n\n${cue}\n00:05.000 --> 00:06.000\n\nA`,
    { problem: "empty", line: 6 },
  ],
  ["no caption", "WEBVTT\n", { problem: "none", line: 1 }],
])("%s: what is wrong is told by its line", (_name, text, fault) => {
  expect(captionFault(text)).toEqual(fault);
});
