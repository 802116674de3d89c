import { sentence } from "#app/assessment/exchange/exchange.ts";
import { element, paragraph } from "#app/assessment/exchange/html-nodes.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";
import { sourcesPageId } from "#app/library/lesson-pages.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";

import type { Piece } from "./foreign-course.ts";
import { partLink } from "./lesson-intake.ts";
import { cutPages, withHeadingsInOrder } from "./lesson-pages.ts";
import { leavingOut } from "./leaving-out.ts";
import { lessonBlocks, type LessonSurroundings } from "./lesson-text.ts";
import type { WrittenPage } from "./lesson-writer.ts";

export type LessonPiece = Extract<Piece, { kind: "text" | "picture" }>;

/** Pieces that follow one another as the pages of a lesson; none when nothing of them could be taken. */
export async function draftLesson(
  title: string,
  pieces: LessonPiece[],
  surroundings: LessonSurroundings,
): Promise<WrittenPage[]> {
  const pages: (WrittenPage & { partIds: string[] })[] = [];
  const ids = new Set<string>([sourcesPageId, "print"]);
  for (const piece of pieces) {
    const blocks = await blocksOf(piece, surroundings);
    if (blocks.length === 0) {
      surroundings.ledger.leave(piece.part.id, "exchange.leftEmpty");
      continue;
    }
    surroundings.ledger.take(piece.part.id);
    const last = pages.at(-1);
    if (piece.kind === "text" && piece.isLoose && last) {
      last.blocks.push(...blocks);
      last.partIds.push(piece.part.id);
      continue;
    }
    const called = piece.kind === "text" && piece.isLoose ? title : piece.part.name;
    for (const page of cutPages(called, blocks)) {
      const id = freeSlug(slugOf(page.title, "page"), (candidate) => ids.has(candidate));
      ids.add(id);
      pages.push({ id, ...page, partIds: [piece.part.id] });
    }
  }
  const pageOf = (partId: string) => pages.find(({ partIds }) => partIds.includes(partId))?.id;
  return pages.map(({ partIds, ...page }) => {
    const lost = () => surroundings.ledger.note(partIds[0] as string, sentence("authoring.foreignNoteLink"));
    return {
      ...page,
      blocks: withHeadingsInOrder(page.blocks).flatMap((block) => linked(block, pageOf, lost)),
    };
  });
}

async function blocksOf(piece: LessonPiece, surroundings: LessonSurroundings): Promise<HtmlNode[]> {
  const { ledger, media, undescribed } = surroundings;
  if (piece.kind === "picture") {
    const path = piece.target.kind === "piece" ? null : await media.picture(piece.target);
    if (path && !piece.alt)
      ledger.note(piece.part.id, sentence("authoring.foreignNoteNoAlt", { name: path }));
    return path ? [paragraph([element("img", [], { src: path, alt: piece.alt || undescribed })])] : [];
  }
  return leavingOut(ledger, piece.part.id, () => lessonBlocks(piece, surroundings));
}

/** Links to other parts: to a page of this lesson, or words only. */
function linked(
  node: HtmlNode,
  pageOf: (partId: string) => string | undefined,
  lost: () => void,
): HtmlNode[] {
  const children = node.children?.flatMap((child) => linked(child, pageOf, lost));
  const href = node.tagName === "a" ? String(node.properties?.href ?? "") : "";
  if (!href.startsWith(partLink)) return [children ? { ...node, children } : node];
  const page = pageOf(href.slice(partLink.length));
  if (page && plainTextOf(children ?? []) !== "") return [element("a", children ?? [], { href: page })];
  lost();
  return children ?? [];
}
