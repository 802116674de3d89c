import type { HtmlNode } from "#app/platform/html-tree.ts";

/** What is dropped with all that is in it. */
const dropped = new Set([
  "style",
  "script",
  "head",
  "meta",
  "link",
  "title",
  "xml",
  "img",
  "svg",
  "object",
  "template",
]);
const kept = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tr th td a strong em del code pre blockquote hr br".split(
    " ",
  ),
);

/** HTML of a clipboard without looks: only what a lesson has a form for, whoever wrote it. */
export function cleanHtml(children: HtmlNode[]): HtmlNode[] {
  const clean = children.flatMap((child) => cleaned(child));
  return withLevels(withLists(clean).filter((child) => !isTag(child, "br") && !isBlank(child)));
}

function cleaned(node: HtmlNode): HtmlNode[] {
  if (node.type === "text") return [{ ...node, value: node.value?.replace(/[\s\u00a0]+/g, " ") }];
  if (node.type !== "element" || !node.tagName || dropped.has(node.tagName)) return [];
  const style = String(node.properties?.style ?? "");
  // Word writes the bullet or number of a list into its text.
  if (/mso-list:\s*Ignore/i.test(style)) return [];
  const children = (node.children ?? []).flatMap((child) => cleaned(child));
  return wrapped(nameOf(node), node, style, children);
}

function wrapped(tagName: string, node: HtmlNode, style: string, children: HtmlNode[]): HtmlNode[] {
  const element = (name: string, content: HtmlNode[], properties = {}): HtmlNode => ({
    type: "element",
    tagName: name,
    properties,
    children: content,
  });
  switch (tagName) {
    case "a": {
      const href = addressOf(String(node.properties?.href ?? ""));
      return href ? [element("a", children, { href })] : children;
    }
    case "p":
      return [element("p", children, { list: listMark(node, style) })];
    case "ul":
    case "ol":
      return [element(tagName, insideItems(children))];
    case "li":
      return [
        element(
          "li",
          children.flatMap((child) => (isTag(child, "p") ? [...(child.children ?? [])] : [child])),
        ),
      ];
    case "table":
      return [withHeader(element("table", children))];
    case "td":
    case "th":
      return [element(tagName, onOneLine(children))];
    case "span":
      return emphasised(style, children);
    case "strong":
      // Google Docs puts everything into a <b> that is not bold.
      return /font-weight:\s*(normal|400)/.test(style) ? children : [element("strong", children)];
    default:
      return kept.has(tagName) ? [element(tagName, children)] : children;
  }
}

/** The name under which an element is known here; a paragraph that Word calls a title is a heading. */
function nameOf({ tagName = "", properties }: HtmlNode): string {
  const names: Record<string, string> = { b: "strong", i: "em", s: "del", strike: "del", font: "span" };
  const classes = ([] as unknown[]).concat(properties?.className ?? []).join(" ");
  if (tagName === "p" && /\bMsoTitle\b/.test(classes)) return "h1";
  return names[tagName] ?? tagName;
}

function emphasised(style: string, children: HtmlNode[]): HtmlNode[] {
  if (children.every(isBlank)) return children;
  const inside = (tagName: string, is: boolean) => (content: HtmlNode[]) =>
    is ? [{ type: "element", tagName, properties: {}, children: content }] : content;
  const strong = inside("strong", /font-weight:\s*(bold|[6-9]00)/.test(style));
  const em = inside("em", /font-style:\s*italic/.test(style));
  const del = inside("del", /text-decoration[^;]*line-through/.test(style));
  return strong(em(del(children)));
}

/** Google's documents lead through its own address; what is no address of the web is no link. */
function addressOf(href: string): string | null {
  if (!/^https?:\/\//.test(href)) return null;
  const { hostname, pathname, searchParams } = new URL(href);
  const isRedirect = hostname === "www.google.com" && pathname === "/url";
  return (isRedirect && searchParams.get("q")) || href;
}

/** Word's lists are paragraphs: their level, and whether they are numbered by the sign that they begin with. */
function listMark(node: HtmlNode, style: string): { level: number; isNumbered: boolean } | null {
  const [, level] = /mso-list:[^;]*level(\d)/.exec(style) ?? [];
  if (!level) return null;
  return { level: Number(level), isNumbered: /^\s*\(?[0-9a-zA-Z]{1,3}[.)]/.test(ignoredText(node)) };
}

/** The sign of a Word list, which stands in its text. */
function ignoredText(node: HtmlNode): string {
  const isSign = /mso-list:\s*Ignore/i.test(String(node.properties?.style ?? ""));
  return isSign ? wordsOf(node) : (node.children ?? []).map(ignoredText).join("");
}

function wordsOf(node: HtmlNode): string {
  return node.value ?? (node.children ?? []).map(wordsOf).join("");
}

type Marked = { level: number; isNumbered: boolean };

/** Paragraphs that Word calls items of a list, as lists. */
function withLists(nodes: HtmlNode[]): HtmlNode[] {
  const result: HtmlNode[] = [];
  let open: { level: number; list: HtmlNode }[] = [];
  for (const node of nodes) {
    const mark = (node.properties?.list as Marked | null | undefined) ?? null;
    if (!mark) {
      if (!isBlank(node)) open = [];
      result.push(node);
      continue;
    }
    while ((open.at(-1)?.level ?? 0) > mark.level) open.pop();
    if (open.at(-1)?.level !== mark.level) {
      const list: HtmlNode = {
        type: "element",
        tagName: mark.isNumbered ? "ol" : "ul",
        properties: {},
        children: [],
      };
      const around = open.at(-1)?.list.children?.at(-1);
      if (around) around.children?.push(list);
      else result.push(list);
      open.push({ level: mark.level, list });
    }
    open
      .at(-1)
      ?.list.children?.push({ type: "element", tagName: "li", properties: {}, children: node.children });
  }
  return result;
}

/** A list directly in a list belongs to the item before it. */
function insideItems(children: HtmlNode[]): HtmlNode[] {
  return children.reduce<HtmlNode[]>((items, child) => {
    const last = items.at(-1);
    if ((isTag(child, "ul") || isTag(child, "ol")) && last) {
      return [...items.slice(0, -1), { ...last, children: [...(last.children ?? []), child] }];
    }
    return isBlank(child) ? items : [...items, child];
  }, []);
}

/** Tables of documents rarely say which row is their head; in Markdown it is the first. */
function withHeader(table: HtmlNode): HtmlNode {
  let isFirst = true;
  const asHeader = (node: HtmlNode): HtmlNode => {
    if (!node.children) return node;
    if (!isTag(node, "tr")) return { ...node, children: node.children.map(asHeader) };
    const tagName = isFirst ? "th" : "td";
    isFirst = false;
    const cells = node.children.filter((cell) => isTag(cell, "td") || isTag(cell, "th"));
    return {
      ...node,
      children: cells.map((cell) => ({
        ...cell,
        tagName,
        children: tagName === "th" ? notBold(cell.children) : cell.children,
      })),
    };
  };
  return asHeader(table);
}

/** Headings are bold as they are. */
function notBold(children: HtmlNode[] = []): HtmlNode[] {
  return children.flatMap((child) => (isTag(child, "strong") ? (child.children ?? []) : [child]));
}

function onOneLine(children: HtmlNode[]): HtmlNode[] {
  return children.flatMap((child, index) => {
    if (isTag(child, "br")) return [{ type: "text", value: " " }];
    if (!["p", "ul", "ol", "li"].includes(child.tagName ?? "")) return [child];
    return [...(index > 0 ? [{ type: "text", value: " " }] : []), ...onOneLine(child.children ?? [])];
  });
}

/** Headings inside a page begin at the second level, and there are three. */
function withLevels(nodes: HtmlNode[]): HtmlNode[] {
  const levels = nodes.flatMap((node) => levelOf(node) ?? []);
  const shift = 2 - Math.min(...levels);
  return nodes.map((node) => {
    const level = levelOf(node);
    if (level === null) return node;
    return { ...node, tagName: `h${Math.min(4, level + shift)}`, children: notBold(node.children) };
  });
}

function levelOf({ tagName }: HtmlNode): number | null {
  const [, level] = /^h([1-6])$/.exec(tagName ?? "") ?? [];
  return level ? Number(level) : null;
}

function isTag(node: HtmlNode, tagName: string): boolean {
  return node.tagName === tagName;
}

function isBlank(node: HtmlNode): boolean {
  if (node.type === "text") return !node.value?.trim();
  if (["td", "th", "hr", "table"].includes(node.tagName ?? "")) return false;
  return (node.children ?? []).every(isBlank);
}
