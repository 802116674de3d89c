import { element, withName } from "#app/assessment/exchange/html-nodes.ts";
import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

import { documentLink } from "./lesson-intake.ts";

/** Stands in a tree for the directive of that name: `file` is its path in the course's folder, its words the title. */
export const downloadElement = "download";

/**
 * Each document that a block links to as a download behind that block, in which only the words stay. A block that is
 * nothing but such links is its downloads.
 */
export function withDownloads(blocks: HtmlNode[]): HtmlNode[] {
  return blocks.flatMap((block) => {
    const titles = new Map<string, string>();
    for (const link of withName([block], "a")) {
      const path = documentOf(link);
      const title = plainTextOf([link]).replace(/\s+/g, " ");
      if (path && !titles.has(path)) titles.set(path, title);
    }
    if (titles.size === 0) return [block];
    const downloads = [...titles].map(([file, title]) =>
      element(downloadElement, [{ type: "text", value: title }], { file }),
    );
    return isMore(block) ? [withWords(block), ...downloads] : downloads;
  });
}

function documentOf({ tagName, properties }: HtmlNode): string | null {
  const href = tagName === "a" ? String(properties?.href ?? "") : "";
  return href.startsWith(documentLink) ? href.slice(documentLink.length) : null;
}

/** Whether there are pictures, or words besides the links to documents. */
function isMore(block: HtmlNode): boolean {
  return withName([block], "img").length > 0 || plainTextOf(withoutDocuments(block)) !== "";
}

function withoutDocuments(node: HtmlNode): HtmlNode[] {
  if (documentOf(node) !== null) return [];
  return [node.children ? { ...node, children: node.children.flatMap(withoutDocuments) } : node];
}

function withWords(node: HtmlNode): HtmlNode {
  const children = node.children?.flatMap((child) => {
    const inside = withWords(child);
    return documentOf(child) === null ? [inside] : (inside.children ?? []);
  });
  return children ? { ...node, children } : node;
}
