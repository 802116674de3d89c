import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

import { htmlRoot, parseHtml } from "#app/platform/html-tree.ts";

import { cleanHtml } from "./pasted-html.ts";

const toMarkdown = unified().use(rehypeRemark);
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", listItemIndent: "one", resourceLink: true });

/**
 * What Word, Google Docs or a web page puts on the clipboard, as Markdown: headings, lists, tables, links and emphasis
 * stay; looks, pictures and whatever else they bring do not.
 */
export function pastedMarkdown(html: string): string {
  const children = cleanHtml(parseHtml(html).children ?? []);
  return writer.stringify(toMarkdown.runSync(htmlRoot(children)));
}
