import { useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

const looks = { received: "current", refused: "wrong", ready: "done" } as const;

/** How far the check of an upload is, by shape, word and colour. */
export function PackageState({ state }: { state: keyof typeof looks }) {
  const t = useT();
  return <StatusTag kind={looks[state]}>{t(`authoring.state_${state}`)}</StatusTag>;
}
