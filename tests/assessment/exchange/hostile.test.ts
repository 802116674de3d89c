import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { readQuestionFile } from "#app/assessment/exchange/question-file.server.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import { zipBytes } from "#tests/builders/archives.ts";
import { readInEnglish, readText } from "#tests/builders/question-files.ts";

const folder = mkdtempSync(join(tmpdir(), "hostile-questions-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    const read = await readQuestionFile({ path, name }, readInEnglish);
    await read.close();
    return `read ${read.questions.length}`;
  } catch (error) {
    if (error instanceof PackageRefusedError) return error.refusal.key;
    throw error;
  }
}

const quiz = (html: string) =>
  `<quiz><question type="truefalse"><name><text>N</text></name><questiontext format="html"><text><![CDATA[${html}]]></text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;

test.each([
  [
    "entities that multiply",
    '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>',
    "packages.refusedEntities",
  ],
  [
    "an entity from outside",
    '<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
    "packages.refusedEntities",
  ],
  ["elements in one another without end", "<a>".repeat(5000), "packages.refusedXmlSize"],
  ["XML that is none", "<quiz><question>", "packages.refusedXml"],
  ["another kind of XML", "<svg/>", "exchange.refusedXmlKind"],
  ["nothing", "  \n", "exchange.refusedEmpty"],
  ["NUL", "a\0b{T}", "exchange.refusedUnknown"],
  ["prose", "Dear reader, this asks nothing.", "exchange.refusedUnknown"],
])("%s is refused in words", async (_, source, key) => {
  expect(await refusalOf(Buffer.from(source), "file.xml")).toBe(key);
});

test("paths that lead out of an archive are refused", async () => {
  const archive = zipBytes([{ name: "../../evil.xml", content: quiz("<p>x</p>") }]);
  expect(await refusalOf(archive, "slip.zip")).toBe("packages.refusedTraversal");
});

test("scripts, handlers and addresses that run something are removed, and it is said", () => {
  const html = `<p onclick="x()">Look <a href="java\nscript:alert(1)">here</a><script>alert(1)</script><img src=x onerror=alert(1)><iframe src="https://evil.example/x"></iframe></p><style>p{}</style><p>Right?</p>`;
  const [question] = readText(quiz(html)).questions;
  const written = JSON.stringify(question?.texts);
  expect(written).not.toMatch(/script|onerror|onclick|alert|iframe/);
  expect(question?.texts.en?.q).toBe("Right?");
  expect(question?.notes.map(({ key }) => key)).toContain("exchange.noteUnsafe");
});

test("markup that is written as text stays text", () => {
  const [question] = readText(
    quiz("<p>Above &lt;script&gt; <em>here</em></p><ul><li>&lt;b&gt;</li></ul><p>Right?</p>"),
  ).questions;
  expect(question?.texts.en?.context).toContain("\\<script>");
});

test("tags that would grow without measure leave out their question only", () => {
  const many =
    Array.from({ length: 4000 }, (_, index) => `<font size=${index}>`).join("") + "<p>".repeat(8000);
  const deep = "<div>".repeat(20_000);
  for (const html of [many, deep, "x".repeat(300_000)]) {
    const { questions, leftOut } = readText(quiz(html));
    expect(questions).toEqual([]);
    expect(leftOut[0]?.reason.key).toMatch(/leftTooComplicated|leftTooLong/);
  }
});

test.each([
  ["one long line", "x".repeat(5_000_000)],
  ["a line of spaces", `a${" ".repeat(5_000_000)}{T}`],
  ["openings only", "{".repeat(5_000_000)],
  ["empty lines only", `${"\n".repeat(3_000_000)}q{T}`],
  ["quotation marks", `question,answer\n${'"'.repeat(5_000_001)}`],
])("%s is over in no time", (_, source) => {
  const started = performance.now();
  try {
    readText(source);
  } catch (error) {
    expect(error).toBeInstanceOf(PackageRefusedError);
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("a wrong or missing encoding is found out", async () => {
  const latin = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>${quiz("<p>Šta je to?</p>").replace("Š", "\u008A")}`,
    "latin1",
  );
  expect(await refusalOf(latin, "latin.xml")).toBe("read 1");
  const wide = Buffer.from(`\uFEFFquestion\tanswer\r\nIstina?\ttrue\r\n`, "utf16le");
  expect(await refusalOf(wide, "wide.txt")).toBe("read 1");
});
