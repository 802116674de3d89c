import fc from "fast-check";
import { expect, test } from "vitest";

import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import type { LessonPage } from "#app/library/lesson-pages.ts";
import { renderQuestionContext } from "#app/library/question-context.server.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";
import { dangersIn, hostileTexts, htmlIn } from "#tests/builders/hostile-texts.ts";

function pagesOf(text: string): LessonPage[] {
  const medium = { address: "/media/x", contentType: "video/mp4", bytes: 1 };
  return renderLesson(`::page[${text.split("\n")[0]}]{#start}\n\n${text}\n`, "lessons/x/en.md", {
    t: i18nFor("en").t,
    language: "en",
    mediumOf: (path) => (path.startsWith("media/") ? medium : null),
    base: null,
    pictureOf: (path) => (path.startsWith("media/") ? { address: "/media/x", size: null } : null),
  }).pages;
}

const texts = fc
  .array(fc.tuple(fc.constantFrom(...hostileTexts), fc.constantFrom("\n\n", "\n", " ", "")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.map(([part, end]) => part + end).join(""));

test("nothing in a lesson or in a question's situation runs or fetches anything, however it is mixed", () => {
  expect(dangersIn('<a href="javascript:x">')).toHaveLength(1);
  expect(dangersIn('<p onclick="x">')).toHaveLength(1);
  for (const text of hostileTexts) {
    expect(htmlIn(pagesOf(text)).flatMap(dangersIn), text).toEqual([]);
    expect(dangersIn(renderQuestionContext(text, () => "/media/x")), text).toEqual([]);
  }
  fc.assert(
    fc.property(texts, (text) => {
      expect(htmlIn(pagesOf(text)).flatMap(dangersIn)).toEqual([]);
      expect(dangersIn(renderQuestionContext(text, (name) => `/media/${encodeURIComponent(name)}`))).toEqual(
        [],
      );
    }),
    { numRuns: 150 },
  );
  expect(JSON.stringify(pagesOf("**bold** plain words that stay"))).toContain("plain words that stay");
});

test.each([
  ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ["image/png", "<html><script>alert(1)</script></html>"],
  ["video/mp4", "<html><script>alert(1)</script></html>"],
  ["audio/mpeg", "<html><script>alert(1)</script></html>"],
  ["text/vtt; charset=utf-8", "WEBVTT\n\n00:00.000 --> 00:01.000\n<script>alert(1)</script>\n"],
  ["application/pdf", "%PDF-1.7 <script>alert(1)</script>"],
  ["application/octet-stream", "<html><script>alert(1)</script></html>"],
])("a kept file of %s is never taken for a page and runs nothing", async (contentType, content) => {
  const key = `media/hostile-${contentType.replace(/\W/g, "-")}`;
  const bytes = Buffer.from(content);
  await storeFile(key, bytes);
  const address = "http://localhost:3000/media/x";
  for (const headers of [{}, { Range: "bytes=0-3" }, { Range: "bytes=9999-" }] as Record<string, string>[]) {
    const response = await mediaResponse(new Request(address, { headers }), {
      key,
      contentType,
      bytes: bytes.length,
    });
    expect(response.headers.get("Content-Type")).toBe(contentType);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toMatch(/(^|; )sandbox$/);
    await response.arrayBuffer();
  }
});
