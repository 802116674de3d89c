import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

type Kind = "done" | "current" | "locked" | "todo" | "wrong" | "neutral";

const looks: Record<Kind, { colour: string; icon: IconName }> = {
  done: { colour: "text-moss", icon: "check" },
  current: { colour: "text-accent", icon: "arrow" },
  locked: { colour: "text-slate", icon: "lock" },
  todo: { colour: "text-slate", icon: "circle" },
  wrong: { colour: "text-brick", icon: "cross" },
  neutral: { colour: "text-slate", icon: "dot" },
};

/** A state by shape, word and colour. */
export function StatusTag({ kind, children }: { kind: Kind; children: ReactNode }) {
  const { colour, icon } = looks[kind];
  return (
    <span
      className={`inline-flex items-baseline gap-1.5 font-semibold ${colour} [&>svg]:self-start [&>svg]:mt-0.5`}
    >
      <Icon name={icon} />
      {children}
    </span>
  );
}
