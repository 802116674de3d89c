import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

import type { I18n } from "#app/platform/i18n.tsx";

import { roleSectors } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import { type LessonBlock, type LessonPage, sourcesPageId } from "./lesson-pages.ts";

/** As much of a Markdown node as is used here. */
export type MarkdownNode = {
  type: string;
  name?: string;
  value?: string;
  alt?: string | null;
  url?: string;
  depth?: number;
  attributes?: Record<string, string | null | undefined> | null;
  children?: MarkdownNode[];
  data?: { directiveLabel?: boolean; hName?: string; hProperties?: Record<string, unknown> };
  position?: { start: { line: number } };
};
type Node = MarkdownNode;
type RoleSector = (typeof roleSectors)[number];

export type RenderedLesson = {
  /** Without the sources page, which every lesson gets. */
  pages: LessonPage[];
  /** Fact ids in the order of their first citation: their numbers. */
  facts: string[];
  checks: { questionId: string; line: number }[];
  packages: { name: string; line: number }[];
  faults: Fault[];
};

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);
const schema = {
  ...defaultSchema,
  clobberPrefix: "",
  tagNames: [...(defaultSchema.tagNames ?? []), "aside", "figure", "figcaption"],
  attributes: {
    ...defaultSchema.attributes,
    aside: [["className", "note", "scenario", "first-step"]] as never[],
    div: [["className", "steps"]] as never[],
    p: [["className", "label"]] as never[],
  },
};
const toHtml = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, schema as never)
  .use(rehypeStringify);

export function parseMarkdown(markdown: string): MarkdownNode {
  return parser.parse(markdown) as MarkdownNode;
}

/**
 * Turns a lesson's Markdown into pages of safe HTML and marks what is wrong with it. `t` gives the labels of the
 * lesson's language; `file` is named in faults; `addressOf` tells where a file of the course's media is served, null
 * when there is none.
 */
export function renderLesson(
  markdown: string,
  file: string,
  { t, addressOf }: { t: I18n["t"]; addressOf: (path: string) => string | null },
): RenderedLesson {
  const tree = parseMarkdown(markdown);
  const lesson: RenderedLesson = { pages: [], facts: [], checks: [], packages: [], faults: [] };
  const fault = (node: Node, problem: string, remedy: string) =>
    lesson.faults.push({ file, line: node.position?.start.line ?? 1, problem, remedy });

  const links: Node[] = [];
  const images: Node[] = [];
  for (const { page, children } of splitPages(tree, fault)) {
    const facts = prepare(children, lesson.facts, { links, images }, t, fault);
    for (const image of images.splice(0)) placeImage(image, addressOf, fault);
    lesson.pages.push({ ...page, blocks: blocksOf(children, lesson, fault), facts });
  }
  const targets = new Set([...lesson.pages.map(({ id }) => id), sourcesPageId]);
  for (const link of links) {
    const [target = "", place] = (link.url ?? "").split("#");
    const isDead = target === sourcesPageId && place !== undefined && !lesson.facts.includes(place);
    if (isDead || (!/^https?:/.test(target) && !targets.has(target))) {
      fault(
        link,
        `The link "${link.url}" leads nowhere.`,
        "Name a page of this lesson, or give a whole address.",
      );
    }
  }
  if (lesson.pages.length === 0) {
    fault(tree, "The lesson has no page.", "Begin it with ::page[Title]{#page-id}.");
  }
  return lesson;
}

type Report = (node: Node, problem: string, remedy: string) => void;

function splitPages(tree: Node, fault: Report) {
  const pages: { page: { id: string; title: string }; children: Node[] }[] = [];
  for (const node of tree.children ?? []) {
    if (node.type === "leafDirective" && node.name === "page") {
      const id = node.attributes?.id ?? "";
      if (!/^[a-z0-9-]+$/.test(id) || [sourcesPageId, "print"].includes(id)) {
        fault(
          node,
          `"${id}" cannot be a page id.`,
          "Write ::page[Title]{#page-id} with small letters and hyphens.",
        );
      }
      if (pages.some(({ page }) => page.id === id)) {
        fault(node, `The page id "${id}" occurs twice.`, "Give each page of a lesson its own id.");
      }
      pages.push({ page: { id, title: textOf(node) }, children: [] });
    } else if (pages.length > 0) {
      pages.at(-1)?.children.push(node);
    } else {
      fault(node, "This stands before the first page.", "Begin the lesson with ::page[Title]{#page-id}.");
    }
  }
  return pages;
}

/** Gives every directive its HTML and returns the facts cited, in order; numbers them through the whole lesson. */
function prepare(
  children: Node[],
  numbered: string[],
  { links, images }: { links: Node[]; images: Node[] },
  t: I18n["t"],
  fault: Report,
): string[] {
  const cited: string[] = [];
  visit({ type: "root", children } as never, (node: Node) => {
    if (node.type === "html")
      fault(node, "HTML is not allowed.", "Use Markdown and the directives of docs/course-format.md.");
    if (node.type === "image") images.push(node);
    if (node.type === "link") links.push(node);
    if (node.type === "linkReference" || node.type === "imageReference" || node.type === "definition") {
      fault(
        node,
        "Addresses that stand elsewhere on the page are not allowed.",
        "Write the address in place: [text](address).",
      );
    }
    if (!isDirective(node)) return;
    if (node.name === "cite") {
      for (const fact of textOf(node)
        .split(/[\s,]+/)
        .filter(Boolean)) {
        if (!numbered.includes(fact)) numbered.push(fact);
        if (!cited.includes(fact)) cited.push(fact);
      }
      citation(node, numbered);
    } else if (node.name === "scenario" || node.name === "note" || node.name === "first-step") {
      boxOf(node, t);
    } else if (node.name === "steps") {
      node.data = { hName: "div", hProperties: { className: ["steps"] } };
    } else if (node.name === "figure") {
      figureOf(node);
    } else if (node.type === "textDirective" && node.children?.length === 0) {
      // A time such as 22:40, not a directive.
      Object.assign(node, { type: "text", value: `:${node.name}` });
    } else if (["check", "package"].includes(node.name)) {
      if (!children.includes(node)) {
        fault(node, `A ${node.name} cannot stand inside something else.`, "Give it a line of its own.");
      }
    } else if (!["roles", "role"].includes(node.name)) {
      fault(
        node,
        `There is no directive "${node.name}".`,
        "Check its name; a colon in running text needs a space after it.",
      );
    }
  });
  return cited;
}

function citation(node: Node, numbered: string[]) {
  const links = textOf(node)
    .split(/[\s,]+/)
    .filter(Boolean);
  node.data = { hName: "sup" };
  node.children = links.map((fact) => ({
    type: "link",
    url: `sources#${fact}`,
    children: [{ type: "text", value: `[${numbered.indexOf(fact) + 1}]` }],
  }));
}

/** A box; its label ("Title" in brackets) becomes its heading. */
function boxOf(node: Node, t: I18n["t"]) {
  node.data = { hName: "aside", hProperties: { className: [node.name] } };
  const [first, ...others] = node.children ?? [];
  const isLabel = first?.type === "paragraph" && Boolean(first.data?.directiveLabel);
  const title = isLabel ? textOf(first) : node.name === "first-step" ? t("learn.firstStep") : "";
  const rest = isLabel || !first ? others : [first, ...others];
  const heading = { type: "heading", depth: 2, children: [{ type: "text", value: title }] };
  const label = {
    type: "paragraph",
    data: { hProperties: { className: ["label"] } },
    children: [{ type: "text", value: t("learn.scenarioLabel") }],
  };
  node.children = [...(title ? [heading] : []), ...(node.name === "scenario" ? [label] : []), ...rest];
}

/** Its image is met next, as a child. */
function figureOf(node: Node) {
  const { src, caption } = node.attributes ?? {};
  node.data = { hName: "figure" };
  node.children = [
    { type: "image", url: src ?? "", alt: textOf(node), position: node.position },
    ...(caption
      ? [{ type: "paragraph", data: { hName: "figcaption" }, children: [{ type: "text", value: caption }] }]
      : []),
  ];
}

function placeImage(image: Node, addressOf: (path: string) => string | null, fault: Report) {
  if (!image.alt?.trim()) {
    fault(image, "The picture has no alternative text.", "Describe it between the square brackets.");
  }
  const address = addressOf(image.url ?? "");
  if (address) image.url = address;
  else {
    fault(
      image,
      `There is no picture "${image.url}".`,
      "Put an SVG, PNG, JPEG or WebP file into the course's folder media/, and name it as media/….",
    );
  }
}

function blocksOf(children: Node[], lesson: RenderedLesson, fault: Report): LessonBlock[] {
  const blocks: LessonBlock[] = [];
  let pending: Node[] = [];
  const flush = () => {
    const html = htmlOf(pending);
    if (html) blocks.push({ kind: "html", html });
    pending = [];
  };
  for (const node of children) {
    if (isDirective(node) && node.name === "check") {
      flush();
      const questionId = node.attributes?.id ?? "";
      lesson.checks.push({ questionId, line: node.position?.start.line ?? 1 });
      blocks.push({ kind: "check", questionId });
    } else if (isDirective(node) && node.name === "package") {
      flush();
      blocks.push(packageOf(node, lesson, fault));
    } else if (isDirective(node) && node.name === "roles") {
      flush();
      blocks.push({ kind: "roles", roles: rolesOf(node, fault) });
    } else {
      pending.push(node);
    }
  }
  flush();
  return blocks;
}

function packageOf(node: Node, lesson: RenderedLesson, fault: Report): LessonBlock {
  const name = node.attributes?.name ?? "";
  const title = textOf(node);
  if (!title) fault(node, "The package has no title.", "Write ::package[Title]{name=its-name}.");
  if (lesson.packages.some((other) => other.name === name)) {
    fault(node, `The package "${name}" occurs twice.`, "Name each package of a lesson once.");
  }
  lesson.packages.push({ name, line: node.position?.start.line ?? 1 });
  return { kind: "package", name, title };
}

function rolesOf(node: Node, fault: Report) {
  const roles = (node.children ?? []).flatMap((child) => {
    if (!isDirective(child) || child.name !== "role") return [];
    const sector = child.attributes?.sector as RoleSector;
    if (!roleSectors.includes(sector)) {
      fault(child, `There is no sector "${sector}".`, `Write one of ${roleSectors.join(", ")}.`);
      return [];
    }
    return [{ sector, html: htmlOf(child.children ?? []) }];
  });
  for (const sector of roleSectors) {
    if (!roles.some((role) => role.sector === sector)) {
      fault(node, `The role box for "${sector}" is missing.`, `Add :::role{sector=${sector}}.`);
    }
  }
  return roles;
}

/** Safe HTML of nodes. */
export function htmlOf(children: Node[]): string {
  if (children.length === 0) return "";
  const hast = toHtml.runSync({ type: "root", children } as never);
  return toHtml.stringify(hast as never).trim();
}

function isDirective(node: Node): node is Node & { name: string } {
  return /^(container|leaf|text)Directive$/.test(node.type);
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join("");
}
