import type { LessonNode } from "./lesson-node.ts";

/** Thrown inside for what the editor has no form for; the block around it is then shown as its source. */
export class NotShown extends Error {}

/** Where something must stand, an empty paragraph does. */
export function filled(content: LessonNode[]): LessonNode[] {
  return content.length > 0 ? content : [{ type: "paragraph" }];
}
