import type { Command, EditorState } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from "prosemirror-tables";
import type { EditorView } from "prosemirror-view";
import { type KeyboardEvent, useRef, useState } from "react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";

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
import { MenuButton } from "./menu-button.tsx";

export type ToolbarAsks = {
  insert: (what: string) => void;
  askLink: () => void;
  askCite: () => void;
  editChosen: () => void;
  canEditChosen: boolean;
  undo: Command;
  redo: Command;
};

type Item = {
  label: MessageKey;
  /** A letter or sign in the button; without one its label is there. */
  sign?: string;
  shortcut?: string;
  isPressed?: (state: EditorState) => boolean;
  command?: Command;
  ask?: () => void;
  canAsk?: boolean;
};

const insertable: [what: string, label: MessageKey][] = [
  ["page", "editor.page"],
  ["table", "editor.table"],
  ["figure", "editor.figure"],
  ["note", "editor.note"],
  ["scenario", "editor.scenario"],
  ["steps", "editor.steps"],
  ["first-step", "editor.firstStep"],
  ["roles", "editor.roles"],
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

/** A toolbar by the pattern of ARIA: one stop for Tab, arrows between the buttons, Escape back into the text. */
export function EditorToolbar({
  view,
  state,
  asks,
  controls,
}: {
  view: EditorView;
  state: EditorState;
  asks: ToolbarAsks;
  controls: string;
}) {
  const t = useT();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const items = itemsFor(asks);
  const run = (item: Item) => {
    if (item.ask) return item.ask();
    item.command?.(view.state, view.dispatch, view);
    view.focus();
  };
  const isInTable = enclosing(state, "table") !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.target as HTMLElement).closest("[role=menu]")) return;
    if (event.key === "Escape") view.focus();
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>("[data-tool]") ?? [])];
    const next = nextPlace(event.key, current, buttons.length);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    buttons[next]?.focus();
  };
  const tabIndex = (place: number) => (place === current ? 0 : -1);
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("editor.toolbar")}
      aria-controls={controls}
      className="lesson-toolbar"
      onKeyDown={onKeyDown}
    >
      {items.map((item, place) => (
        <ToolButton
          key={item.label}
          item={item}
          state={state}
          tabIndex={tabIndex(place)}
          onFocus={() => setCurrent(place)}
          onClick={() => run(item)}
        />
      ))}
      <MenuButton
        label={t("editor.insert")}
        tabIndex={tabIndex(items.length)}
        onFocus={() => setCurrent(items.length)}
        items={insertable.map(([what, label]) => ({ label: t(label), onChoose: () => asks.insert(what) }))}
      />
      {isInTable && (
        <MenuButton
          label={t("editor.table")}
          tabIndex={tabIndex(items.length + 1)}
          onFocus={() => setCurrent(items.length + 1)}
          items={ofTable.map(([label, command]) => ({
            label: t(label),
            onChoose: () => run({ label, command }),
          }))}
        />
      )}
    </div>
  );
}

function ToolButton({
  item,
  state,
  tabIndex,
  onFocus,
  onClick,
}: {
  item: Item;
  state: EditorState;
  tabIndex: number;
  onFocus: () => void;
  onClick: () => void;
}) {
  const t = useT();
  const isUsable = item.ask ? item.canAsk !== false : Boolean(item.command?.(state));
  const title = item.shortcut ? `${t(item.label)} (${item.shortcut})` : t(item.label);
  return (
    <button
      type="button"
      data-tool=""
      tabIndex={tabIndex}
      title={title}
      aria-label={item.sign ? t(item.label) : undefined}
      aria-pressed={item.isPressed ? item.isPressed(state) : undefined}
      aria-disabled={isUsable ? undefined : true}
      onFocus={onFocus}
      // The text keeps what is chosen in it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={isUsable ? onClick : undefined}
    >
      {item.sign ?? t(item.label)}
    </button>
  );
}

function itemsFor({ askLink, askCite, editChosen, canEditChosen, undo, redo }: ToolbarAsks): Item[] {
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
    { label: "editor.cite", ask: askCite },
    { label: "editor.undo", sign: "↶", shortcut: "Ctrl+Z", command: undo },
    { label: "editor.redo", sign: "↷", shortcut: "Ctrl+Y", command: redo },
    { label: "editor.moveUp", sign: "↑", shortcut: "Alt+↑", command: moveBlock(-1) },
    { label: "editor.moveDown", sign: "↓", shortcut: "Alt+↓", command: moveBlock(1) },
    { label: "editor.deleteBlock", sign: "×", shortcut: "Ctrl+Shift+⌫", command: deleteBlock },
    { label: "editor.edit", shortcut: "Enter", ask: editChosen, canAsk: canEditChosen },
  ];
}

function nextPlace(key: string, current: number, count: number): number | null {
  const places: Record<string, number> = {
    ArrowRight: (current + 1) % count,
    ArrowLeft: (current - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}
