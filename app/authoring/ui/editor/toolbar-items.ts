import type { Command, EditorState } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from "prosemirror-tables";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { addPart, deletePart } from "./accordion-commands.ts";
import {
  deleteBlock,
  enclosing,
  isHeading,
  isMarked,
  moveBlock,
  toggle,
  toggleHeading,
  toggleList,
  toggleQuote,
} from "./editor-commands.ts";

export type ToolbarAsks = {
  insert: (what: string) => void;
  askLink: () => void;
  askTerm: () => void;
  askCite: () => void;
  editChosen: () => void;
  canEditChosen: boolean;
  undo: Command;
  redo: Command;
};

/** A button of the toolbar. */
export type Item = {
  label: MessageKey;
  /** A letter or sign in the button; without one its label is there. */
  sign?: string;
  shortcut?: string;
  isPressed?: (state: EditorState) => boolean;
  command?: Command;
  ask?: () => void;
  canAsk?: boolean;
};

/** What can be put in, with its name. */
export const insertable: [what: string, label: MessageKey][] = [
  ["page", "editor.page"],
  ["table", "editor.table"],
  ["figure", "editor.figure"],
  ["note", "editor.note"],
  ["scenario", "editor.scenario"],
  ["steps", "editor.steps"],
  ["first-step", "editor.firstStep"],
  ["roles", "editor.roles"],
  ["accordion", "editor.accordion"],
  ["video", "editor.video"],
  ["audio", "editor.audio"],
  ["check", "editor.check"],
  ["jurisdiction", "editor.jurisdiction"],
  ["tool", "editor.tool"],
  ["package", "editor.package"],
  ["download", "editor.download"],
  ["rule", "editor.rule"],
  ["opaque", "editor.opaque"],
];

const ofTable: [label: MessageKey, command: Command][] = [
  ["editor.addRow", addRowAfter],
  ["editor.addColumn", addColumnAfter],
  ["editor.deleteRow", deleteRow],
  ["editor.deleteColumn", deleteColumn],
  ["editor.deleteTable", deleteTable],
];

const ofAccordion: [label: MessageKey, command: Command][] = [
  ["editor.addPart", addPart],
  ["editor.deletePart", deletePart],
];

/** What can be done with the block that the cursor is in. */
export function menusAt(state: EditorState) {
  const menus: { name: string; label: MessageKey; commands: typeof ofTable }[] = [
    { name: "table", label: "editor.table", commands: ofTable },
    { name: "accordion", label: "editor.accordion", commands: ofAccordion },
  ];
  return menus.filter(({ name }) => enclosing(state, name) !== null);
}

/** The buttons, in their order. */
export function itemsFor({
  askLink,
  askTerm,
  askCite,
  editChosen,
  canEditChosen,
  undo,
  redo,
}: ToolbarAsks): Item[] {
  return [
    {
      label: "editor.heading",
      sign: "H2",
      shortcut: "Ctrl+Alt+2",
      isPressed: (state) => isHeading(state, 2),
      command: toggleHeading(2),
    },
    {
      label: "editor.subheading",
      sign: "H3",
      shortcut: "Ctrl+Alt+3",
      isPressed: (state) => isHeading(state, 3),
      command: toggleHeading(3),
    },
    {
      label: "editor.bold",
      sign: "B",
      shortcut: "Ctrl+B",
      isPressed: (state) => isMarked(state, "strong"),
      command: toggle("strong"),
    },
    {
      label: "editor.italic",
      sign: "I",
      shortcut: "Ctrl+I",
      isPressed: (state) => isMarked(state, "emphasis"),
      command: toggle("emphasis"),
    },
    {
      label: "editor.link",
      shortcut: "Ctrl+K",
      isPressed: (state) => isMarked(state, "link"),
      ask: askLink,
    },
    {
      label: "editor.bulletList",
      sign: "•",
      shortcut: "Ctrl+Shift+8",
      isPressed: (state) => enclosing(state, "bulletList") !== null,
      command: toggleList("bulletList"),
    },
    {
      label: "editor.orderedList",
      sign: "1.",
      shortcut: "Ctrl+Shift+7",
      isPressed: (state) => enclosing(state, "orderedList") !== null,
      command: toggleList("orderedList"),
    },
    {
      label: "editor.quote",
      sign: "„“",
      isPressed: (state) => enclosing(state, "quote") !== null,
      command: toggleQuote,
    },
    {
      label: "editor.term",
      shortcut: "Ctrl+Alt+T",
      isPressed: (state) => isMarked(state, "term"),
      ask: askTerm,
    },
    { label: "editor.cite", shortcut: "Ctrl+Alt+C", ask: askCite },
    { label: "editor.undo", sign: "↶", shortcut: "Ctrl+Z", command: undo },
    { label: "editor.redo", sign: "↷", shortcut: "Ctrl+Y", command: redo },
    { label: "editor.moveUp", sign: "↑", shortcut: "Alt+↑", command: moveBlock(-1) },
    { label: "editor.moveDown", sign: "↓", shortcut: "Alt+↓", command: moveBlock(1) },
    { label: "editor.deleteBlock", sign: "×", shortcut: "Ctrl+Shift+⌫", command: deleteBlock },
    { label: "editor.edit", shortcut: "Enter", ask: editChosen, canAsk: canEditChosen },
  ];
}
