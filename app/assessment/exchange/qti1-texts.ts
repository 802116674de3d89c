import { attr, below, childOf, childrenOf, type QtiNode, wordsOf } from "./qti-node.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { treeOfHtml, treeOfPlainText } from "./rich-text.ts";
import { element } from "./html-nodes.ts";

/** Texts of QTI 1.2: `material` with `mattext` (HTML inside as a text) and pictures. */

export function materialTree(node: QtiNode, change: (html: string) => string = (html) => html): HtmlNode[] {
  return node.children.flatMap((child): HtmlNode[] => {
    switch (child.name) {
      case "mat_extension":
        return materialTree(child, change);
      case "mattext":
      case "matemtext":
      // Blackboard's.
      case "mat_formattedtext": {
        const source = change(wordsOf(child));
        const isPlain = attr(child, "texttype") === "text/plain" || !/<\/?[a-z][^<>]*>|&\w+;/i.test(source);
        return isPlain ? inlineWhenOneLine(treeOfPlainText(source)) : treeOfHtml(source);
      }
      case "matbreak":
        return [element("br", [])];
      case "matimage":
        return [element("img", [], { src: attr(child, "uri") ?? "", alt: attr(child, "label") ?? "" })];
      case "mataudio":
      case "matvideo":
        return [
          element("a", [{ type: "text", value: attr(child, "label") ?? child.name.slice(3) }], {
            href: attr(child, "uri") ?? "",
          }),
        ];
      default:
        return [];
    }
  });
}

/** Texts without tags are pieces of a line: a gap may stand between them. */
function inlineWhenOneLine(nodes: HtmlNode[]): HtmlNode[] {
  const [only] = nodes;
  return nodes.length === 1 && only
    ? [{ type: "text", value: " " }, ...(only.children ?? []), { type: "text", value: " " }]
    : nodes;
}

/** All texts below an element that are not inside one of its responses. `replace` gives what stands for a response. */
export function presentedTree(
  node: QtiNode,
  replace: (response: QtiNode) => HtmlNode[],
  change?: (html: string) => string,
): HtmlNode[] {
  return node.children.flatMap((child): HtmlNode[] => {
    if (child.name === "material") return materialTree(child, change);
    if (child.name.startsWith("response_")) return replace(child);
    return /^flow/.test(child.name) ? presentedTree(child, replace, change) : [];
  });
}

/** The text of a response or of one of its choices. */
export function ownTree(node: QtiNode): HtmlNode[] {
  return [node, ...node.children.filter(({ name }) => /^flow/.test(name))].flatMap((owner) =>
    childrenOf(owner, "material").flatMap((material) => materialTree(material)),
  );
}

/** Feedback by its identifier. */
export function feedbackOf(item: QtiNode): Map<string, HtmlNode[]> {
  return new Map(
    childrenOf(item, "itemfeedback").map((feedback) => [
      attr(feedback, "ident") ?? "",
      below(feedback, "material").flatMap((material) => materialTree(material)),
    ]),
  );
}

/** What the item's metadata says, by label in small letters. */
export function metadataOf(item: QtiNode): Map<string, string> {
  const owner = childOf(item, "itemmetadata");
  const fields = owner ? below(owner, "qtimetadatafield") : [];
  const named = fields.flatMap((field) => {
    const [label, entry] = [childOf(field, "fieldlabel"), childOf(field, "fieldentry")];
    return label && entry ? [[wordsOf(label).trim().toLowerCase(), wordsOf(entry).trim()] as const] : [];
  });
  const algorithm = owner && below(owner, "scoring_algorithm")[0];
  return new Map([...named, ...(algorithm ? [["scoring_algorithm", wordsOf(algorithm)] as const] : [])]);
}
