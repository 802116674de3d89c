/** A piece of a lesson in the shape in which ProseMirror writes its nodes as JSON. */
export type LessonNode = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: LessonNode[];
  marks?: LessonMark[];
  text?: string;
};

export type LessonMark = { type: string; attrs?: Record<string, unknown> };

/**
 * Where a block of the lesson came from: its text in the file, what stood between it and the block before it, and its
 * place among the blocks. A block that still says what this text says is written as this text.
 */
export type Origin = { source: string; gap: string; index: number };

/** A lesson: `head` is what precedes its first block, `tail` what follows the last. */
export type LessonDocument = LessonNode & {
  type: "doc";
  attrs: { head: string; tail: string };
  content: LessonNode[];
};

export const boxNames = ["note", "scenario", "first-step"] as const;

/** Marks from the outside to the inside: the order of the schema. */
export const markOrder = ["link", "term", "strong", "emphasis", "delete", "code"];

export function originOf(node: LessonNode): Origin | null {
  return (node.attrs?.origin as Origin | null | undefined) ?? null;
}

/** Whether two nodes say the same, wherever they came from. */
export function isSame(one: LessonNode, other: LessonNode): boolean {
  return (
    one.type === other.type &&
    one.text === other.text &&
    areSameAttributes(one.attrs, other.attrs) &&
    areAll(one.marks, other.marks, (a, b) => a.type === b.type && areSameAttributes(a.attrs, b.attrs)) &&
    areAll(one.content, other.content, isSame)
  );
}

function areAll<Part>(one: Part[] = [], other: Part[] = [], isAlike: (a: Part, b: Part) => boolean): boolean {
  return (
    one.length === other.length &&
    one.every((part, index) => {
      const counterpart = other[index];
      return counterpart !== undefined && isAlike(part, counterpart);
    })
  );
}

function areSameAttributes(one: LessonMark["attrs"] = {}, other: LessonMark["attrs"] = {}): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => name === "origin" || (one[name] ?? null) === (other[name] ?? null));
}
