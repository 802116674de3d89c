import fc from "fast-check";
import { expect, test } from "vitest";

import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import {
  cartridgeFiles,
  type CartridgeResource,
  choiceItem,
  item,
  onePixel,
  quizResource,
  textItem,
  webLink,
  webPage,
} from "#tests/builders/cartridges.ts";
import { foreignFolder } from "#tests/builders/foreign-courses.ts";
import { backupFiles, backupQuestion, plainCategory, text } from "#tests/builders/moodle-backups.ts";
import { zipBytes } from "#tests/builders/zip-bytes.ts";

/** Pieces of HTML and of what Markdown, its directives and YAML could take for their own. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."<p>|</p>|<h1>|</h1>|<h2>|<h3>|</h3>|<ul>|<li>|</ul>|<ol>|<table>|<tr>|<td>|<th>|</table>|<div>|</div>|<b>|</b>|<a href='x.html'>|<a href='https://example.org/?a=(b) c'>|<a href='mailto:a@b.example'>|<a href='javascript:x'>|</a>|<img src='web_resources/p.png'>|<img src='gone.png' alt='gone'>|<img src='https://example.org/p.png' alt='[a](b)'>|<pre>|</pre>|<code>|</code>|<blockquote>|<br>|<hr>|<iframe src='https://example.org/v'></iframe>|<video src='f.mp4'></video>|<script>x</script>|<input value='x'>|<math><msup><mi>x</mi><mn>2</mn></msup></math>|<sup>2</sup>|<dl><dt>|<dd>|</dl>|<!-- c -->".split(
          "|",
        ),
      ),
      fc.constantFrom(
        ..."::page[x]{#x}|:::note|:cite[F1]|:a[b]{c}|22:40|x:y|---|# h|> q|- l|1. l|```|[a]: b|[a][b]|[^1]|![a](b)|<https://a.b>|www.example.org|a@example.org|**|__|~~|\\|`|{{x}}|&amp;lt;|&lt;b&gt;|| a | b |\n|--|--|\n|&nbsp;|\u0007|\uD800".split(
          "|",
        ),
      ),
      fc.string({ maxLength: 12 }),
      fc.constantFrom(" ", "\n", "\n\n", "\t"),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(""));

const name = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom("Увод", "::page", "true", "- a: b", "", "sources"),
);

const plain = (words: string) => words.replace(/[\u0000-\u001F\uFFFE\uFFFF\p{Cs}]/gu, "");

const anyResource = fc.oneof(
  soup.map(
    (html) =>
      (id: string): CartridgeResource =>
        webPage(id, html),
  ),
  fc.constantFrom("https://example.org", "javascript:x", "x").map((url) => (id: string) => webLink(id, url)),
  soup.map(
    (html) => (id: string) => quizResource(id, choiceItem(`${id}-1`, plain(html)) + textItem(`${id}-2`)),
  ),
  fc
    .constantFrom("imsdt_xmlv1p1", "imsbasiclti_xmlv1p0", "assignment_xmlv1p0", "strange/kind", "webcontent")
    .map((type) => (id: string): CartridgeResource => ({ id, type, files: { [`${id}.dat`]: "x" } })),
);

const anyCartridge = fc
  .record({
    title: name,
    resources: fc.array(fc.tuple(name, anyResource), { minLength: 1, maxLength: 6 }),
    listed: fc.array(fc.nat({ max: 8 }), { maxLength: 8 }),
  })
  .map(({ title, resources, listed }) =>
    cartridgeFiles({
      title: plain(title),
      items: item(
        "Module",
        listed.map((at) => item(plain(resources[at]?.[0] ?? "No such"), { ref: `r${at}` })).join(""),
      ),
      resources: [
        webPage("always", "<p>Something.</p>"),
        ...resources.map(([, made], index) => made(`r${index}`)),
      ],
      loose: { "web_resources/p.png": onePixel },
    }),
  );

const anyBackup = fc
  .record({
    title: name,
    activities: fc.array(
      fc.tuple(
        fc.constantFrom("page", "label", "book", "url", "folder", "resource", "quiz", "forum", "wiki"),
        name,
        soup,
      ),
      { maxLength: 6 },
    ),
  })
  .map(({ title, activities }) =>
    backupFiles({
      title: plain(title),
      sections: [
        {
          id: 1,
          title: plain(title),
          activities: [
            { id: 1, kind: "page", title: "Always", inner: text("content", "<p>Something.</p>") },
            ...activities.map(([kind, called, html], index) => ({
              id: index + 2,
              kind,
              title: plain(called),
              inner: `${text("intro", plain(html))}${text("content", plain(html))}<chapters><chapter id="${index}"><title>c</title>${text("content", plain(html))}</chapter></chapters><question_instances><question_instance id="1"><questionid>1</questionid></question_instance></question_instances>`,
            })),
          ],
        },
      ],
      questions: plainCategory(1, "C", [
        backupQuestion({ id: 1, type: "shortanswer", name: "Q", html: "What?", plugin: "<answers/>" }),
      ]),
    }),
  );

/** RUNS looks for more. */
const numRuns = Number(process.env.RUNS ?? 30);

test.each([
  ["a cartridge", anyCartridge],
  ["a backup", anyBackup],
])(
  "whatever %s holds, it becomes a course without faults, and each part is imported or left out",
  async (_, any) => {
    await fc.assert(
      fc.asyncProperty(any, async (files) => {
        const { course, folder } = await foreignFolder(
          zipBytes(Object.entries(files).map(([path, content]) => ({ name: path, content }))),
        );
        expect(await checkCourseFolder(folder)).toEqual([]);
        const settled = [...course.imported, ...course.leftOut].map(({ id }) => id);
        expect(settled.toSorted()).toEqual(course.recognised.map(({ id }) => id).toSorted());
        const lessons = [...course.files].filter(([path]) => path.endsWith(".md"));
        expect(lessons.map(([, file]) => String(file)).join("")).not.toMatch(/javascript:|<script/);
      }),
      { numRuns },
    );
  },
  Math.max(60_000, 1000 * numRuns),
);
