import fc from "fast-check";
import { expect, test } from "vitest";

import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import type { LessonPage } from "#app/library/lesson-pages.ts";
import { getLessonPages } from "#app/library/published-course.server.ts";
import { renderQuestionContext } from "#app/library/question-context.server.ts";
import { safePages } from "#app/library/safe-pages.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";
import { publishedCourse } from "#tests/builders/course.ts";
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

test("what is stored is sanitised again when it is read, and stays as it is where it was safe", async () => {
  await publishedCourse();
  const rows = await db.lessonText.findMany();
  expect(rows.length).toBeGreaterThan(20);
  for (const { pages } of rows) expect(safePages(pages as LessonPage[])).toEqual(pages);

  const [row] = rows;
  if (!row) throw new Error("no lesson");
  const html = hostileTexts.filter((text) => text.startsWith("<")).join("\n");
  const blocks = [
    { kind: "html", html: `${html}<p>words</p>` },
    { kind: "roles", roles: [{ sector: "police", html }] },
    { kind: "animation", title: "A", scenes: [{ src: "/media/x", alt: "", size: null, html }] },
  ];
  const pages = [{ id: "start", title: "Start", facts: [], blocks }];
  const { courseVersionId, lesson, language } = row;
  await db.lessonText.updateMany({ where: { courseVersionId, lesson, language }, data: { pages } });
  const read = await getLessonPages(courseVersionId, lesson, language as Language);
  expect(htmlIn(read.pages)).toHaveLength(3);
  // A button without a form and a picture of this address do nothing.
  const idle = ["<button>", '<img src="x">'];
  expect(
    htmlIn(read.pages)
      .flatMap(dangersIn)
      .filter((tag) => !idle.includes(tag)),
  ).toEqual([]);
  expect(htmlIn(read.pages)[0]).toContain("words");
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
