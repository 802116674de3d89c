import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** For browsers without JavaScript: packages are programs. */
export function NeedsScript() {
  const t = useT();
  return (
    <noscript>
      <Notice kind="warning" title={t("player.needsScript")}>
        {t("player.needsScriptHint")}
      </Notice>
    </noscript>
  );
}
