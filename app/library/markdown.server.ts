import rehypeParse from "rehype-parse";
import rehypeSanitize, { defaultSchema, type Options } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

import { type MarkdownNode, markdownRoot } from "./markdown-parser.ts";

const schema: Options = {
  ...defaultSchema,
  clobberPrefix: "",
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    "aside",
    "button",
    "figure",
    "figcaption",
    "video",
    "audio",
    "track",
  ],
  attributes: {
    ...defaultSchema.attributes,
    aside: [["className", "note", "scenario", "first-step"]],
    div: [["className", "steps", "picture"]],
    // The meaning of a term: a button, and what it opens.
    button: [
      ["type", "button"],
      ["className", "term", "underline", "decoration-accent", "underline-offset-4"],
      "popoverTarget",
    ],
    span: ["popover", "id", ["className", "card", "m-auto"]],
    p: [["className", "label", "tool", "download"]],
    a: [...(defaultSchema.attributes?.a ?? []), "download"],
    video: ["controls", "preload", "src", "ariaLabel"],
    audio: ["controls", "preload", "src", "ariaLabel"],
    track: ["kind", "src", "srcLang", "label", "default"],
  },
};
const toHtml = unified().use(remarkRehype).use(rehypeSanitize, schema).use(rehypeStringify);

/** Safe HTML of nodes. */
export function htmlOf(children: MarkdownNode[]): string {
  if (children.length === 0) return "";
  return toHtml.stringify(toHtml.runSync(markdownRoot(children))).trim();
}

const toSafe = unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify);

/** HTML by the same rules; what `htmlOf` wrote stays as it is. */
export function safeHtml(html: string): string {
  return toSafe.processSync(html).toString();
}
