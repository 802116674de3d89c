import { blockBefore, piecesOf } from "./lesson-document.ts";
import { isSame, type LessonDocument, type LessonNode, type Origin, originOf } from "./lesson-node.ts";
import { blockSource } from "./lesson-writer.ts";

type Written = { text: string; origin: Origin | null; isTouched: boolean; node: LessonNode };

/**
 * The text of a lesson. Blocks that say what they said are written as they stood in the file, character by character,
 * and so is what stood between two of them; only what was changed gets our own style.
 */
export function lessonSource({ attrs: { head, tail }, content }: LessonDocument): string {
  const written = content.flatMap((node) => writtenOf(node));
  if (written.length === 0) return head;
  const text = written.reduce<{ text: string; last: Written | null }>(
    ({ text: before, last }, block) => {
      if (!last) return { text: head + block.text, last: block };
      const { gap, next } = joint(last, block);
      return { text: before + gap + next.text, last: next };
    },
    { text: "", last: null },
  ).text;
  return text + tail;
}

function writtenOf(node: LessonNode): Written[] {
  const origin = originOf(node);
  if (origin && isSame(node, blockBefore(origin)))
    return [{ text: origin.source, origin, isTouched: false, node }];
  const text = blockSource(node);
  return text ? [{ text, origin, isTouched: true, node }] : [];
}

/** What stands between two blocks, so that they stay two. */
function joint(last: Written, block: Written): { gap: string; next: Written } {
  const follows = last.origin !== null && block.origin?.index === last.origin.index + 1;
  const asBefore = follows ? (block.origin?.gap ?? "") : null;
  if (asBefore !== null && !last.isTouched && !block.isTouched) return { gap: asBefore, next: block };
  if (asBefore !== null && areTwo(last, asBefore, block)) return { gap: asBefore, next: block };
  const apart = "\n\n";
  if (!isList(last.node) || !isList(block.node) || areTwo(last, apart, block))
    return { gap: apart, next: block };
  // Two lists of one kind would become one: the second gets the other marker.
  const next = { ...block, text: blockSource(block.node, !/^([*]|\d+[)])/.test(last.text)), isTouched: true };
  return { gap: apart, next };
}

function isList({ type }: LessonNode): boolean {
  return type === "bulletList" || type === "orderedList";
}

function areTwo(last: Written, gap: string, block: Written): boolean {
  const { pieces } = piecesOf(last.text + gap + block.text);
  return (
    pieces.length === 2 &&
    pieces[0]?.source === last.text &&
    pieces[1]?.source === block.text &&
    pieces[1].gap === gap
  );
}
