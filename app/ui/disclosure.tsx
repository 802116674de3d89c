import type { ReactNode } from "react";

export function Disclosure({
  summary,
  isOpen = false,
  children,
}: {
  summary: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <details open={isOpen || undefined}>
      <summary className="inline-block min-h-6 py-1 underline decoration-accent underline-offset-4">
        {summary}
      </summary>
      <div className="mt-2 border-s-4 border-line ps-4">{children}</div>
    </details>
  );
}
