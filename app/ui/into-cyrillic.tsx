import { useT } from "#app/platform/i18n.tsx";

import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/**
 * The button of a form that turns what stands in it into Cyrillic; with `onPress` without sending it. It stands after
 * the button that saves, which Enter presses.
 */
export function IntoCyrillic({
  name = "intent",
  id = "into-cyrillic",
  onPress,
}: {
  name?: string;
  id?: string;
  onPress?: () => void;
}) {
  const t = useT();
  return (
    <div className="grid gap-2">
      <div>
        <Button
          variant="secondary"
          {...(onPress ? { type: "button", onClick: onPress } : { name, value: "cyrillic" })}
          aria-describedby={`${id}-hint`}
        >
          {t("common.intoCyrillic")}
        </Button>
      </div>
      <p id={`${id}-hint`} className="measure text-slate">
        {t("common.intoCyrillicHint")}
      </p>
    </div>
  );
}

/** What came of it: read it through. `kept`: the words that stayed; `canUndo` where it is saved by itself. */
export function NowInCyrillic({ kept, canUndo = false }: { kept: string[]; canUndo?: boolean }) {
  const t = useT();
  return (
    <Notice kind="info" isStatus>
      <p>{t(canUndo ? "common.intoCyrillicUndo" : "common.intoCyrillicDone")}</p>
      {kept.length > 0 && (
        <p className="wrap-anywhere">
          {t("common.intoCyrillicKept", { count: kept.length })} {kept.join(", ")}
        </p>
      )}
    </Notice>
  );
}
