import rehypeRemark from "rehype-remark";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";
import { markdownRoot } from "#app/library/markdown-parser.ts";
import { type HtmlNode, htmlRoot } from "#app/platform/html-tree.ts";

import { downloadElement } from "./lesson-downloads.ts";

const toMarkdown = unified().use(rehypeRemark, {
  handlers: {
    [downloadElement]: (_: unknown, node: HtmlNode) => ({
      type: "leafDirective",
      name: "download",
      attributes: { file: String(node.properties?.file) },
      children: [{ type: "text", value: plainTextOf([node]) }],
    }),
  },
});
/** With directives, so that what only looks like one is escaped. */
const writer = unified()
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", resourceLink: true });

export type WrittenPage = { id: string; title: string; blocks: HtmlNode[] };

/** A lesson's Markdown, each page behind its directive. */
export function lessonMarkdown(pages: WrittenPage[]): string {
  return pages.map((page) => `${pageHead(page)}\n\n${markdownOf(page.blocks)}`.trim()).join("\n\n") + "\n";
}

function pageHead({ id, title }: WrittenPage): string {
  const children = [{ type: "text", value: title }];
  const page = { type: "leafDirective", name: "page", attributes: { id }, children };
  return writer.stringify(markdownRoot([page])).trim();
}

function markdownOf(children: HtmlNode[]): string {
  return writer.stringify(toMarkdown.runSync(htmlRoot(children))).trim();
}
