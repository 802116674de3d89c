import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type KeyboardEvent, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import { MenuButton } from "./menu-button.tsx";
import { insertable, type Item, itemsFor, menusAt, type ToolbarAsks } from "./toolbar-items.ts";

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
  const menus = menusAt(state);
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
        isInsert
        tabIndex={tabIndex(items.length)}
        onFocus={() => setCurrent(items.length)}
        items={insertable.map(([what, label]) => ({ label: t(label), onChoose: () => asks.insert(what) }))}
      />
      {menus.map(({ label: name, commands }, index) => (
        <MenuButton
          key={name}
          label={t(name)}
          tabIndex={tabIndex(items.length + 1 + index)}
          onFocus={() => setCurrent(items.length + 1 + index)}
          items={commands.map(([label, command]) => ({
            label: t(label),
            onChoose: () => run({ label, command }),
          }))}
        />
      ))}
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

function nextPlace(key: string, current: number, count: number): number | null {
  const places: Record<string, number> = {
    ArrowRight: (current + 1) % count,
    ArrowLeft: (current - 1 + count) % count,
    Home: 0,
    End: count - 1,
  };
  return places[key] ?? null;
}
