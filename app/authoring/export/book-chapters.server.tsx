import type { ReactElement } from "react";

import { env } from "#app/platform/env.server.ts";

import { BookAssignment, BookBeginning, BookLesson, BookMaterial } from "./book.tsx";
import { withCopiedLinks } from "./copied-links.ts";
import type { ContentStep, CourseContent, LessonStep } from "./course-content.server.ts";
import { type HtmlNode, parseHtml } from "#app/platform/html-tree.ts";
import { eachElement } from "./html-tree.ts";
import { markup, withLessonHtml } from "./web-tree.server.tsx";

/** A part of a book as a tree in which nothing can be opened or chosen. Ids and links inside the course begin with `id`. */
export type Chapter = {
  id: string;
  title: string;
  /** The title of the section that it stands in. */
  section: string | null;
  /** With the places inside it that a table of contents names. */
  places: { id: string; title: string }[];
  tree: HtmlNode;
};

/** A course as the chapters of a book: what stands before, then the lessons, the words of other materials and the tasks. */
export function bookChapters(content: CourseContent): Chapter[] {
  const { language, text } = content;
  const siteName = env().SITE_NAME;
  const beginning = markup(language, <BookBeginning content={content} siteName={siteName} />);
  const chapters = content.steps.flatMap((step) => {
    if (step.kind === "lesson") return [lessonChapter(content, step)];
    if ("view" in step) return [plainChapter(content, step, <BookMaterial step={step} />)];
    return step.kind === "assignment" ? [plainChapter(content, step, <BookAssignment step={step} />)] : [];
  });
  return [
    { id: "beginning", title: text.title, section: null, places: [], tree: bookTree(beginning, "beginning") },
    ...chapters,
  ];
}

function lessonChapter({ language, sectionTitles }: CourseContent, step: LessonStep): Chapter {
  const { id, section } = step.activity;
  const pageAt = (page: string, place: string | undefined) => `#${place ?? page}`;
  const linked = withLessonHtml(step, (html) => withCopiedLinks(html, { pageAt, origin: env().APP_ORIGIN }));
  const tree = bookTree(markup(language, <BookLesson step={linked} />), id);
  const places: Chapter["places"] = step.pages.map((page) => ({ id: `${id}-${page.id}`, title: page.title }));
  return { id, title: step.title, section: (section && sectionTitles[section]) ?? null, places, tree };
}

function plainChapter(
  { language, sectionTitles }: CourseContent,
  step: ContentStep,
  page: ReactElement,
): Chapter {
  const { id, section } = step.activity;
  const tree = bookTree(markup(language, page), id);
  return { id, title: step.title, section: (section && sectionTitles[section]) ?? null, places: [], tree };
}

const deeper: Record<string, string> = { h2: "h3", h3: "h4", h4: "h5", h5: "h6" };

function bookTree(html: string, chapter: string): HtmlNode {
  const tree = parseHtml(html);
  eachElement(tree, (element) => {
    const { id, href, className } = element.properties ?? {};
    if (typeof id === "string") element.properties = { ...element.properties, id: `${chapter}-${id}` };
    if (typeof href === "string" && href.startsWith("#")) {
      element.properties = { ...element.properties, href: `#${chapter}-${href.slice(1)}` };
    }
    // A book holds no files: what they are called stays.
    if (element.tagName === "a" && typeof href === "string" && href.startsWith("/media/")) {
      Object.assign(element, { tagName: "span", properties: {} });
    }
    if (element.tagName === "details") element.tagName = "div";
    if (element.tagName === "summary")
      Object.assign(element, { tagName: "p", properties: { className: ["strong"] } });
    if (element.tagName === "button") Object.assign(element, { tagName: "span", properties: {} });
    if (element.properties?.popover !== undefined) inBrackets(element);
    // What a lesson's text calls its first level stands below the title of a page here.
    if (Array.isArray(className) && className.includes("blocks")) eachElement(element, lower);
  });
  return tree;
}

/** Behind its word, the meaning of a term. */
function inBrackets(element: HtmlNode): void {
  element.properties = {};
  element.children = [
    { type: "text", value: " (" },
    ...(element.children ?? []),
    { type: "text", value: ")" },
  ];
}

function lower(element: HtmlNode): void {
  element.tagName = deeper[element.tagName ?? ""] ?? element.tagName;
}
