import type { I18n, MessageKey } from "#app/platform/i18n.tsx";
import { isToolName, toolNames } from "#app/tools/tool-names.ts";

import type { Report } from "./fault.ts";
import { type MarkdownNode, textOf } from "./markdown-parser.ts";

/** Makes `::tool[Title]{name=evidence}` a link to one of the site's tools, on a line of its own. */
export function toolOf(node: MarkdownNode, fault: Report<MarkdownNode>): void {
  const name = node.attributes?.name ?? "";
  if (!isToolName(name)) {
    fault(node, "faults.toolUnknown", { name, tools: toolNames.join(", ") });
  }
  const title = textOf(node);
  if (!title) fault(node, "faults.toolUntitled", { syntax: "::tool[Title]{name=its-name}" });
  node.data = { hName: "p", hProperties: { className: ["tool"] } };
  node.children = [{ type: "link", url: `/tools/${name}`, children: [{ type: "text", value: title }] }];
}

/** The site's tools that a lesson can lead to, by the names that their pages have. */
export function namedTools(t: I18n["t"]): { id: string; title: string }[] {
  return toolNames.map((id) => ({ id, title: t(`tools.name_${id.replaceAll("-", "_")}` as MessageKey) }));
}

export function isOfTool(link: MarkdownNode): boolean {
  const [, name] = /^\/tools\/(.*)$/.exec(link.url ?? "") ?? [];
  return name !== undefined && isToolName(name);
}
