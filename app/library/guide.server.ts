import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

import { type Actor, isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";

import sizes from "../../docs/trainers/pictures/sizes.json";
import type { MarkdownNode } from "./markdown-parser.ts";
import { htmlOf } from "./markdown.server.ts";

// Built into the product, so that it is there wherever the product runs.
const files = import.meta.glob<string>("../../docs/trainers/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

const pictures = import.meta.glob<string>("../../docs/trainers/pictures/*.png", {
  query: "?url",
  import: "default",
  eager: true,
});

// Without directives: the guide is prose, in which a colon is one.
const parser = unified().use(remarkParse).use(remarkGfm);

type GuidePage = { title: string; html: string };

/** A page of the trainers' guide. Throws ForbiddenError for a learner, and NotFoundError. */
export function guidePage(actor: Actor, topic: string): GuidePage {
  if (!isAdministrator(actor) && !isTrainer(actor)) throw new ForbiddenError();
  const source = files[`../../docs/trainers/${topic}.md`];
  if (source === undefined) throw new NotFoundError();
  const [heading, ...nodes] = (parser.parse(source) as MarkdownNode).children ?? [];
  return { title: wordsOf(heading), html: htmlOf(nodes.map(inProduct)) };
}

/**
 * Pictures are those of the product's own files; links lead to pages of the guide in the product; what lies elsewhere is
 * named without a link.
 */
function inProduct(node: MarkdownNode): MarkdownNode {
  const children = node.children?.map(inProduct);
  const url = node.url ?? "";
  if (node.type === "image") return pictureInProduct(node, url);
  if (children?.[0]?.type === "image") return { ...node, children, data: { hName: "figure" } };
  if (node.type !== "link" || /^(https?:|#)/.test(url)) return { ...node, ...(children && { children }) };
  const [, page, place = ""] = /^([a-z-]+)\.md(#.*)?$/.exec(url) ?? [];
  if (page === undefined) return { type: "emphasis", children };
  return { ...node, url: `/teach/help/${page}${place}`, children };
}

/** With its size, so that nothing jumps when it comes. */
function pictureInProduct(node: MarkdownNode, path: string): MarkdownNode {
  const [, name = ""] = /^pictures\/(.+)\.png$/.exec(path) ?? [];
  const size = (sizes as Record<string, { width: number; height: number }>)[name];
  return { ...node, url: pictures[`../../docs/trainers/${path}`], data: { hProperties: size } };
}

function wordsOf(node: MarkdownNode | undefined): string {
  return node?.value ?? (node?.children ?? []).map(wordsOf).join("");
}
