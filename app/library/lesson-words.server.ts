import { withoutHead } from "./lesson-head.server.ts";
import { isDirective, type MarkdownNode, parseMarkdown } from "./markdown-parser.ts";
import { rememberedNow } from "./remembered.ts";

// As of `pageSources`.
const known = new Map<string, Record<string, string>>();
const lessonsKept = 400;

/**
 * What of a lesson has to be translated, by page: its words, alternative texts and captions. How they are marked, set and
 * spaced, which sources and pictures they name, is left out.
 */
export function wordsByPage(markdown: string): Record<string, string> {
  return rememberedNow(known, markdown, () => readWords(markdown), lessonsKept);
}

function readWords(markdown: string): Record<string, string> {
  const pages: Record<string, string> = {};
  let page = "";
  for (const node of parseMarkdown(withoutHead(markdown).body).children ?? []) {
    if (node.type === "leafDirective" && node.name === "page") page = node.attributes?.id ?? "";
    pages[page] = (pages[page] ?? "") + wordsOf(node).normalize("NFC").replace(/\s/g, "");
  }
  return pages;
}

function wordsOf(node: MarkdownNode): string {
  if (isDirective(node) && node.name === "cite") return "";
  const children = (node.children ?? []).map(wordsOf).join("");
  // A time such as 22:40, not a directive.
  if (node.type === "textDirective" && !children) return `:${node.name}`;
  return (node.value ?? node.alt ?? "") + children + (node.attributes?.caption ?? "");
}
