import { splitBlocks, withName } from "#app/assessment/exchange/html-nodes.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";

import { isDocumentName, isPictureName, leaveFile } from "./course-media.ts";
import type { Piece, Resolve, Target } from "./foreign-course.ts";
import { withDownloads } from "./lesson-downloads.ts";
import { type LessonContext, lessonNodes } from "./lesson-intake.ts";
import type { PartsLedger } from "./parts-ledger.ts";
import { type DocumentPlaces, placedDocument } from "./placed-document.server.ts";

type TextPiece = Extract<Piece, { kind: "text" }>;
/** `undescribed` stands for a picture that the source does not describe. */
export type LessonSurroundings = DocumentPlaces & { ledger: PartsLedger; undescribed: string };

/** The blocks of a text for a lesson. Its pictures and documents are taken into the course; other files are left out. */
export async function lessonBlocks(
  { part, text }: TextPiece,
  surroundings: LessonSurroundings,
): Promise<HtmlNode[]> {
  const { ledger, media, undescribed } = surroundings;
  const { nodes, resolve } = text();
  const targets = targetsOf(nodes, resolve);
  const pictures = new Map<string, string | null>();
  const documents = new Map<string, string | null>();
  for (const [address, target] of targets) {
    const isPicture = target.kind !== "piece" && isPictureName(target.file.path);
    pictures.set(address, isPicture ? await media.picture(target) : null);
    documents.set(address, target.kind === "file" ? await documentPath(target, surroundings) : null);
  }
  const context: LessonContext = {
    pictureOf: (address) => pictures.get(address) ?? null,
    documentOf: (address) => documents.get(address) ?? null,
    partOf: (address) => {
      const target = targets.get(address);
      return target?.kind === "piece" ? target.partId : null;
    },
    linked: (address) => {
      const target = targets.get(address);
      if (target?.kind === "file") leaveFile(ledger, target.partId, target.file.path);
    },
    note: (note) => ledger.note(part.id, note),
    undescribed,
  };
  return withDownloads(splitBlocks(lessonNodes(nodes, context)));
}

/** Where the document that a text links to lies in the course's folder; null for what is none, the ledger says why. */
async function documentPath(
  { partId, file }: Extract<Target, { kind: "file" }>,
  { ledger, ...places }: LessonSurroundings,
): Promise<string | null> {
  if (!isDocumentName(file.path)) return null;
  const placed = await placedDocument(file, file.path.replace(/^.*\//, ""), places);
  if ("refusal" in placed) {
    ledger.leaveWith(partId, placed.refusal);
    return null;
  }
  ledger.take(partId);
  return placed.path;
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
