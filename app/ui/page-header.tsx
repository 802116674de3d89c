import type { ReactNode } from "react";

export function PageHeader({
  title,
  kicker,
  lead,
  children,
}: {
  title: ReactNode;
  kicker?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="grid gap-3 wrap-anywhere">
      {kicker && <p className="text-accent">{kicker}</p>}
      <h1>{title}</h1>
      {lead && <p className="max-w-2xl text-lg text-slate">{lead}</p>}
      {children}
    </div>
  );
}
