import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { contextHtml } from "#app/assessment/shown-question.server.ts";
import { submitCaptions } from "#app/authoring/draft-captions.server.ts";
import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { lessonPath, lessonView } from "#app/authoring/draft-pages.server.ts";
import { submitTerm, termsPage } from "#app/authoring/draft-terms.server.ts";
import { beginDraft, readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { exportTranslation } from "#app/authoring/workbench-export.server.ts";
import { importXliff, previewXliff } from "#app/authoring/workbench-import.server.ts";
import { readCourseFolder } from "#app/library/course-folder.server.ts";
import { captionFault } from "#app/library/captions.ts";
import { MaterialContent } from "#app/library/ui/material-content.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { sessionDateForm } from "#app/live-sessions/session-date-form.ts";
import { SessionDates } from "#app/live-sessions/ui/session-dates.tsx";
import { I18nProvider } from "#app/platform/i18n.tsx";
import { i18nFor } from "#app/platform/messages.server.ts";
import { fileOf } from "#tests/builders/archives.ts";
import { cartridgeFiles, item, webPage } from "#tests/builders/cartridges.ts";
import { courseSlug } from "#tests/builders/course.ts";
import { foreignFolder } from "#tests/builders/foreign-courses.ts";
import { dangersIn, hostileTexts, htmlIn } from "#tests/builders/hostile-texts.ts";
import { backupFiles, text as moodleText } from "#tests/builders/moodle-backups.ts";
import { smallDraft } from "#tests/builders/small-draft.ts";
import { taughtCourse } from "#tests/builders/taught-course.ts";

/** Addresses that a browser would run, or that leave the site without saying so. */
const hostileAddresses = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:alert(1)",
  "//evil.example",
  "/teach",
  "blob:https://evil.example/1",
  "file:///etc/passwd",
];

const markup = (page: React.ReactNode) =>
  renderToStaticMarkup(<I18nProvider i18n={i18nFor("en")}>{page}</I18nProvider>);

const asText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

test("a term and its meaning are words, whatever they hold", async () => {
  const { slug, vera, draft } = await smallDraft();
  for (const [index, text] of hostileTexts.entries()) {
    const form = { term: "", word: `${index} ${text}`.slice(0, 80), meaning: text };
    expect(await submitTerm(vera, slug, form), text).toBeNull();
  }
  const { terms } = await termsPage(vera, slug, "en");
  expect(terms).toHaveLength(hostileTexts.length);
  const path = lessonPath("reading", "en");
  const before = await readDraftText(draft, path);
  const opened = terms.map(({ id }) => `:term[A word]{#${id} onclick="alert(1)" style="color:red"}`);
  const text = `${before?.text}\n${opened.join("\n\n")}\n`;
  await writeDraftText(vera, draft, path, { text, basis: before?.basis ?? null });
  const { pages } = await lessonView(draft, "reading", "en", "en");
  const html = htmlIn(pages).join("");
  expect(html.match(/popovertarget/gi)).toHaveLength(terms.length);
  // The only button of a lesson opens a meaning and can do nothing else.
  const tags = html.replaceAll(/<button type="button" class="term[^">]*" popovertarget="term-\d+">/g, "");
  expect(dangersIn(tags)).toEqual([]);
});

test("captions with marks of their own are not taken in, from the page, a file or a folder", async () => {
  const { slug, vera, draft } = await smallDraft();
  const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmp42"), Buffer.alloc(500, 7)]);
  await addDraftMedium(vera, draft, { name: "talk.mp4", path: fileOf(film, "talk.mp4") });
  for (const hostile of hostileTexts.filter((one) => /<[a-z]/i.test(one))) {
    const text = `WEBVTT\n\n00:01.000 --> 00:04.000\nSpoken\n${hostile}\n`;
    expect(captionFault(text), hostile).toEqual({ problem: "markup", line: 5 });
    expect(await submitCaptions(vera, slug, "talk.en.vtt", { basis: "", text }), hostile).toMatchObject({
      refusal: { key: "media.captions_markup", line: 5 },
    });
    const file = { name: "talk.en.vtt", path: fileOf(text, "talk.en.vtt") };
    expect(await addDraftMedium(vera, draft, file)).toMatchObject({ refusal: "media.captions_markup" });
  }
  const allowed = "<v.loud Ana Primer>No</v> <b>never</b> <i.x>here</i> <00:02.000><c>now</c> 2 &lt; 3";
  expect(captionFault(`WEBVTT\n\nNOTE <script>\n\n00:01.000 --> 00:04.000\n${allowed}\n`)).toBeNull();
});

/** XML has no such characters. */
const forXml = (text: string) => text.replaceAll("\u0001", "");
const inHtml = forXml(hostileTexts.map((one) => `<div>${one}</div>`).join("\n"));

test.each([
  [
    "cartridge",
    cartridgeFiles({
      title: hostileTexts[0],
      items: item(asText(hostileTexts[1]), item(asText(hostileTexts[2]), { ref: "p" })),
      resources: [webPage("p", `<p>Words that stay</p>${inHtml}`)],
    }),
  ],
  [
    "backup",
    backupFiles({
      sections: [
        {
          id: 1,
          title: hostileTexts[1],
          activities: [
            { id: 1, kind: "page", title: "Page", inner: moodleText("content", `Words that stay ${inHtml}`) },
          ],
        },
      ],
    }),
  ],
])("the page of a %s becomes a lesson that runs and fetches nothing", async (_, files) => {
  const { folder } = await foreignFolder(files);
  const { course, faults } = await readCourseFolder(folder);
  expect(faults).toEqual([]);
  const pages = [...(course?.lessons.get("en")?.values() ?? [])];
  expect(JSON.stringify(pages)).toContain("Words that stay");
  expect(htmlIn(pages).flatMap(dangersIn)).toEqual([]);
});

test("what a translator's tool returns is text of a lesson like any other", async () => {
  const { vera } = await taughtCourse(["en", "sr-Cyrl"]);
  await beginDraft(vera, courseSlug);
  const { text } = await exportTranslation(vera, courseSlug, "sr-Cyrl");
  const [lesson = ""] = /<file id="[^"]*" original="lessons\/accounts\/[^]*?<\/file>/.exec(text) ?? [];
  let count = 0;
  const written = lesson.replaceAll(
    /<target>[^<]*<\/target>/g,
    () => `<target>${asText(forXml(hostileTexts[(count += 1) % hostileTexts.length] ?? ""))}</target>`,
  );
  expect(count).toBeGreaterThan(20);
  const returned = `${text.slice(0, text.indexOf("<file"))}${written}</xliff>`;
  const file = { name: "back.xlf", bytes: Buffer.from(returned) };
  const looked = await previewXliff(vera, courseSlug, file, "en");
  if (!("preview" in looked)) throw new Error(looked.refusal.key);
  expect(await importXliff(vera, courseSlug, looked.preview.plan, "en")).toEqual({ written: 1, left: [] });
  const path = lessonPath("accounts", "sr-Cyrl");
  expect((await readDraftText(await requireDraft(vera, courseSlug), path))?.text).toContain("alert(1)");
  const { pages } = await lessonView(await requireDraft(vera, courseSlug), "accounts", "sr-Cyrl", "en");
  expect(htmlIn(pages).flatMap(dangersIn)).toEqual([]);
});

test("a live session's link is one to a page elsewhere when it is saved, and again when it is shown", () => {
  const date = { day: "2026-12-24", from: "10:00", to: "12:00", place: hostileTexts[0] };
  expect(sessionDateForm.safeParse({ ...date, link: "https://meet.example/a" }).success).toBe(true);
  const shown = (link: string) =>
    markup(
      <SessionDates
        dates={[
          {
            ...{ id: "1", startsAt: new Date(), endsAt: new Date(), place: hostileTexts[0], link },
            ...{ placesLeft: null, isTaken: false, isCancelled: false },
            ...{ isBegun: false, isOver: false, isPresent: false },
          },
        ]}
      />,
    );
  expect(shown("https://meet.example/a")).toContain('href="https://meet.example/a"');
  expect(dangersIn(shown(""))).toEqual([]);
  for (const link of hostileAddresses) {
    expect(sessionDateForm.safeParse({ ...date, link }).success, link).toBe(false);
    expect(shown(link), link).not.toContain("href");
  }
});

test("links of materials and sources lead to pages elsewhere, whatever the stored course says", () => {
  const linkTo = (address: string) => [
    <MaterialContent key={1} view={{ kind: "link", address } as never} linkClass="" />,
    <SourcesList
      key={2}
      sources={[
        {
          ...{ fact: "F1", status: "V-S", checked: "2026-11" },
          documents: [{ publisher: "P", title: "T", url: address }],
        },
      ]}
    />,
  ];
  for (const page of linkTo("https://example.org/a"))
    expect(markup(page)).toContain('href="https://example.org/a"');
  for (const address of hostileAddresses)
    for (const page of linkTo(address)) expect(markup(page), address).not.toContain("href");
});

test("an assignment's situation and guidance are safe HTML", () => {
  for (const text of hostileTexts) expect(dangersIn(contextHtml({ media: [] }, text)), text).toEqual([]);
});

/**
 * Titles, descriptions, comments and tasks are shown as text: React writes it so everywhere but where somebody sets HTML.
 * `Prose` and the pages of exported courses do, with what `htmlOf` made or with JSON that has no "<".
 */
test("HTML is set at three places only, so that all other texts are text", () => {
  const app = join(import.meta.dirname, "../../app");
  const setting = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      /\.tsx?$/.test(path) &&
      /dangerouslySetInnerHTML|(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment/.test(
        readFileSync(join(app, path), "utf8"),
      ),
  );
  expect(setting.sort()).toEqual([
    "authoring/export/runner/dom.ts",
    "authoring/export/web-document.tsx",
    "ui/prose.tsx",
  ]);
});
