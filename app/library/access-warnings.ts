import type { Fault } from "./fault.ts";
import { isDirective, type MarkdownNode, parseMarkdown, textOf } from "./markdown-parser.ts";
import { rememberedNow } from "./remembered.ts";

// By file and text: a lesson is looked at again with every check of its course.
const known = new Map<string, Fault[]>();
const lessonsKept = 400;

/** A lesson's file without its head, lines kept. */
export type LessonSource = { file: string; body: string };

/** Words that say nothing of where a link leads, which is all that a screen reader's list of links gives. */
const emptyWords = new Set(
  [
    ["here", "click here", "this", "this link", "link", "more", "read more"],
    ["këtu", "klikoni këtu", "lidhja", "më shumë", "lexoni më shumë"],
    ["тука", "овде", "кликнете тука", "линк", "врска", "повеќе"],
    ["кликните овде", "овај линк", "веза", "више", "опширније"],
    ["ovdje", "ovde", "kliknite ovdje", "kliknite ovde", "ovaj link", "veza", "više", "opširnije"],
  ].flat(),
);

/**
 * What in a lesson is hard for people who use a screen reader, though it can be published: headings that leave out a
 * level, links whose words do not say where they lead (WCAG 2.2, 1.3.1 and 2.4.4), tables without the head of a column.
 */
export function accessWarnings(lesson: LessonSource): Fault[] {
  return rememberedNow(known, `${lesson.file}\n${lesson.body}`, () => findIn(lesson), lessonsKept);
}

function findIn({ file, body }: LessonSource): Fault[] {
  const found: Fault[] = [];
  const add = (node: MarkdownNode, key: Fault["key"], values: Fault["values"]) =>
    found.push({ file, line: node.position?.start.line ?? 1, key, values });
  let level = 1;
  walk(parseMarkdown(body), (node) => {
    if (node.type === "leafDirective" && node.name === "page") level = 1;
    // The label of a box becomes a heading right below the page's.
    else if (node.data?.directiveLabel) level = 2;
    else if (node.type === "heading") {
      const depth = node.depth ?? 1;
      if (depth > level + 1 || depth === 1) add(node, "faults.headingLevel", { heading: textOf(node) });
      level = depth;
    } else if (node.type === "link" && saysNothing(textOf(node))) {
      add(node, "faults.linkWords", { words: textOf(node) });
    } else if (node.type === "table" && !hasHead(node)) {
      add(node, "faults.tableHead", {});
    }
  });
  return found;
}

function walk(node: MarkdownNode, visit: (node: MarkdownNode) => void): void {
  visit(node);
  for (const child of node.children ?? []) {
    // Only a box has a heading of its label; what stands in the brackets of other directives is no part of the text.
    if (child.data?.directiveLabel && !(isDirective(node) && node.type === "containerDirective")) continue;
    walk(child, visit);
  }
}

function saysNothing(words: string): boolean {
  const said = words
    .trim()
    .toLowerCase()
    .replace(/[.…:→»]+$/, "")
    .trim();
  return emptyWords.has(said) || /^https?:\/\/\S+$/.test(said);
}

/** The first cell may be empty where rows and columns have heads. */
function hasHead(table: MarkdownNode): boolean {
  const cells = table.children?.[0]?.children ?? [];
  const said = cells.map((cell) => textOf(cell).trim() !== "");
  return said.slice(1).every(Boolean) && (said.length > 1 || said[0] === true);
}
