import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { PlayerState } from "./player-state.ts";

/** What stands between the learner and the package, calmly, with the way on. */
export function PlayerNotice({ state, onTakeOver }: { state: PlayerState; onTakeOver: () => void }) {
  const { t, formatDateTime } = useI18n();
  const takeOver = (
    <Button type="button" className="mt-3" onClick={onTakeOver}>
      {t("player.takeOver")}
    </Button>
  );
  if (state.trouble === "signed-out") {
    return (
      <Notice kind="warning" title={t("player.signedOutTitle")} isStatus>
        <p>{t("player.signedOutText")}</p>
        <p>
          <a href="/sign-in" target="_blank" rel="noopener" className="inline-flex min-h-11 items-center">
            {t("player.signedOutLink")}
          </a>
        </p>
      </Notice>
    );
  }
  if (state.trouble === "other-person") {
    return (
      <Notice kind="warning" title={t("player.otherPersonTitle")} isStatus>
        <p>{t("player.otherPersonText")}</p>
      </Notice>
    );
  }
  if (state.trouble === "offline" && state.stage === "opening") {
    return (
      <Notice kind="warning" title={t("player.offlineTitle")} isStatus>
        <p>{t("player.offlineText")}</p>
      </Notice>
    );
  }
  switch (state.stage) {
    case "busy":
      return (
        <Notice kind="info" title={t("player.busyTitle")} isStatus>
          <p>{t("player.busyText", { time: formatDateTime(state.lastSeenAt ?? new Date()) })}</p>
          {takeOver}
        </Notice>
      );
    case "superseded":
      return (
        <Notice kind="info" title={t("player.supersededTitle")} isStatus>
          <p>{t("player.supersededText")}</p>
          {takeOver}
        </Notice>
      );
    case "refused":
      return (
        <Notice kind="warning" title={t("player.refusedTitle")} isStatus>
          <p>{state.sentence}</p>
        </Notice>
      );
    case "problem":
      return (
        <Notice kind="danger" title={t("player.problemTitle")} isStatus>
          <p>{t(`player.problem_${state.problem ?? "content"}`)}</p>
          <Button type="button" className="mt-3" onClick={onTakeOver}>
            {t("player.tryAgain")}
          </Button>
        </Notice>
      );
    default:
      return null;
  }
}
