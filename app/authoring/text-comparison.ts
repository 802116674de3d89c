import { type ChangeObject, diffLines, diffWordsWithSpace } from "diff";

/** A piece of a text beside another one: on both sides, or on one only. */
export type Piece = { text: string; isChanged: boolean };

/** Lines that differ, each side in pieces (empty where it has nothing), or how many lines are left out as the same. */
export type ComparedRow = { before: Piece[]; after: Piece[] } | { same: number };

/** Lines that are the same around each change, for the eye to find its place. */
const linesAround = 1;

/** Beyond this many differences the two are other texts, and comparing them would only keep the server busy. */
const mostEdits = 4000;

/** Two texts side by side, by the lines that differ and the words in them. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const changes = diffLines(before, after, { maxEditLength: mostEdits });
  if (!changes) return [compareWords(before, after)];
  const rows: ComparedRow[] = [];
  changes.forEach((change, index) => {
    const previous = changes[index - 1];
    if (change.added && previous?.removed) return;
    if (change.removed || change.added) {
      const next = changes[index + 1];
      const added = change.added ? change.value : next?.added ? next.value : "";
      rows.push(compareWords(change.removed ? change.value : "", added));
    } else {
      rows.push(...sameLines(change.value, index === 0, index === changes.length - 1));
    }
  });
  return rows;
}

function compareWords(before: string, after: string): ComparedRow {
  const changes = (before && after && diffWordsWithSpace(before, after, { maxEditLength: mostEdits })) || [
    { value: before, removed: true, added: false, count: 1 },
    { value: after, removed: false, added: true, count: 1 },
  ];
  return {
    before: changes.filter(({ added }) => !added).flatMap(pieceOf),
    after: changes.filter(({ removed }) => !removed).flatMap(pieceOf),
  };
}

function pieceOf({ value, added, removed }: ChangeObject<string>): Piece[] {
  return value === "" ? [] : [{ text: value, isChanged: added || removed }];
}

function sameLines(text: string, isFirst: boolean, isLast: boolean): ComparedRow[] {
  const lines = text.split(/(?<=\n)/);
  const head = isFirst ? 0 : linesAround;
  const tail = isLast ? 0 : linesAround;
  if (lines.length <= head + tail) return [unchanged(lines)];
  return [
    ...(head > 0 ? [unchanged(lines.slice(0, head))] : []),
    { same: lines.length - head - tail },
    ...(tail > 0 ? [unchanged(lines.slice(-tail))] : []),
  ];
}

function unchanged(lines: string[]): ComparedRow {
  const pieces = [{ text: lines.join(""), isChanged: false }];
  return { before: pieces, after: pieces };
}
