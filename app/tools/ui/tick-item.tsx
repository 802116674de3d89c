import type { ReactNode } from "react";

/**
 * A box to tick on the screen or, printed, by hand. It has no name and stands in no form, and the browser is told not
 * to restore it: a tick is nowhere but on the page.
 */
export function TickItem({ children }: { children: ReactNode }) {
  return (
    <label className="choice-row flex min-h-11 break-inside-avoid items-start gap-3 rounded-box border border-line bg-surface px-3 py-2.5 has-checked:border-ink has-checked:bg-tint">
      <input type="checkbox" autoComplete="off" className="choice print:scheme-light" />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
