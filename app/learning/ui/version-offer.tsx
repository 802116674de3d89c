import { useI18n } from "#app/platform/i18n.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { VersionOffer } from "../version-move.server.ts";

/** Another version of a course that its learner may, or from a day on must, go on with. */
export function VersionOfferNotice({ slug, offer }: { slug: string; offer: VersionOffer }) {
  const { t, formatDateTime } = useI18n();
  return (
    <Notice kind="info">
      <p className="mb-3">
        {offer.kind === "offered"
          ? t("learn.moveOffered")
          : t("learn.moveRequired", { date: offer.moveAt ? formatDateTime(offer.moveAt) : "" })}
      </p>
      <ButtonLink to={`/learn/${slug}/version`} variant="secondary" isDownload>
        {t("learn.moveSee")}
      </ButtonLink>
    </Notice>
  );
}
