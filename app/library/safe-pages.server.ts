import type { LessonBlock, LessonPage } from "./lesson-pages.ts";
import { safeHtml } from "./markdown.server.ts";

/** Pages of a lesson as they are stored, sanitised once more: whatever wrote them, and whatever was thought safe then. */
export function safePages(pages: LessonPage[]): LessonPage[] {
  return pages.map((page) => ({ ...page, blocks: page.blocks.map(safeBlock) }));
}

function safeBlock(block: LessonBlock): LessonBlock {
  switch (block.kind) {
    case "html":
      return safe(block);
    case "roles":
      return { ...block, roles: block.roles.map(safe) };
    case "animation":
      return { ...block, scenes: block.scenes.map(safe) };
    default:
      return block;
  }
}

function safe<Part extends { html: string }>(part: Part): Part {
  return { ...part, html: safeHtml(part.html) };
}
