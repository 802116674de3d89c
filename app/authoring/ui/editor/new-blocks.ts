import type { Node } from "prosemirror-model";

import { roleSectors } from "#app/library/role-sectors.ts";

import { lessonSchema } from "../../editor/lesson-schema.ts";
import { emptyPart } from "./accordion-commands.ts";
import { emptyLine, node } from "./editor-commands.ts";

/** Blocks that are put in as they are and then written in. Those that ask something first are in `asked-block.ts`. */
export const newBlocks = {
  note: () => box("note"),
  scenario: () => box("scenario"),
  "first-step": () => box("first-step"),
  steps: () => node("steps").create(null, list()),
  roles: () =>
    node("roles").create(
      null,
      roleSectors.map((sector) => node("role").create({ sector }, emptyLine())),
    ),
  accordion: () => node("accordion").create(null, [emptyPart(), emptyPart()]),
  table: () => table(3, 2),
  rule: () => node("rule").create(),
  opaque: () => node("opaque").create({ text: "" }),
} satisfies Record<string, () => Node>;

export type NewBlock = keyof typeof newBlocks;

function box(name: string): Node {
  return node("box").create({ name }, [node("boxTitle").create(), emptyLine()]);
}

function list(): Node {
  return node("orderedList").create(null, node("listItem").create(null, emptyLine()));
}

function table(rows: number, columns: number): Node {
  const row = (cell: string) =>
    node("tableRow").create(
      null,
      Array.from({ length: columns }, () => node(cell).create(null, emptyLine())),
    );
  return lessonSchema.node("table", null, [
    row("tableHeader"),
    ...Array.from({ length: rows - 1 }, () => row("tableCell")),
  ]);
}
