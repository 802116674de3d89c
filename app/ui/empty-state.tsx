import type { ReactNode } from "react";

/** Nothing here yet, and the first thing to do about it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="card border-dashed">
      <h2>{title}</h2>
      <div className="mt-2">{children}</div>
    </div>
  );
}
