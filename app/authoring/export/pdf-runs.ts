import type { HtmlNode } from "#app/platform/html-tree.ts";

/** Words of one look. */
export type Run = {
  text: string;
  isBold: boolean;
  isItalic: boolean;
  isSmall: boolean;
  /** A whole address; what leads inside the course is plain text on paper. */
  link: string | null;
};

const plain: Omit<Run, "text"> = { isBold: false, isItalic: false, isSmall: false, link: null };

const blocks = new Set(
  "address article aside blockquote div dl dt dd figure figcaption h1 h2 h3 h4 h5 h6 hr img li ol p pre section table ul".split(
    " ",
  ),
);

export function isBlock({ type, tagName = "" }: HtmlNode): boolean {
  return type === "element" && blocks.has(tagName);
}

/** The words of inline nodes, with single spaces between them and none at the ends. */
export function runsOf(nodes: HtmlNode[], look: Partial<Run> = {}): Run[] {
  const runs: Run[] = [];
  for (const run of nodes.flatMap((node) => inline(node, { ...plain, ...look }))) {
    const before = runs.at(-1)?.text ?? " ";
    const text = run.text.replace(/[ \t\n\r]+/g, " ");
    const joined = /[\s]$/.test(before) ? text.replace(/^ /, "") : text;
    if (joined !== "") runs.push({ ...run, text: joined });
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== "");
}

function inline(node: HtmlNode, look: Omit<Run, "text">): Run[] {
  if (node.type === "text") return [{ ...look, text: node.value ?? "" }];
  if (node.tagName === "br") return [{ ...look, text: " " }];
  const href = node.properties?.href;
  const own = {
    ...look,
    isBold: look.isBold || ["strong", "b"].includes(node.tagName ?? "") || hasClass(node, "font-semibold"),
    isItalic: look.isItalic || ["em", "i", "cite"].includes(node.tagName ?? ""),
    isSmall: look.isSmall || node.tagName === "sup",
    link: typeof href === "string" && /^(https?|mailto):/.test(href) ? href : look.link,
  };
  return (node.children ?? []).flatMap((child) => inline(child, own));
}

export function hasClass({ properties }: HtmlNode, name: string): boolean {
  return Array.isArray(properties?.className) && properties.className.includes(name);
}
