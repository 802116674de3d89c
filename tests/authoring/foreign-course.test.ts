import { expect, test } from "vitest";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { getCurrentCourse, getLessonPages } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  cartridgeFiles,
  type CartridgeVersion,
  choiceItem,
  essayItem,
  item,
  onePixel,
  quizResource,
  textItem,
  webLink,
  webPage,
} from "#tests/builders/cartridges.ts";
import { foreignFolder, readSource, reasonsOf } from "#tests/builders/foreign-courses.ts";
import { h5pFiles } from "#tests/builders/h5p.ts";
import { zipped } from "#tests/builders/zip-bytes.ts";

/** A course with something of every kind. */
function wholeCourse(version: CartridgeVersion = "1.3") {
  const v = version.replace(".", "p");
  const picture = { "web_resources/map.png": onePixel, "web_resources/notes.pdf": "%PDF-1.4" };
  return cartridgeFiles({
    version,
    title: `Safer phones ${version}`,
    items:
      item(
        "Week one",
        item("Before you begin", { ref: "start" }) +
          item("Reading") +
          item("Helpline", { ref: "link" }) +
          item("What do you know?", { ref: "quiz" }) +
          item("After the quiz", { ref: "after" }),
      ) +
      item(
        "Week two",
        item("Talk", { ref: "talk" }) +
          item("Tool", { ref: "tool" }) +
          item("Task", { ref: "task" }) +
          item("Exercise", { ref: "h5p" }) +
          item("Handout", { ref: "handout" }) +
          item("Leaflet", { ref: "leaflet" }) +
          item("Talk as film", { ref: "film" }) +
          item("Gone", { ref: "nowhere" }),
      ),
    resources: [
      webPage(
        "start",
        `<h1>Before you begin</h1><p onclick="x()">Look at <img src="$IMS-CC-FILEBASE$/map.png" alt="A map"> and
         <a href="$IMS-CC-FILEBASE$/notes.pdf">the notes</a>, then <a href="$WIKI_REFERENCE$/pages/after">go on</a>.</p>`,
      ),
      webLink("link", "https://example.org/help", version),
      quizResource("quiz", choiceItem("q1", "<p>What now?</p>") + essayItem("q2", "Why?") + textItem("q3"), {
        version,
      }),
      quizResource("bank", choiceItem("b1", "And then?"), { version, kind: "question-bank" }),
      webPage("after", "<p>More. <img src='../web_resources/map.png'></p>"),
      webPage("unlisted", "<p>Also there.</p>"),
      { id: "talk", type: `imsdt_xmlv${v}`, files: { "talk.xml": "<topic><title>Talk</title></topic>" } },
      { id: "tool", type: "imsbasiclti_xmlv1p0", files: { "tool.xml": "<cartridge_basiclti_link/>" } },
      { id: "task", type: "assignment_xmlv1p0", href: "task.xml", files: { "task.xml": "<assignment/>" } },
      {
        id: "h5p",
        type: "webcontent",
        href: "web_resources/tiny.h5p",
        files: {
          "web_resources/tiny.h5p": zipped(h5pFiles()),
        },
      },
      {
        id: "handout",
        type: "webcontent",
        href: "web_resources/handout.docx",
        files: { "web_resources/handout.docx": "x" },
      },
      {
        id: "leaflet",
        type: "webcontent",
        href: "web_resources/leaflet.pdf",
        files: { "web_resources/leaflet.pdf": "%PDF-1.4" },
      },
      {
        id: "film",
        type: "webcontent",
        href: "web_resources/film.mp4",
        files: { "web_resources/film.mp4": "x" },
      },
      { id: "map", type: "webcontent", href: "web_resources/map.png", files: picture },
    ],
    loose: { "stray.txt": "Nobody names me." },
  });
}

test.each(["1.1", "1.2", "1.3"] as const)(
  "a Common Cartridge %s becomes a course that can be imported, in the order of its modules",
  async (version) => {
    const { course, folder, texts } = await foreignFolder(wholeCourse(version));
    expect(course).toMatchObject({ kind: "common-cartridge", version: `${version}.0`, language: "en" });
    expect(await checkCourseFolder(folder)).toEqual([]);
    const { slug } = await importCourse(folder);
    const { structure, courseId } = await getCurrentCourse(slug);
    expect(structure.course.outline.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      "lesson week-one",
      "quiz what-do-you-know",
      "lesson after-the-quiz",
      "package exercise",
      "file leaflet",
      "lesson further-content",
    ]);
    expect(await db.bankQuestion.count({ where: { bank: { courseId } } })).toBe(3);
    expect(texts.get("quizzes/what-do-you-know.yaml")).toContain("attempts: 2");
    expect(await importCourse(folder)).toMatchObject({ isNew: false });
  },
);

test("pages keep words, pictures with their descriptions and links; scripts and what lies elsewhere are gone", async () => {
  const { texts } = await foreignFolder(wholeCourse());
  expect(texts.get("lessons/week-one/en.md")).toBe(
    [
      "::page[Before you begin]{#before-you-begin}",
      "",
      "Look at ![A map](media/map.png) and the notes, then go on.",
      "",
      '::download[the notes]{file="media/notes.pdf"}',
      "",
      "## Reading",
      "",
      "[Helpline](https://example.org/help)",
      "",
    ].join("\n"),
  );
  expect(texts.get("lessons/after-the-quiz/en.md")).toContain(
    "![A picture without a description](media/map.png)",
  );
});

test("every part of a cartridge is imported or left out with its reason", async () => {
  const { course } = await foreignFolder(wholeCourse());
  expect(reasonsOf(course)).toEqual({
    Gone: "authoring.foreignLeftMissing",
    Handout: "authoring.foreignLeftFileKind",
    Talk: "authoring.foreignLeftDiscussion",
    "Talk as film": "authoring.foreignLeftFilm",
    Task: "authoring.foreignLeftAssignment",
    Tool: "authoring.foreignLeftTool",
    q3: "exchange.leftNoQuestion",
    "stray.txt": "authoring.foreignLeftUnused",
  });
  const notes = course.imported.flatMap(({ name, notes: said }) => said.map(({ key }) => `${name}: ${key}`));
  expect(notes).toContain("After the quiz: authoring.foreignNoteNoAlt");
  expect(notes).toContain("Before you begin: authoring.foreignNoteLink");
  expect(notes).toContain("Before you begin: exchange.noteUnsafe");
  const settled = [...course.imported, ...course.leftOut].map(({ id }) => id);
  expect(settled.sort()).toEqual(course.recognised.map(({ id }) => id).sort());
  const settledOnce = new Set(settled);
  expect(settledOnce.size).toBe(settled.length);
});

test("documents that a text links to become its downloads, once each; others are left out with the reason", async () => {
  const { course, folder, texts } = await foreignFolder(
    cartridgeFiles({
      title: "Handouts",
      items: item("Handouts", item("All of them", { ref: "all" })),
      resources: [
        {
          ...webPage(
            "all",
            `<ul><li><a href="../files/a.pdf">The [first] one</a></li><li><a href="../files/b.pdf"></a></li></ul>
             <p>Print <a href="../files/a.pdf"><b>the first</b></a> and <a href="../files/c.docx">fill this in</a>.</p>
             <iframe src="../files/b.pdf" title="Second"></iframe><a href="../files/tool.exe">a tool</a>`,
          ),
        },
        {
          id: "files",
          type: "webcontent",
          files: {
            "files/a.pdf": "%PDF-1.4 a",
            "files/b.pdf": "%PDF-1.4 b",
            "files/c.docx": "no document",
            "files/tool.exe": "MZ",
          },
        },
      ],
    }),
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("lessons/handouts/en.md")).toBe(
    [
      "::page[All of them]{#all-of-them}",
      '::download[The \\[first\\] one]{file="media/a.pdf"}',
      '::download[b.pdf]{file="media/b.pdf"}',
      "Print **the first** and fill this in.",
      '::download[the first]{file="media/a.pdf"}',
      '::download[Second]{file="media/b.pdf"}',
      "a tool",
    ].join("\n\n") + "\n",
  );
  expect(reasonsOf(course)).toEqual({
    "files/c.docx": "authoring.foreignLeftFileKind",
    "files/tool.exe": "authoring.foreignLeftFileKind",
  });
});

test("a thin cartridge of links becomes a lesson of links, the tools being left out", async () => {
  const files = cartridgeFiles({
    schema: "IMS Thin Common Cartridge",
    title: "Thin",
    items: item(
      "Links",
      item("One", { ref: "a" }) +
        item("Two", { ref: "b" }) +
        item("Bad", { ref: "c" }) +
        item("Tool", { ref: "d" }) +
        item("Three", { ref: "e" }),
    ),
    resources: [
      webLink("a", "https://example.org/1"),
      webLink("b", "http://example.org/2?x=1&y=2"),
      webLink("c", "javascript:alert(1)"),
      { id: "d", type: "imsbasiclti_xmlv1p3", files: { "d.xml": "<cartridge_basiclti_link/>" } },
      { id: "e", type: "imswl_xmlv1p3", inner: '<webLink><url href="https://example.org/3"/></webLink>' },
    ],
  });
  const { course, folder, texts } = await foreignFolder(files);
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("lessons/links/en.md")).toBe(
    [
      "::page[Links]{#links}",
      "[One](https://example.org/1)",
      "[Two](http://example.org/2?x=1\\&y=2)",
      "[Three](https://example.org/3)\n",
    ].join("\n\n"),
  );
  expect(reasonsOf(course)).toEqual({
    Bad: "authoring.foreignLeftAddress",
    Tool: "authoring.foreignLeftTool",
  });
});

test("web content that no organization lists is a lesson; so are web pages of folders in folders", async () => {
  const { folder, texts } = await foreignFolder(
    cartridgeFiles({
      title: "Only pages",
      resources: [webPage("one", "<p>1</p>"), webPage("two", "<p>2</p>")],
    }),
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("lessons/further-content/en.md")).toContain("::page[two]{#two}\n\n2");
  const nested = await foreignFolder(
    cartridgeFiles({
      title: "Nested",
      items: item("Part", item("Inner", item("Deep", { ref: "one" })) + item("Beside", { ref: "two" })),
      resources: [webPage("one", "<p>1</p>"), webPage("two", "<p>2</p>")],
    }),
  );
  expect([...nested.texts.keys()].filter((path) => path.startsWith("lessons/"))).toEqual([
    "lessons/inner/en.md",
    "lessons/part/en.md",
  ]);
});

test("a long page is cut at its headings, and links inside the lesson lead to pages", async () => {
  const words = "Somebody who looks after a phone knows what it tells to others. ".repeat(30);
  const files = cartridgeFiles({
    title: "Long",
    items: item("Module", item("Phones", { ref: "long" }) + item("End", { ref: "end" })),
    resources: [
      webPage("long", `<h2>First</h2><p>${words}</p><h2>Second</h2><p>${words}</p><h3>Inside</h3><p>x</p>`),
      webPage("end", `<p>Back to <a href="long.html">phones</a>.</p>`),
    ],
  });
  const { folder, texts } = await foreignFolder(files);
  expect(await checkCourseFolder(folder)).toEqual([]);
  const lesson = texts.get("lessons/module/en.md") ?? "";
  expect(lesson.match(/^(::page|##).*$/gm)).toEqual([
    "::page[Phones]{#phones}",
    "## First",
    "::page[Second]{#second}",
    "## Inside",
    "::page[End]{#end}",
  ]);
  expect(lesson).toContain("Back to [phones](phones).");
});

test.each([
  ["mk", "Безбедност", ["en", "mk"]],
  ["sr", "Безбедност", ["en", "sr-Cyrl"]],
  ["sr", "Bezbednost", ["en"]],
  ["sq_al", "Siguria", ["en", "sq"]],
  ["de", "Sicherheit", ["en"]],
])(
  "texts in %s (%s) stand in their language, and in the place of the English ones",
  async (language, title, tags) => {
    const files = cartridgeFiles({
      title,
      language,
      items: item("Modul", item("Page", { ref: "p" })),
      resources: [webPage("p", "<p>Words</p>")],
    });
    const { folder, texts, course } = await foreignFolder(files);
    expect(course.language).toBe(language);
    expect(await checkCourseFolder(folder)).toEqual([]);
    expect([...texts.keys()].filter((path) => path.startsWith("text/"))).toEqual(
      tags.map((tag) => `text/${tag}.yaml`),
    );
    const { slug } = await importCourse(folder);
    const { versionId } = await getCurrentCourse(slug);
    for (const tag of tags) {
      const { pages, isFallback } = await getLessonPages(versionId, "modul", tag as "en");
      expect(isFallback).toBe(false);
      expect(pages[0]?.blocks).toEqual([{ kind: "html", html: "<p>Words</p>" }]);
    }
  },
);

test("addresses for mail are links, written as one or as words", async () => {
  const { folder, texts } = await foreignFolder(
    cartridgeFiles({
      title: "Mail",
      items: item("M", item("Page", { ref: "p" })),
      resources: [
        webPage(
          "p",
          `<p>Write to <a href="mailto:help@example.org?subject=x">us</a>, to ana@example.org or call <a href="tel:123">home</a>.</p>`,
        ),
      ],
    }),
  );
  expect(await checkCourseFolder(folder)).toEqual([]);
  expect(texts.get("lessons/m/en.md")?.replaceAll("\\", "")).toContain(
    "Write to [us](mailto:help@example.org), to ana@example.org or call home (123).",
  );
});

test("a file from which nothing can be taken is refused, with what it holds", async () => {
  const outcome = await readSource(
    cartridgeFiles({
      items: item("Talk", { ref: "talk" }),
      resources: [{ id: "talk", type: "imsdt_xmlv1p3", files: { "talk.xml": "<topic/>" } }],
    }),
  );
  expect(outcome.refusal?.key).toBe("authoring.foreignRefusedNothing");
  expect(outcome.course === null && reasonsOf(outcome)).toEqual({ Talk: "authoring.foreignLeftDiscussion" });
});

test("what is for teachers only is not shown to learners", async () => {
  const role = `<metadata><lom:lom><lom:educational><lom:intendedEndUserRole><lom:source>IMSGLC_CC_Rolesv1p1</lom:source><lom:value>Instructor</lom:value></lom:intendedEndUserRole></lom:educational></lom:lom></metadata>`;
  const { course, texts } = await foreignFolder(
    cartridgeFiles({
      title: "Roles",
      items: item("M", item("Page", { ref: "p" }) + item("Key", { ref: "k" })),
      resources: [webPage("p", "<p>Words</p>"), { ...webPage("k", "<p>The answers</p>"), inner: role }],
    }),
  );
  expect(reasonsOf(course)).toEqual({ Key: "authoring.foreignLeftTeachers" });
  expect([...texts.values()].join()).not.toContain("The answers");
});
