import { splitBlocks, withName } from "#app/assessment/exchange/html-nodes.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

import { type CourseMedia, isPictureName, leaveFile } from "./course-media.ts";
import type { Piece, Resolve, Target } from "./foreign-course.ts";
import { type LessonContext, lessonNodes } from "./lesson-intake.ts";
import type { PartsLedger } from "./parts-ledger.ts";

type TextPiece = Extract<Piece, { kind: "text" }>;
type Surroundings = { ledger: PartsLedger; media: CourseMedia; undescribed: string };

/** The blocks of a text for a lesson. Its pictures are taken into the course; what else it links to is left out. */
export async function lessonBlocks(
  { part, text }: TextPiece,
  { ledger, media, undescribed }: Surroundings,
): Promise<HtmlNode[]> {
  const { nodes, resolve } = text();
  const targets = targetsOf(nodes, resolve);
  const pictures = new Map<string, string | null>();
  for (const [address, target] of targets) {
    const isPicture = target.kind !== "piece" && isPictureName(target.file.path);
    pictures.set(address, isPicture ? await media.picture(target) : null);
  }
  const context: LessonContext = {
    pictureOf: (address) => pictures.get(address) ?? null,
    partOf: (address) => {
      const target = targets.get(address);
      return target?.kind === "piece" ? target.partId : null;
    },
    linked: (address) => {
      const target = targets.get(address);
      if (target?.kind === "file") leaveFile(ledger, target.partId, target.file);
    },
    note: (note) => ledger.note(part.id, note),
    undescribed,
  };
  return splitBlocks(lessonNodes(nodes, context));
}

/** By the addresses in a text. */
function targetsOf(nodes: HtmlNode[], resolve: Resolve): Map<string, Target> {
  const named = ["img", "a", "object", "embed", "iframe", "audio", "video", "source"].flatMap((name) =>
    withName(nodes, name),
  );
  const addresses = named.flatMap(({ properties = {} }) => [
    properties.src,
    properties.href,
    properties.data,
  ]);
  return new Map(
    [...new Set(addresses)].flatMap((address) => {
      const trimmed = typeof address === "string" ? address.trim() : "";
      const target = trimmed ? resolve(trimmed) : null;
      return target ? [[trimmed, target] as const] : [];
    }),
  );
}
