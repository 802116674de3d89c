import { useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import type { PartState } from "../workbench-part.server.ts";

const looks = {
  unwritten: { kind: "todo", key: "workbench.stateUnwritten" },
  unfinished: { kind: "todo", key: "workbench.stateUnfinished" },
  unnoted: { kind: "neutral", key: "workbench.stateUnnoted" },
  behind: { kind: "wrong", key: "workbench.stateBehind" },
  done: { kind: "done", key: "workbench.stateDone" },
  based: { kind: "neutral", key: "workbench.stateBased" },
} as const satisfies Record<PartState, unknown>;

/** How far a translated file has come. */
export function PartStateTag({ state }: { state: PartState }) {
  const t = useT();
  const { kind, key } = looks[state];
  return <StatusTag kind={kind}>{t(key)}</StatusTag>;
}
