import { parseHtml } from "#app/platform/html-tree.ts";

import { eachElement, xhtml } from "./html-tree.ts";

/**
 * HTML of a lesson with its links led to where the copy has what they name: pages of the same lesson by `pageAt`, the
 * site's tools at the site.
 */
export function withCopiedLinks(
  html: string,
  { pageAt, origin }: { pageAt: (page: string, place: string | undefined) => string; origin: string },
): string {
  const tree = parseHtml(html);
  eachElement(tree, (element) => {
    const href = element.properties?.href;
    if (element.tagName !== "a" || typeof href !== "string" || /^(https?:|mailto:|#)/.test(href)) return;
    // Files are copied too, and find their new place with the pictures.
    if (href.startsWith("/media/")) return;
    const [page = "", place] = href.split("#");
    element.properties = {
      ...element.properties,
      href: href.startsWith("/") ? origin + href : pageAt(page, place),
    };
  });
  return xhtml(tree);
}
