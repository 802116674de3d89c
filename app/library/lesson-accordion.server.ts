import type { Report } from "./fault.ts";
import { element, labelOf } from "./lesson-pictures.server.ts";
import { isDirective, type MarkdownNode } from "./markdown-parser.ts";

const syntax = ":::part[Title]";

/** Makes `::::accordion` with its parts a list of titles, each of which opens what stands below it. */
export function accordionOf(node: MarkdownNode, fault: Report<MarkdownNode>): void {
  const children = node.children ?? [];
  const parts = children.filter((child) => isDirective(child) && child.name === "part");
  if (parts.length === 0) fault(node, "faults.accordionEmpty", { syntax });
  for (const other of children.filter((child) => !parts.includes(child)))
    fault(other, "faults.accordionOnlyParts", { syntax });
  node.data = { hName: "div", hProperties: { className: ["picture"] } };
  node.children = parts.map((part) => partOf(part, fault));
}

function partOf(part: MarkdownNode, fault: Report<MarkdownNode>): MarkdownNode {
  const { label, rest } = labelOf(part);
  if (!label.trim()) fault(part, "faults.partUntitled", { syntax });
  if (rest.length === 0) fault(part, "faults.partEmpty", { title: label });
  return element("details", [
    element("summary", [{ type: "text", value: label }]),
    // What is in it is still to be visited.
    element("div", rest),
  ]);
}
