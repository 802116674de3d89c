import type { ReactNode } from "react";

import { useT } from "#app/platform/i18n.tsx";

import { Disclosure } from "./disclosure.tsx";

/** One figure that matters, with its base, its uncertainty, what it is measured against and how it is counted. */
export function StatFigure({
  label,
  value,
  base,
  interval,
  target,
  explanation,
}: {
  label: string;
  value: string;
  base?: ReactNode;
  interval?: ReactNode;
  target?: ReactNode;
  explanation?: ReactNode;
}) {
  const t = useT();
  return (
    <div className="card">
      <p className="font-semibold">{label}</p>
      <p className="font-serif text-4xl leading-tight tabular-nums">{value}</p>
      {base && <p>{base}</p>}
      {interval && <p className="text-slate">{interval}</p>}
      {target && <p className="text-slate">{target}</p>}
      {explanation && (
        <div className="mt-2 text-sm">
          <Disclosure summary={t("common.howCounted")}>{explanation}</Disclosure>
        </div>
      )}
    </div>
  );
}
