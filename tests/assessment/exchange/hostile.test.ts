import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterAll, expect, test } from "vitest";

import { readQuestionFile } from "#app/assessment/exchange/question-file.server.ts";
import { readApart } from "#app/assessment/exchange/reading-apart.server.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import { seconds } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { readInEnglish, readText } from "#tests/builders/question-files.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

const folder = scratchFolder("hostile-questions");
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

const numbered = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at)).join(" ");

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
  [
    "more elements than files of questions have",
    `<quiz>${"<a/>".repeat(610_000)}</quiz>`,
    "packages.refusedXmlSize",
  ],
  [
    "more attributes than that",
    `<quiz><a ${numbered(1_210_000, (at) => `a${at}=""`)}/></quiz>`,
    "packages.refusedXmlSize",
  ],
  [
    "namespaces that multiply",
    `<quiz ${numbered(5000, (at) => `xmlns:a${at}="u"`)}>${'<a xmlns:z="z"/>'.repeat(400)}</quiz>`,
    "packages.refusedXmlSize",
  ],
  [
    "a DOCTYPE without end",
    `<!DOCTYPE q [${"<!ELEMENT a ANY>".repeat(140_000)}]><quiz/>`,
    "packages.refusedXmlSize",
  ],
  [
    "JSON in itself without end",
    `{"format":"sigurna-questions","x":${"[".repeat(100)}`,
    "packages.refusedJson",
  ],
  ["JSON of values without end", `[{"q":1},${"0,".repeat(3_000_001)}0]`, "packages.refusedJson"],
  ["a line without end", `q{${"=a ".repeat(700_000)}`, "exchange.refusedLongLine"],
  ["a table as wide as a file", `question,answer\n${",".repeat(2_100_000)}`, "exchange.refusedLongLine"],
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

const folded = (name: string, content: string | Buffer, more: object = {}) =>
  zipBytes([{ name, content, ...more }]);
const manyTexts = ["a", "b", "c", "d", "e"].map((name) => ({
  name: `${name}.gift`,
  content: `// ${"x".repeat(60)}\n`.repeat(220_000),
}));

test.each([
  [
    "that is cut off",
    folded("quiz.xml", quiz("<p>x?</p>")).subarray(0, 200),
    "packages.refusedDamagedArchive",
  ],
  ["with a link", folded("quiz.xml", "/etc/passwd", { mode: 0o120777 }), "packages.refusedLink"],
  ["with an absolute path", folded("/etc/quiz.xml", quiz("<p>x?</p>")), "packages.refusedAbsolute"],
  [
    "in an archive",
    folded("inner.zip", folded("quiz.xml", quiz("<p>x?</p>"))),
    "exchange.refusedNoQuestions",
  ],
  ["with more text than fits into memory", zipBytes(manyTexts), "exchange.refusedTooLarge"],
])("an archive %s is refused in words", async (_, bytes, key) => {
  expect(await refusalOf(bytes, "bank.zip")).toBe(key);
});

test("a file whose size is a lie is told of by its name", async () => {
  const bytes = zipBytes([
    { name: "lie.xml", content: quiz("<p>x?</p>"), bytes: 20 },
    { name: "quiz.xml", content: quiz("<p>Right?</p>") },
  ]);
  const path = join(folder, "lie.zip");
  writeFileSync(path, bytes);
  const read = await readQuestionFile({ path, name: "lie.zip" }, readInEnglish);
  await read.close();
  expect(read.questions).toHaveLength(1);
  expect(read.leftOut).toMatchObject([{ name: "lie.xml", reason: { key: "packages.refusedDamaged" } }]);
});

test("a question of more parts than a person can read is left out", () => {
  const words = "<selectoption><text>a</text><group>1</group></selectoption>".repeat(340);
  const gaps = `<quiz><question type="gapselect"><questiontext><text>${"[[1]]".repeat(30_000)}</text></questiontext>${words}</question></quiz>`;
  const answers = quiz("<p>x</p>").replace("</question>", `${"<answer/>".repeat(2001)}</question>`);
  for (const source of [gaps, answers])
    expect(readText(source).leftOut).toMatchObject([{ reason: { key: "exchange.leftManyParts" } }]);
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

const inAnother = (name: string, source: string) => {
  const path = join(folder, name);
  writeFileSync(path, source);
  return { path, name, settings: readInEnglish, category: "Imported", isKept: false };
};

/** Reading it takes minutes. */
const endless = quiz("<p>".repeat(60_000)).replace("<quiz>", "").replace("</quiz>", "").repeat(340);

test("while a hostile file is read others are served, and the limit of time ends it in words", async () => {
  const order = inAnother("endless.xml", `<quiz>${endless}</quiz>`);
  let isReading = true;
  const reading = readApart(order, seconds(5)).finally(() => (isReading = false));
  const refusal = expect(reading).rejects.toMatchObject({ refusal: { key: "exchange.refusedTooCostly" } });
  let served = 0;
  for (; isReading; served += 1) await db.user.count();
  await refusal;
  // Read in this process, it would let through the one that was on its way.
  expect(served).toBeGreaterThan(10);
  expect((await readApart(inAnother("next.xml", quiz("<p>Right?</p>")))).ready).toHaveLength(1);
});

test("a big honest bank is read, and gives what it gives when it is read here", async () => {
  const options = numbered(30, (at) => `~wrong ${at}#Because of ${at}.`);
  const source = numbered(2000, (at) => `::Same:: What is ${at}? {=right ${options}}\n\n`);
  const { ready, leftOut } = await readApart(inAnother("honest.gift", source));
  expect(leftOut).toEqual([]);
  const { questions } = readText(source, "honest.gift");
  expect(ready.map(({ content }) => content.question)).toEqual(questions.map(({ structure }) => structure));
  expect(ready.at(-1)?.content).toMatchObject({ question: { id: "same-2000" } });
});
