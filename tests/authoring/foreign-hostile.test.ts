import { readdirSync } from "node:fs";

import { expect, test } from "vitest";

import { checkCourseFolder, readCourseFolder } from "#app/library/course-folder.server.ts";
import { cartridgeFiles, item, onePixel, webPage } from "#tests/builders/cartridges.ts";
import { foreignFolder, readSource, reasonsOf } from "#tests/builders/foreign-courses.ts";
import { backupFiles, text } from "#tests/builders/moodle-backups.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";
import { tarGz } from "#tests/builders/tar.ts";
import { zipBytes, zipped } from "#tests/builders/zip-bytes.ts";

/** Of this file's tests alone, so that nothing else lies there. */
const own = scratchFolder("hostile-courses");
process.env.TMPDIR = own;

const backup = backupFiles({
  sections: [
    { id: 1, title: "One", activities: [{ id: 1, kind: "page", title: "P", inner: text("content", "x") }] },
  ],
});
const backupEntries = Object.entries(backup).map(([name, content]) => ({ name, content }));
const entities = '<!DOCTYPE m [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';

test.each([
  [
    "a name that leads out of a ZIP archive",
    zipBytes([{ name: "../../x", content: "x" }]),
    "refusedTraversal",
  ],
  [
    "a name that leads out of a tar archive",
    tarGz([...backupEntries, { name: "../../x", content: "x" }]),
    "refusedTraversal",
  ],
  [
    "a prefix that leads out of a tar archive",
    tarGz([...backupEntries, { name: "x", prefix: "a/../.." }]),
    "refusedTraversal",
  ],
  [
    "a long name that leads out",
    tarGz([
      ...backupEntries,
      { name: "L", type: "L", content: "/etc/passwd\0" },
      { name: "x", content: "x" },
    ]),
    "refusedAbsolute",
  ],
  [
    "a pax name that leads out",
    tarGz([
      ...backupEntries,
      { name: "p", type: "x", content: "18 path=../../abc\n" },
      { name: "x", content: "x" },
    ]),
    "refusedTraversal",
  ],
  ["a link in a tar archive", tarGz([...backupEntries, { name: "link", type: "2" }]), "refusedLink"],
  ["a device in a tar archive", tarGz([...backupEntries, { name: "null", type: "3" }]), "refusedLink"],
  ["two files of one name in a tar archive", tarGz([...backupEntries, ...backupEntries]), "refusedDuplicate"],
  [
    "an entry longer than its tar archive",
    tarGz([{ name: "moodle_backup.xml", content: "x", bytes: 100_000 }]),
    "refusedDamagedArchive",
  ],
  ["an entry of a negative size", tarGz([{ name: "moodle_backup.xml", bytes: -8 }]), "refusedDamagedArchive"],
  ["an archive that swells", tarGz({ "files/aa/bomb": Buffer.alloc(120 * 1024 ** 2) }), "refusedRatio"],
  ["a gzipped text", tarGz(backupEntries).subarray(0, 300), "refusedDamagedArchive"],
  ["no archive at all", Buffer.from("hello"), "foreignRefusedUnknown"],
  ["an archive of something else", zipped({ "readme.txt": "x" }), "foreignRefusedUnknown"],
  [
    "entities in a manifest",
    zipped({ "imsmanifest.xml": `${entities}<manifest>&b;</manifest>` }),
    "refusedEntities",
  ],
  [
    "entities in a backup",
    zipped({ "moodle_backup.xml": `${entities}<moodle_backup>&b;</moodle_backup>` }),
    "refusedEntities",
  ],
  ["a manifest that is no XML", zipped({ "imsmanifest.xml": "<manifest>" }), "refusedXml"],
  [
    "items in one another without end",
    zipped({ "imsmanifest.xml": `<manifest>${"<item>".repeat(5000)}` }),
    "refusedXmlSize",
  ],
  ["a manifest of something else", zipped({ "imsmanifest.xml": "<manifest/>" }), "foreignRefusedManifest"],
])("%s is refused in words, and nothing of it stays", async (_, bytes, key) => {
  const outcome = await readSource(bytes);
  expect(outcome.course).toBeNull();
  expect(outcome.refusal?.key.replace(/^\w+\./, "")).toBe(key);
  expect(readdirSync(own)).toEqual([]);
});

test("scripts, handlers and addresses that run something are not taken into lessons", async () => {
  const { course, folder } = await foreignFolder(
    cartridgeFiles({
      title: "Hostile",
      items: item("M", item("Page", { ref: "p" })),
      resources: [
        webPage(
          "p",
          `<p onmouseover="steal()">Read <a href="java&#10;script:steal()">this</a><script>steal()</script>
           <img src="x" onerror="steal()"><svg onload="steal()"><text>drawn</text></svg>
           <iframe srcdoc="<script>steal()</script>"></iframe><form action="https://evil.example"><input name="password"></form>
           <a href="data:text/html,<script>steal()</script>">data</a> <object data="x.swf"></object>
           &lt;script&gt;steal()&lt;/script&gt; ::package[x]{name=y} <img alt="](javascript:steal())" src="web_resources/p.png"></p>`,
        ),
      ],
      loose: { "web_resources/p.png": onePixel },
    }),
  );
  const read = await readCourseFolder(folder);
  expect(read.faults).toEqual([]);
  const [block] = read.course?.lessons.get("en")?.get("m")?.[0]?.blocks ?? [];
  const html = block?.kind === "html" ? block.html : "";
  expect(html).not.toMatch(/<(script|svg|iframe|form|input|object)|\son\w+=|(href|src)="(?!\/media\/)/);
  expect(html).toContain("&#x3C;script>steal()&#x3C;/script>");
  expect(html).toContain('alt="](javascript:steal())"');
  expect(course.imported.find(({ name }) => name === "Page")?.notes.map(({ key }) => key)).toContain(
    "exchange.noteUnsafe",
  );
});

test("a picture is one by its content: drawings with script, web pages and large ones are left out", async () => {
  const files = {
    "web_resources/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'><script>steal()</script></svg>",
    "web_resources/page.png": "<html><script>steal()</script></html>",
    "web_resources/moving.gif": "GIF89a....",
    "web_resources/huge.png": Buffer.concat([onePixel, Buffer.alloc(6 * 1024 ** 2)]),
    "web_resources/real.jpg": onePixel,
  };
  const shown = Object.keys(files).map((path) => `<img alt="A" src="../${path}">`);
  const { course, folder } = await foreignFolder(
    cartridgeFiles({
      title: "Pictures",
      items: item("M", item("Page", { ref: "p" })),
      resources: [webPage("p", `<p>Words ${shown.join(" ")}</p>`)],
      loose: files,
    }),
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect([...course.files.keys()].filter((path) => path.startsWith("media/"))).toEqual(["media/real.png"]);
  expect(reasonsOf(course)).toEqual({
    "web_resources/drawing.svg": "authoring.foreignLeftDrawing",
    "web_resources/page.png": "authoring.foreignLeftPictureKind",
    "web_resources/moving.gif": "authoring.foreignLeftPictureKind",
    "web_resources/huge.png": "authoring.foreignLeftLarge",
  });
});

test("one part that cannot be read does not take the others with it", async () => {
  const { course } = await foreignFolder(
    cartridgeFiles({
      title: "Parts",
      items: item(
        "M",
        item("Good", { ref: "good" }) +
          item("Long", { ref: "long" }) +
          item("Deep", { ref: "deep" }) +
          item("Out", { ref: "out" }) +
          item("Link", { ref: "link" }) +
          item("Quiz", { ref: "quiz" }),
      ),
      resources: [
        webPage("good", "<p>Words</p>"),
        webPage("long", "x".repeat(200_001)),
        webPage("deep", "<div>".repeat(30_000)),
        { id: "out", type: "webcontent", href: "../../../etc/passwd" },
        {
          id: "link",
          type: "imswl_xmlv1p1",
          files: { "link.xml": `${entities}<webLink><url href="https://a.example"/></webLink>` },
        },
        {
          id: "quiz",
          type: "imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
          files: { "quiz.xml": "<questestinterop>" },
        },
      ],
    }),
  );
  expect(reasonsOf(course)).toEqual({
    Long: "exchange.leftTooLong",
    Deep: expect.stringMatching(/leftTooComplicated|leftEmpty/) as string,
    Out: "authoring.foreignLeftMissing",
    Link: "packages.refusedEntities",
    Quiz: "packages.refusedXml",
  });
});

test("names of tar archives may be longer than a header holds, in either way of writing them", async () => {
  const long = `${"deep/".repeat(30)}file.txt`;
  const pax = ` path=${long}-pax\n`;
  const length = pax.length + 3;
  const outcome = await readSource(
    tarGz([
      ...backupEntries,
      { name: "././@LongLink", type: "L", content: `${long}\0` },
      { name: "short", content: "a" },
      { name: "pax", type: "x", content: `${length}${pax}` },
      { name: "short", content: "b" },
    ]),
    "b.mbz",
  );
  expect(outcome.refusal).toBeNull();
  await outcome.course?.close();
});
