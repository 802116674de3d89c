import { expect, test } from "vitest";

import { pastedMarkdown } from "#app/authoring/editor/pasted-markdown.ts";
import { fromGoogle, fromWord } from "#tests/builders/clipboard.ts";

test("what is pasted from Word is headings, lists, tables, links and emphasis, and nothing else", () => {
  expect(pastedMarkdown(fromWord)).toBe(
    `## Before you call

Ask **first**, then *listen*. See [this page](https://example.org/a) or write.

- One
  - Inside one
- Two

### Then

1. First
2. Second

| Who | What |
| - | - |
| Police | Keeps and asks |
`,
  );
});

test("what is pasted from Google Docs is the same", () => {
  expect(pastedMarkdown(fromGoogle)).toBe(`## A plan

She decides **when** and *how*. [The plan](https://example.org/plan)

- One
  - Inside
- Two

| Who | What |
| - | - |
| Police | |
`);
});

test("scripts and what would run are dropped, words stay", () => {
  const html = `<p onclick="x()">Words <script>alert(1)</script><a href="javascript:alert(1)">here</a></p><iframe src="https://example.org"></iframe>`;
  expect(pastedMarkdown(html)).toBe("Words here\n");
});
