import type { Overtaken } from "#app/assessment/bank-editor.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import { ChangeList } from "./change-list.tsx";

/** Somebody else saved meanwhile: what this form would change of theirs. */
export function OvertakenNotice({ overtaken: { number, differences } }: { overtaken: Overtaken }) {
  const t = useT();
  return (
    <div id="overtaken" tabIndex={-1}>
      <Notice kind="warning" title={t("bank.overtaken", { number })} isStatus>
        <p>{t("bank.overtakenHint")}</p>
        {differences.length > 0 && (
          <ChangeList changes={differences} before={t("bank.theirs")} after={t("bank.yours")} />
        )}
      </Notice>
    </div>
  );
}
