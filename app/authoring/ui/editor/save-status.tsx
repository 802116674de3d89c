import { useI18n } from "#app/platform/i18n.tsx";
import { Icon } from "#app/ui/icon.tsx";

import type { SaveState } from "./use-autosave.ts";

/** How it stands with saving. Only what needs somebody is read out: each saving by itself would drown her words. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { t } = useI18n();
  const words = useSaveWords(state);
  const isTrouble = ["offline", "refused", "conflict"].includes(state.step);
  return (
    <>
      <p className={`flex items-center gap-2 ${isTrouble ? "font-semibold text-brick" : "text-slate"}`}>
        <Icon name={isTrouble ? "warning" : state.step === "saved" ? "check" : "circle"} />
        <span data-save={state.step}>{words}</span>
      </p>
      <p role="status" className="sr-only">
        {isTrouble ? words : state.step === "saved" ? t("editor.saved") : ""}
      </p>
    </>
  );
}

function useSaveWords(state: SaveState): string {
  const { t, formatClock } = useI18n();
  switch (state.step) {
    case "saved":
      return state.at ? t("editor.savedAt", { time: formatClock(state.at) }) : t("editor.saved");
    case "changed":
      return t("editor.changed");
    case "saving":
      return t("editor.saving");
    case "offline":
      return t("editor.offline");
    case "refused":
      return t("editor.refused", { reason: state.sentence });
    case "conflict":
      return t("editor.conflictState");
  }
}
