import fc from "fast-check";
import { expect, test } from "vitest";

import { renderLesson } from "#app/library/lesson-markdown.server.ts";
import type { LessonPage } from "#app/library/lesson-pages.ts";
import { renderQuestionContext } from "#app/library/question-context.server.ts";
import { mediaResponse } from "#app/platform/media-response.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { storeFile } from "#app/platform/storage.server.ts";

/** What an author, an imported file or a translator's tool may bring into a text. */
const hostile = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<svg onload="alert(1)"><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<iframe src="https://evil.example" srcdoc="<script>alert(1)</script>"></iframe>',
  "<style>* { display: none }</style>",
  '<p style="position:fixed;inset:0" onclick="alert(1)">x</p>',
  '<math><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>',
  '<img srcset="https://evil.example/x.png 1x" src="https://evil.example/y.png">',
  '<object data="data:text/html,x"></object><embed src="javascript:alert(1)">',
  '<form action="https://evil.example"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](&#106;avascript:alert(1))",
  "[x](\u0001javascript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:alert(1))",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  "![x](javascript:alert(1))",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  ':::note{onclick="alert(1)" style="color:red" class="evil" srcdoc="x"}\nWords.\n:::',
  ':::steps{onmouseover="alert(1)"}\n1. One\n2. Two\n:::',
  '::figure[<script>alert(1)</script>]{src="javascript:alert(1)" alt="x" onload="alert(1)"}',
  '::video[x]{src="data:video/mp4;base64,AAAA" onplay="alert(1)"}',
  ":tool[x]{onclick='alert(1)' href='javascript:alert(1)'}",
  "`code` <b onmouseover=alert(1)>x</b>",
  "**bold** plain words that stay",
] as const;

/** Tags, attributes and addresses that run or fetch something, in HTML as a browser reads it. */
function dangersIn(html: string): string[] {
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  return tags.filter(
    (tag) =>
      /^<(script|style|iframe|object|embed|form|button|input|base|meta|link|svg|math|template)\b/i.test(
        tag,
      ) ||
      /\s(on\w+|style|srcset|srcdoc|formaction|xlink:href)\s*=/i.test(tag) ||
      [...tag.matchAll(/\s(?:href|src|action|poster)="([^"]*)"/gi)].some(
        ([, address = ""]) => !/^(https?:|mailto:|tel:|\/(?!\/)|#|$)/i.test(address),
      ),
  );
}

/** Every piece of HTML in the pages of a lesson; all other texts are shown as text. */
function htmlIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return key === "html" ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => htmlIn(one, name));
}

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
  .array(fc.tuple(fc.constantFrom(...hostile), fc.constantFrom("\n\n", "\n", " ", "")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.map(([part, end]) => part + end).join(""));

test("nothing in a lesson or in a question's situation runs or fetches anything, however it is mixed", () => {
  expect(dangersIn('<a href="javascript:x">')).toHaveLength(1);
  expect(dangersIn('<p onclick="x">')).toHaveLength(1);
  for (const text of hostile) {
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
