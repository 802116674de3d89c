import type { ReactNode } from "react";

import { Disclosure } from "./disclosure.tsx";

/** One figure that matters, with its base and how it is counted. */
export function StatFigure({
  label,
  value,
  base,
  explanation,
}: {
  label: string;
  value: string;
  base?: ReactNode;
  explanation?: { summary: string; text: string };
}) {
  return (
    <div className="card">
      <p className="font-semibold">{label}</p>
      <p className="font-serif text-4xl leading-tight tabular-nums">{value}</p>
      {base && <p className="text-slate">{base}</p>}
      {explanation && (
        <div className="mt-2 text-sm">
          <Disclosure summary={explanation.summary}>{explanation.text}</Disclosure>
        </div>
      )}
    </div>
  );
}
