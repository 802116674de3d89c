import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";

type MenuItem = { label: string; onChoose: () => void };

/** A button of a toolbar that opens a menu: arrows and first letters go through it, Escape closes it. */
export function MenuButton({
  label,
  items,
  isInsert = false,
  tabIndex,
  onFocus,
}: {
  label: string;
  items: MenuItem[];
  /** Whether the keys of the editor open it. */
  isInsert?: boolean;
  tabIndex: number;
  onFocus: () => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) menu.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  const onMenuKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const places: Record<string, number> = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const next = places[event.key] ?? nextBeginningWith(event.key, all, at);
    if (next !== undefined) all[next]?.focus();
    else if (event.key === "Escape") close();
    // From the button, Tab goes on to what follows the toolbar.
    else if (event.key === "Tab") return close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        data-tool=""
        data-insert={isInsert ? "" : undefined}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onFocus={onFocus}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setIsOpen(true);
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {isOpen && (
        <div ref={menu} id={id} role="menu" aria-label={label} className="lesson-menu" onKeyDown={onMenuKey}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              onClick={() => {
                setIsOpen(false);
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** The next item whose words begin with this letter; none for other keys. */
function nextBeginningWith(key: string, items: HTMLElement[], at: number): number | undefined {
  if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = after.find(({ textContent }) => textContent?.toLowerCase().startsWith(key.toLowerCase()));
  return found && items.indexOf(found);
}
