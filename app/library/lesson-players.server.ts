import type { I18n } from "#app/platform/i18n.tsx";

import type { Report } from "./fault.ts";
import { element, labelOf } from "./lesson-pictures.server.ts";
import { type MarkdownNode, textOf } from "./markdown-parser.ts";
import type { PlacedMedium } from "./media-file.server.ts";

/** What is played in a lesson of one language, and where its files are. */
export type PlayerPlace = {
  t: I18n["t"];
  language: string;
  mediumOf: (path: string) => PlacedMedium | null;
};

/**
 * Makes `::video[Title]{src=media/x.mp4 captions=media/x.en.vtt}` or `::audio` a player that loads nothing before it is
 * started. What stands inside `:::video` … `:::` is the transcript, closed under the player.
 */
export function playerOf(
  node: MarkdownNode & { name: string },
  place: PlayerPlace,
  fault: Report<MarkdownNode>,
): void {
  const { t, language } = place;
  const kind = node.name as "video" | "audio";
  const { src, captions } = node.attributes ?? {};
  const isWritten = node.type === "containerDirective";
  const { label, rest } = isWritten ? labelOf(node) : { label: textOf(node), rest: [] };
  const medium = mediumOf(node, src, kind, place, fault);
  const track = captions ? mediumOf(node, captions, "text", place, fault) : null;
  requireWords(node, { kind, label, hasCaptions: Boolean(captions), hasTranscript: rest.length > 0 }, fault);
  const player = element(kind, track ? [trackOf(track, language, t("learn.captions"))] : []);
  player.data = {
    hName: kind,
    hProperties: { controls: true, preload: "none", src: medium?.address ?? "", ariaLabel: label },
  };
  const figure = element("figure", [player, element("figcaption", [{ type: "text", value: label }])]);
  const summary = element("summary", [{ type: "text", value: t("learn.transcript") }]);
  node.data = { hName: "div", hProperties: { className: ["picture"] } };
  node.children = [figure, ...(rest.length > 0 ? [element("details", [summary, element("div", rest)])] : [])];
}

function trackOf({ address }: PlacedMedium, srcLang: string, label: string): MarkdownNode {
  const track = element("track", []);
  track.data = {
    hName: "track",
    hProperties: { kind: "captions", src: address, srcLang, label, default: true },
  };
  return track;
}

const unknown = {
  video: "faults.videoUnknown",
  audio: "faults.audioUnknown",
  text: "faults.captionsUnknown",
} as const;

function mediumOf(
  node: MarkdownNode,
  path: string | null | undefined,
  kind: "video" | "audio" | "text",
  { mediumOf: find }: PlayerPlace,
  fault: Report<MarkdownNode>,
): PlacedMedium | null {
  const medium = find(path ?? "");
  if (medium?.contentType.startsWith(`${kind}/`)) return medium;
  fault(node, unknown[kind], { name: path ?? "" });
  return null;
}

/** Who does not hear it, or cannot play it, reads what is said. */
function requireWords(
  node: MarkdownNode,
  given: { kind: "video" | "audio"; label: string; hasCaptions: boolean; hasTranscript: boolean },
  fault: Report<MarkdownNode>,
): void {
  const { kind, label, hasCaptions, hasTranscript } = given;
  if (!label.trim()) fault(node, "faults.playerUntitled", { syntax: `::${kind}[Title]{…}` });
  if (hasTranscript || (kind === "video" && hasCaptions)) return;
  fault(node, `faults.${kind}Wordless`, { captions: "captions=media/….vtt", begin: `:::${kind}[Title]{…}` });
}
