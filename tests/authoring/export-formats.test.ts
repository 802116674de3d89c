import { join } from "node:path";

import { SaxesParser } from "saxes";
import { beforeAll, expect, test } from "vitest";

import { exportCourse } from "#app/authoring/export/course-export.server.ts";
import { exportPage } from "#app/authoring/export/export-page.server.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { env } from "#app/platform/env.server.ts";
import { courseWithAssignment } from "#tests/builders/assignments.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";
import { exportedFiles, smallCourse } from "#tests/builders/exported.ts";
import { readPdf } from "#tests/builders/pdf.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { storedPackage } from "#tests/builders/runs.ts";
import { buildCourseRunner } from "#scripts/build-course-runner.ts";

beforeAll(async () => {
  await buildCourseRunner(join(import.meta.dirname, "../.."));
  await publishedCourse();
  await smallCourse("small");
});

const textOf = (files: Map<string, Buffer>, path: string) => files.get(path)?.toString("utf8") ?? "";

/** What a page asks for by itself, and where its links lead. */
function addressesIn(html: string) {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address]) => address ?? "");
  return {
    loaded: [...all(/\ssrc="([^"]*)"/g), ...all(/<link [^>]*href="([^"]*)"/g)],
    linked: all(/<a [^>]*href="([^"]*)"/g),
  };
}

test("a course without internet has every page, and nothing in it is fetched from anywhere", async () => {
  const files = await exportedFiles(courseSlug, "offline");
  const pages = [...files.keys()].filter((path) => path.endsWith(".html"));
  expect(pages.length).toBeGreaterThan(50);
  for (const page of pages) {
    const { loaded, linked } = addressesIn(textOf(files, page));
    for (const address of loaded)
      expect(files.has(join(page, "..", address)), `${page} ${address}`).toBe(true);
    for (const address of linked.filter((one) => !/^https?:/.test(one))) {
      const [path = "", place] = address.split("#");
      const target = join(page, "..", path);
      expect(files.has(target), `${page} ${address}`).toBe(true);
      if (place) expect(textOf(files, target), `${page} ${address}`).toContain(`id="${place}"`);
    }
    expect(linked.filter((one) => one.startsWith("/"))).toEqual([]);
  }
  // A tool of the site is reached there.
  expect(pages.some((page) => textOf(files, page).includes(`${env().APP_ORIGIN}/tools/`))).toBe(true);
});

test("a page says the language it is written in, and a language that is missing is said to be English", async () => {
  const own = await exportedFiles("small", "offline", "sr-Cyrl");
  expect(textOf(own, "pages/reading.first.html")).toContain(`<html lang="sr-Cyrl">`);
  expect(textOf(own, "pages/reading.first.html")).toContain("Прва страна");
  const missing = await exportedFiles("small", "offline", "mk");
  const page = textOf(missing, "pages/reading.first.html");
  expect(page).toContain(`<html lang="mk">`);
  expect(page).toMatch(/<div lang="en">.*A dark box/s);
});

test("answers that a person grades stay out and are told of before, as are surveys and packages", async () => {
  const admin = await administrator();
  const { leftOut, canBeCompleted } = await exportPage(admin, "small", "en");
  expect(canBeCompleted).toBe(true);
  expect(leftOut).toEqual([{ kind: "graded", title: "letters", questions: ["Question letter?"] }]);
  const page = textOf(await exportedFiles("small", "offline"), "pages/letters.html");
  expect(page).toContain("Question word?");
  expect(page).not.toContain("Question letter?");
  const shipped = await exportPage(admin, courseSlug, "en");
  expect(shipped.leftOut.map(({ kind }) => kind)).toEqual(["package", "package", "survey"]);
});

test("the task of an assignment can be read in every copy, and is handed in on the site", async () => {
  const { slug } = await courseWithAssignment({});
  const { leftOut, canBeCompleted } = await exportPage(await administrator(), slug, "en");
  expect(leftOut.map(({ kind }) => kind)).toEqual(["assignment"]);
  // It is all that counts in this course.
  expect(canBeCompleted).toBe(false);
  const offline = await exportedFiles(slug, "offline");
  const book = await exportedFiles(slug, "epub");
  for (const page of [textOf(offline, "pages/task.html"), textOf(book, "book/task.xhtml")]) {
    expect(page).toContain("Question essay?");
    expect(page).toContain("The assignment is handed in on the site of the course.");
  }
  const contents = textOf(offline, "index.html");
  expect(contents).toContain("· Not required");
});

test("nobody exports a course that she does not teach", async () => {
  await expect(exportCourse(await trainer(), "small", "offline", "en")).rejects.toThrow(NotFoundError);
});

test.each([
  ["scorm-1.2", "scorm-1.2"],
  ["scorm-2004", "scorm-2004"],
] as const)("%s is a package that our own intake takes without a remark", async (format, standard) => {
  for (const slug of ["small", courseSlug]) {
    const files = await exportedFiles(slug, format, "sr-Cyrl");
    const id = await storedPackage(Object.fromEntries(files));
    const { structure } = await getPackageVersion(id);
    expect(structure).toMatchObject({ standard, root: { children: [{ launch: "index.html" }] } });
    expect(await db.packageVersion.findUnique({ where: { id } })).toMatchObject({ findings: [] });
  }
});

test("the book has the structure that EPUB 3 asks for", async () => {
  const { bytes } = await exportCourse(await administrator(), courseSlug, "epub", "sr-Cyrl");
  // The first entry's name and content stand in the archive as they are.
  expect(bytes.subarray(30, 58).toString("latin1")).toBe("mimetypeapplication/epub+zip");
  const files = await exportedFiles(courseSlug, "epub", "sr-Cyrl");
  for (const [path, content] of files) {
    if (/\.(xhtml|opf|xml)$/.test(path)) expect(() => readXml(content.toString("utf8")), path).not.toThrow();
  }
  const opf = textOf(files, "book/content.opf");
  expect(opf).toContain("<dc:language>sr-Cyrl</dc:language>");
  expect(opf).toContain(`<meta property="schema:accessModeSufficient">textual</meta>`);
  const items = [...opf.matchAll(/<item [^>]*href="([^"]*)"/g)].map(([, href]) => `book/${href}`);
  const others = ["META-INF/container.xml", "book/content.opf", "mimetype"];
  expect([...items, ...others].sort()).toEqual([...files.keys()].sort());
  for (const page of items.filter((item) => item.endsWith(".xhtml"))) {
    const text = textOf(files, page);
    expect(text).toContain(`xml:lang="sr-Cyrl"`);
    for (const [image] of text.matchAll(/<img [^>]*>/g)) expect(image).toMatch(/ alt="[^"]+"/);
    for (const [, href = ""] of text.matchAll(/href="([^":]+)"/g)) {
      const [path, place] = href.split("#");
      const target = path ? `book/${path}` : page;
      expect(files.has(target), href).toBe(true);
      if (place) expect(textOf(files, target), href).toContain(`id="${place}"`);
    }
  }
});

test("the book keeps the answers to a lesson's questions apart from them, and holds no test", async () => {
  const files = await exportedFiles("small", "epub");
  const chapter = textOf(files, "book/reading.xhtml");
  expect(chapter.indexOf("Question in-text?")).toBeLessThan(chapter.indexOf("Because of in-text."));
  expect([...files.values()].some((content) => content.includes("Question one?"))).toBe(false);
});

test("a meaning can be opened in a copy, and stands behind its word in a book, where parts are open", async () => {
  const page = textOf(await exportedFiles("small", "scorm-1.2"), "pages/reading.second.html");
  const [, id] = /<button type="button" class="term[^"]*" popovertarget="([^"]+)">word</.exec(page) ?? [];
  expect(page).toContain(`<span popover="" id="${id}" class="card m-auto">Something said.</span>`);
  expect(page).toContain("<details><summary>Opened part</summary>");
  const chapter = textOf(await exportedFiles("small", "epub"), "book/reading.xhtml");
  expect(chapter.replace(/<[^>]+>/g, "")).toContain("A word (Something said.) and its meaning.");
  expect(chapter).not.toMatch(/<(button|details|summary)|popover/);
  const { bytes } = await exportCourse(await administrator(), "small", "pdf", "en");
  const { text } = await readPdf(bytes, 2);
  // Each run of words with its own font is a piece of its own.
  const said = text.replace(/\s+/g, " ").replaceAll("( ", "(").replaceAll(" )", ")");
  expect(said).toContain("A word (Something said.) and its meaning.");
  expect(text).toContain("What it holds.");
});

test("the PDF is real text in Cyrillic, tagged, with its language, lists, links and pictures", async () => {
  const { bytes } = await exportCourse(await administrator(), "small", "pdf", "sr-Cyrl");
  const first = await readPdf(bytes);
  expect(first).toMatchObject({ isTagged: true, language: "sr-Cyrl", title: "Срп. Quizzes", pages: 3 });
  const second = await readPdf(bytes, 2);
  expect(second.text).toContain("Прва страна");
  expect(second.text).toContain("one");
  expect(second.roles).toEqual(expect.arrayContaining(["H1", "H2", "P", "L", "LI", "LBody", "Figure"]));
});

function readXml(text: string) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}
