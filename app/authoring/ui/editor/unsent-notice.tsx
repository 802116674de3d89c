import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** This browser has kept what could not be sent the last time. */
export function UnsentNotice({ onUse, onForget }: { onUse: () => void; onForget: () => void }) {
  const t = useT();
  return (
    <Notice kind="warning" title={t("editor.unsent")} isStatus>
      <p>{t("editor.unsentLead")}</p>
      <div className="mt-4 flex flex-wrap gap-4">
        <Button type="button" onClick={onUse}>
          {t("editor.unsentUse")}
        </Button>
        <Button type="button" variant="secondary" onClick={onForget}>
          {t("editor.unsentForget")}
        </Button>
      </div>
    </Notice>
  );
}
