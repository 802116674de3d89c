import { useT } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

const looks = {
  received: "current",
  refused: "wrong",
  ready: "todo",
  making: "current",
  made: "done",
} as const;

/** How far a course of another platform is, by shape, word and colour. */
export function ForeignState({ state }: { state: keyof typeof looks }) {
  const t = useT();
  return <StatusTag kind={looks[state]}>{t(`foreignCourse.state_${state}`)}</StatusTag>;
}
