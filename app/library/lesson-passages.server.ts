import { withoutHead } from "./lesson-head.server.ts";
import { isDirective, type MarkdownNode, parseMarkdown } from "./markdown-parser.ts";
import { rememberedNow } from "./remembered.ts";

/** A piece of a lesson's file that is translated as one: where it stands in the file. A line has no break in it. */
export type Passage = { start: number; end: number; isLine: boolean };

/** A page of a lesson's file. Pages of two languages with the same `shape` have the same passages in the same order. */
export type PageSource = { id: string; start: number; end: number; shape: string; passages: Passage[] };

// Reading Markdown takes its time, and a course is read whole to see how far it is translated: a few courses fit.
const known = new Map<string, PageSource[]>();
const lessonsKept = 300;

/** The pages of a lesson's file, in order; of two with the same id the first. */
export function pageSources(markdown: string): readonly PageSource[] {
  return rememberedNow(known, markdown, () => pagesOf(markdown), lessonsKept);
}

function pagesOf(markdown: string): PageSource[] {
  const { body } = withoutHead(markdown);
  // Blank lines stand in for the head, so that all places are moved by the same.
  const moved = markdown.length - body.length;
  const pages: PageSource[] = [];
  for (const node of parseMarkdown(body).children ?? []) {
    const isPage = node.type === "leafDirective" && node.name === "page";
    if (isPage) {
      const start = startOf(node) + moved;
      const before = pages.at(-1);
      if (before) before.end = start;
      pages.push({ id: node.attributes?.id ?? "", start, end: markdown.length, shape: "", passages: [] });
    }
    const page = pages.at(-1);
    if (page) add(page, node, moved);
  }
  return pages.filter(({ id }, index) => pages.findIndex((page) => page.id === id) === index);
}

function add(page: PageSource, node: MarkdownNode, moved: number): void {
  page.shape += `${nameOf(node)} `;
  if (isDirective(node) && !isWhole(node)) {
    if (node.type === "leafDirective") addLine(page, node, moved);
    for (const child of node.type === "containerDirective" ? (node.children ?? []) : []) {
      if (child.data?.directiveLabel) addLine(page, child, moved);
      else add(page, child, moved);
    }
    page.shape += ") ";
  } else if (node.type !== "thematicBreak") {
    page.passages.push({ start: startOf(node) + moved, end: endOf(node) + moved, isLine: false });
  }
}

/** The words in the brackets of a directive. */
function addLine(page: PageSource, { children = [] }: MarkdownNode, moved: number): void {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return;
  page.shape += "label ";
  page.passages.push({ start: startOf(first) + moved, end: endOf(last) + moved, isLine: true });
}

/** Pictures have words in their attributes, and scenes only make sense together. */
function isWhole({ name }: MarkdownNode): boolean {
  return name === "figure" || name === "animation";
}

/** What a translation must keep: the kind of a block, and what a directive points at. */
function nameOf(node: MarkdownNode): string {
  if (!isDirective(node)) return node.type + (node.depth ?? "");
  const { id, name, sector, topic } = node.attributes ?? {};
  return `${node.name}(${[id, name, sector, topic].filter(Boolean).join()}`;
}

function startOf({ position }: MarkdownNode): number {
  return position?.start.offset ?? 0;
}

function endOf({ position }: MarkdownNode): number {
  return position?.end?.offset ?? 0;
}
