import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { sizeWords } from "#app/platform/size-words.ts";

import type { Report } from "./fault.ts";
import { element } from "./lesson-pictures.server.ts";
import type { PlayerPlace } from "./lesson-players.server.ts";
import { type MarkdownNode, textOf } from "./markdown-parser.ts";

/** Makes `::download[Title]{file=media/x.pdf}` a link that saves a file of the course, with what it is and how large. */
export function downloadOf(
  node: MarkdownNode,
  { language, mediumOf }: PlayerPlace,
  fault: Report<MarkdownNode>,
): void {
  const path = node.attributes?.file ?? "";
  const title = textOf(node);
  const medium = mediumOf(path);
  if (!medium) fault(node, "faults.fileUnknown", { name: path });
  if (!title.trim()) {
    fault(node, "faults.downloadUntitled", { syntax: "::download[Title]{file=media/name.pdf}" });
  }
  const link = element("a", [{ type: "text", value: title }]);
  link.data = {
    hName: "a",
    hProperties: { href: medium?.address ?? "", download: path.replace(/^.*\//, "") },
  };
  const size = sizeWords(i18nFor(language as Language), medium?.bytes ?? 0);
  const kind = path.split(".").at(-1)?.toUpperCase() ?? "";
  node.data = { hName: "p", hProperties: { className: ["download"] } };
  node.children = [link, { type: "text", value: ` (${kind}, ${size})` }];
}
