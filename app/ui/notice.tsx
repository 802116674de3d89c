import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

type Kind = "info" | "success" | "warning" | "danger";

const looks: Record<Kind, { border: string; icon: IconName }> = {
  info: { border: "border-control", icon: "info" },
  success: { border: "border-moss", icon: "check" },
  warning: { border: "border-accent", icon: "warning" },
  danger: { border: "border-brick", icon: "warning" },
};

/** Something to know at this place. `isStatus` makes screen readers say it when it appears. */
export function Notice({
  kind,
  title,
  isStatus = false,
  children,
}: {
  kind: Kind;
  title?: string;
  isStatus?: boolean;
  children?: ReactNode;
}) {
  const { border, icon } = looks[kind];
  return (
    <div
      role={isStatus ? "status" : undefined}
      className={`flex gap-3 rounded-box border border-s-4 bg-surface p-4 ${border}`}
    >
      <Icon name={icon} />
      <div className="min-w-0 grow">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
