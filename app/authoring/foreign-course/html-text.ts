import { dataFile } from "#app/assessment/exchange/media-intake.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf, treeOfHtml } from "#app/assessment/exchange/rich-text.ts";
import { storable } from "#app/assessment/exchange/text-intake.ts";

import type { ForeignText, Resolve, Target } from "./foreign-course.ts";

const pictureInText = /data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+/g;

/**
 * The tree of a text in HTML. Pictures written into it are taken out first: they would count as text. Throws
 * LeftOutError for a text that is too long or too complicated.
 */
export function htmlText(html: string, resolve: Resolve): ForeignText {
  const pictures = new Map<string, Target>();
  const rest = html.replace(pictureInText, (address) => {
    const found = dataFile(address);
    if (!found) return "";
    const read = async function* () {
      yield await found.read();
    };
    const bytes = Math.floor((address.length * 3) / 4);
    pictures.set(`picture:${found.path}`, { kind: "data", file: { path: found.path, bytes, read } });
    return `picture:${found.path}`;
  });
  return {
    nodes: treeOfHtml(rest),
    resolve: (address) => pictures.get(address) ?? resolve(address),
  };
}

/** A text of our own making, which leads nowhere in the source. */
export function words(nodes: HtmlNode[]): () => ForeignText {
  return () => ({ nodes, resolve: () => null });
}

const longestSummary = 500;

/** A description as the line under an activity's title. */
export function summaryOf(nodes: HtmlNode[]): string {
  return storable(plainTextOf(nodes)).replace(/\s+/g, " ").trim().slice(0, longestSummary);
}

/** What the head of a web page calls it. */
export function titleOf(html: string): string | null {
  const [, title] = /<title[^>]*>([^<]*)<\/title>/i.exec(html) ?? [];
  return title ? plainTextOf(treeOfHtml(title.slice(0, 1000))) || null : null;
}
