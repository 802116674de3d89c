import type { I18n } from "#app/platform/i18n.tsx";

import type { Report } from "./fault.ts";
import type { LessonBlock, Scene } from "./lesson-pages.ts";
import { type MarkdownNode as Node, textOf } from "./markdown-parser.ts";
import { htmlOf } from "./markdown.server.ts";
import type { PlacedPicture } from "./media-file.server.ts";

/** A label in brackets is the first paragraph of a directive that has more in it. */
export function labelOf(node: Node): { label: string; rest: Node[] } {
  const [first, ...others] = node.children ?? [];
  if (first?.type === "paragraph" && first.data?.directiveLabel)
    return { label: textOf(first), rest: others };
  return { label: "", rest: node.children ?? [] };
}

/** Its image is met next, as a child. What stands inside is the long description, closed under the picture. */
export function figureOf(node: Node, t: I18n["t"], fault: Report<Node>) {
  const { src, caption, decorative } = node.attributes ?? {};
  const isDecorative = typeof decorative === "string";
  const isLong = node.type === "containerDirective";
  const { label, rest } = isLong ? labelOf(node) : { label: textOf(node), rest: [] };
  const figure = element("figure", [
    { type: "image", url: src ?? "", alt: label, data: { isDecorative }, position: node.position },
    ...(caption ? [element("figcaption", [{ type: "text", value: caption }])] : []),
  ]);
  if (isDecorative && (label || isLong)) {
    fault(node, "faults.decorativeDescribed");
  }
  if (!isLong) {
    node.data = figure.data;
    node.children = figure.children;
    return;
  }
  if (rest.length === 0) {
    fault(node, "faults.descriptionEmpty");
  }
  const summary = element("summary", [{ type: "text", value: t("learn.pictureDescription") }]);
  node.data = { hName: "div", hProperties: { className: ["picture"] } };
  node.children = [figure, element("details", [summary, element("div", rest)])];
}

/** A node that becomes this element. */
export function element(hName: string, children: Node[]): Node {
  return { type: "paragraph", data: { hName }, children };
}

export function placeImage(
  image: Node,
  pictureOf: (path: string) => PlacedPicture | null,
  fault: Report<Node>,
) {
  if (!image.alt?.trim() && !image.data?.isDecorative) fault(image, "faults.altEmpty");
  const picture = pictureOf(image.url ?? "");
  if (!picture) {
    fault(image, "faults.pictureUnknown", { name: image.url ?? "" });
    return;
  }
  image.url = picture.address;
  image.data = { hProperties: { ...picture.size } };
}

const sceneSyntax = { syntax: "1. ![What is seen](media/x-1.svg) What happens." };

/** Scenes with captions: a numbered list, each item a picture and then its words. */
export function animationOf(node: Node, fault: Report<Node>): LessonBlock {
  const { label, rest } = labelOf(node);
  if (!label.trim()) {
    fault(node, "faults.animationUndescribed", { syntax: ":::animation[What it shows]" });
  }
  const [list] = rest;
  const items = list?.type === "list" ? (list.children ?? []) : [];
  if (items.length < 2 || rest.length > 1) {
    fault(node, "faults.animationList", sceneSyntax);
  }
  return { kind: "animation", title: label, scenes: items.map((item) => sceneOf(item, fault)) };
}

function sceneOf(item: Node, fault: Report<Node>): Scene {
  const [first, ...others] = item.children ?? [];
  const [picture, gap, ...words] = first?.children ?? [];
  const beginning = gap ? [gap.type === "text" ? { ...gap, value: gap.value?.trimStart() } : gap] : [];
  const caption = first ? [{ ...first, children: [...beginning, ...words] }, ...others] : [];
  if (picture?.type !== "image" || !caption.map(textOf).join("").trim()) {
    fault(item, "faults.scene", sceneSyntax);
  }
  const { width, height } = picture?.data?.hProperties ?? {};
  return {
    src: picture?.url ?? "",
    alt: picture?.alt ?? "",
    size: width && height ? { width: Number(width), height: Number(height) } : null,
    html: htmlOf(caption),
  };
}
