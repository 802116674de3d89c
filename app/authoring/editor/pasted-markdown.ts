import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

import { cleanHtml, type HtmlNode } from "./pasted-html.ts";

const parser = unified().use(rehypeParse, { fragment: true });
const toMarkdown = unified().use(rehypeRemark);
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", listItemIndent: "one", resourceLink: true });

/**
 * What Word, Google Docs or a web page puts on the clipboard, as Markdown: headings, lists, tables, links and emphasis
 * stay; looks, pictures and whatever else they bring do not.
 */
export function pastedMarkdown(html: string): string {
  const children = cleanHtml((parser.parse(html) as HtmlNode).children ?? []);
  const tree = toMarkdown.runSync({ type: "root", children } as never);
  return writer.stringify(tree as never);
}
