import type { I18n } from "#app/platform/i18n.tsx";

import { roleSectors } from "./role-sectors.ts";
import type { Fault, Report } from "./fault.ts";
import { type NoteTopic, noteTopics } from "./note-topics.ts";
import {
  eachNode,
  isDirective,
  type MarkdownNode as Node,
  parseMarkdown,
  textOf,
} from "./markdown-parser.ts";
import { htmlOf } from "./markdown.server.ts";
import { markOf, withoutHead } from "./lesson-head.server.ts";
import { type LessonBlock, type LessonPage, sourcesPageId } from "./lesson-pages.ts";
import { accordionOf } from "./lesson-accordion.server.ts";
import { animationOf, figureOf, labelOf, placeImage } from "./lesson-pictures.server.ts";
import { type PlayerPlace, playerOf } from "./lesson-players.server.ts";
import { downloadOf } from "./lesson-downloads.server.ts";
import { type MeaningOf, termOf } from "./lesson-terms.server.ts";
import { isOfTool, toolOf } from "./lesson-tools.server.ts";
import type { PlacedPicture } from "./media-file.server.ts";
import type { TranslationMark } from "./translation-status.ts";

type RoleSector = (typeof roleSectors)[number];

export type RenderedLesson = {
  /** Without the sources page, which every lesson gets. */
  pages: LessonPage[];
  /** Fact ids in the order of their first citation: their numbers. */
  facts: string[];
  checks: { questionId: string; line: number }[];
  packages: { name: string; line: number }[];
  /** Topics of the notes on jurisdictions in it, in order; "all" for all of them. */
  notes: (NoteTopic | "all")[];
  /** Null for an original. */
  translation: TranslationMark | null;
  faults: Fault[];
};

/**
 * Turns a lesson's Markdown into pages of safe HTML and marks what is wrong with it. `t` gives the labels of the
 * lesson's `language`; `file` is named in faults; `pictureOf` tells where a picture of the course's media is served,
 * `mediumOf` where another file of them is, null when there is none, and `meaningOf` what a term means. With `base`, the same lesson in another language, the lesson says only the pages that differ; what
 * is wrong in the others is wrong there.
 */
export function renderLesson(
  markdown: string,
  file: string,
  {
    pictureOf,
    base = null,
    meaningOf = () => undefined,
    ...place
  }: PlayerPlace & {
    pictureOf: (path: string) => PlacedPicture | null;
    meaningOf?: MeaningOf;
    base?: string | null;
  },
): RenderedLesson {
  const { head, body } = withoutHead(markdown);
  const tree = parseMarkdown(body);
  const lesson: RenderedLesson = {
    pages: [],
    facts: [],
    checks: [],
    packages: [],
    notes: [],
    translation: null,
    faults: [],
  };
  const fault: Report<Node> = (node, key, values = {}) =>
    lesson.faults.push({ file, line: node.position?.start.line ?? 1, key, values });
  if (head !== null) {
    lesson.translation = markOf(head, (key, values) => fault({ type: "yaml" }, key, values));
  }

  const links: Node[] = [];
  const images: Node[] = [];
  let terms = 0;
  for (const { page, children, isOwn } of pagesOf(splitPages(tree, fault), base, fault)) {
    const report = isOwn ? fault : () => undefined;
    const onTerm = (term: Node) => termOf(term, meaningOf, (terms += 1), report);
    const facts = prepare(children, lesson.facts, { links, images, onTerm }, place, report);
    for (const image of images.splice(0)) placeImage(image, pictureOf, report);
    lesson.pages.push({ ...page, blocks: blocksOf(children, lesson, report), facts });
  }
  const targets = new Set([...lesson.pages.map(({ id }) => id), sourcesPageId]);
  for (const link of links) {
    const [target = "", place] = (link.url ?? "").split("#");
    if (isOfTool(link)) continue;
    const isDead = target === sourcesPageId && place !== undefined && !lesson.facts.includes(place);
    if (isDead || (!/^(https?|mailto):/.test(target) && !targets.has(target))) {
      fault(link, "faults.linkNowhere", { url: link.url ?? "" });
    }
  }
  if (lesson.pages.length === 0) {
    fault(tree, "faults.noPage", pageSyntax);
  }
  return lesson;
}

const pageSyntax = { syntax: "::page[Title]{#page-id}" };

type SourcePage = { page: { id: string; title: string }; node: Node; children: Node[] };

/** The pages of a lesson; where it has a base, the base's, each as the lesson itself says it if it does. */
function pagesOf(own: SourcePage[], base: string | null, fault: Report<Node>) {
  if (base === null) return own.map((page) => ({ ...page, isOwn: true }));
  const others = splitPages(parseMarkdown(withoutHead(base).body), () => undefined);
  for (const { page, node } of own) {
    if (!others.some((other) => other.page.id === page.id)) {
      fault(node, "faults.replacesNothing", { id: page.id });
    }
  }
  return others.map((other) => {
    const replacement = own.find(({ page }) => page.id === other.page.id);
    return { ...(replacement ?? other), isOwn: replacement !== undefined };
  });
}

function splitPages(tree: Node, fault: Report<Node>): SourcePage[] {
  const pages: SourcePage[] = [];
  for (const node of tree.children ?? []) {
    if (node.type === "leafDirective" && node.name === "page") {
      const id = node.attributes?.id ?? "";
      if (!/^[a-z0-9-]+$/.test(id) || [sourcesPageId, "print"].includes(id)) {
        fault(node, "faults.pageId", { id, ...pageSyntax });
      }
      if (pages.some(({ page }) => page.id === id)) {
        fault(node, "faults.pageTwice", { id });
      }
      pages.push({ page: { id, title: textOf(node) }, node, children: [] });
    } else if (pages.length > 0) {
      pages.at(-1)?.children.push(node);
    } else {
      fault(node, "faults.beforeFirstPage", pageSyntax);
    }
  }
  return pages;
}

/** Gives every directive its HTML and returns the facts cited, in order; numbers them through the whole lesson. */
function prepare(
  children: Node[],
  numbered: string[],
  { links, images, onTerm }: { links: Node[]; images: Node[]; onTerm: (term: Node) => void },
  place: PlayerPlace,
  fault: Report<Node>,
): string[] {
  const cited: string[] = [];
  eachNode({ type: "root", children }, (node) => {
    if (node.type === "html") fault(node, "faults.html");
    if (node.type === "image") images.push(node);
    if (node.type === "link") {
      links.push(node);
      for (const inside of node.children ?? []) {
        // Nothing can be pressed inside a link.
        if (isDirective(inside) && inside.name === "term") fault(inside, "faults.termInLink");
      }
    }
    if (node.type === "linkReference" || node.type === "imageReference" || node.type === "definition") {
      fault(node, "faults.reference", { syntax: "[text](address)" });
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
      boxOf(node, place.t);
    } else if (node.name === "steps") {
      node.data = { hName: "div", hProperties: { className: ["steps"] } };
    } else if (node.name === "term" && node.type === "textDirective") {
      onTerm(node);
    } else if (node.name === "accordion" && node.type === "containerDirective") {
      accordionOf(node, fault);
    } else if (node.name === "part") {
      fault(node, "faults.partOutside", { syntax: "::::accordion" });
    } else if (node.name === "figure") {
      figureOf(node, place.t, fault);
    } else if (node.name === "video" || node.name === "audio") {
      playerOf(node, place, fault);
    } else if (node.name === "download") {
      downloadOf(node, place, fault);
    } else if (node.name === "tool") {
      toolOf(node, fault);
    } else if (node.type === "textDirective" && node.children?.length === 0) {
      // A time such as 22:40, not a directive.
      Object.assign(node, { type: "text", value: `:${node.name}` });
    } else if (["check", "package", "jurisdiction", "animation"].includes(node.name)) {
      if (!children.includes(node)) {
        fault(node, "faults.blockInside", { name: node.name });
      }
    } else if (!["roles", "role"].includes(node.name)) {
      fault(node, "faults.blockUnknown", { name: node.name });
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
  const { label: given, rest } = labelOf(node);
  const title = given || (node.name === "first-step" ? t("learn.firstStep") : "");
  const heading = { type: "heading", depth: 2, children: [{ type: "text", value: title }] };
  const label = {
    type: "paragraph",
    data: { hProperties: { className: ["label"] } },
    children: [{ type: "text", value: t("learn.scenarioLabel") }],
  };
  node.children = [...(title ? [heading] : []), ...(node.name === "scenario" ? [label] : []), ...rest];
}

function blocksOf(children: Node[], lesson: RenderedLesson, fault: Report<Node>): LessonBlock[] {
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
    } else if (isDirective(node) && node.name === "jurisdiction") {
      flush();
      blocks.push(jurisdictionOf(node, lesson, fault));
    } else if (isDirective(node) && node.name === "animation") {
      flush();
      blocks.push(animationOf(node, fault));
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

function packageOf(node: Node, lesson: RenderedLesson, fault: Report<Node>): LessonBlock {
  const name = node.attributes?.name ?? "";
  const title = textOf(node);
  if (!title) fault(node, "faults.packageUntitled", { syntax: "::package[Title]{name=its-name}" });
  if (lesson.packages.some((other) => other.name === name)) {
    fault(node, "faults.packageTwice", { name });
  }
  lesson.packages.push({ name, line: node.position?.start.line ?? 1 });
  return { kind: "package", name, title };
}

function jurisdictionOf(node: Node, lesson: RenderedLesson, fault: Report<Node>): LessonBlock {
  const given = node.attributes?.topic ?? null;
  const topic = noteTopics.find((one) => one === given) ?? null;
  if (given !== topic) {
    fault(node, "faults.topicUnknown", { topic: given ?? "", topics: noteTopics.join(", ") });
  }
  lesson.notes.push(topic ?? "all");
  return { kind: "jurisdiction", topic };
}

function rolesOf(node: Node, fault: Report<Node>) {
  const roles = (node.children ?? []).flatMap((child) => {
    if (!isDirective(child) || child.name !== "role") return [];
    const sector = child.attributes?.sector as RoleSector;
    if (!roleSectors.includes(sector)) {
      fault(child, "faults.sectorUnknown", { sector, sectors: roleSectors.join(", ") });
      return [];
    }
    return [{ sector, html: htmlOf(child.children ?? []) }];
  });
  for (const sector of roleSectors) {
    if (!roles.some((role) => role.sector === sector)) {
      fault(node, "faults.sectorMissing", { sector, syntax: `:::role{sector=${sector}}` });
    }
  }
  return roles;
}
