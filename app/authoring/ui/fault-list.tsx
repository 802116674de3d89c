import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { ShownFault } from "../shown-faults.server.ts";

/** What keeps a draft from being published, or the word that nothing does. */
export function FaultList({ faults }: { faults: ShownFault[] }) {
  const t = useT();
  if (faults.length === 0) {
    return (
      <Notice kind="success" isStatus>
        {t("drafts.fine")}
      </Notice>
    );
  }
  return (
    <Notice kind="danger" title={t("drafts.faults", { count: faults.length })} isStatus>
      <Sentences faults={faults} />
    </Notice>
  );
}

/** What should be looked at before a draft is published, though it can be. */
export function WarningList({ warnings }: { warnings: ShownFault[] }) {
  const t = useT();
  return (
    <Notice kind="warning" title={t("reviews.warnings", { count: warnings.length })} isStatus>
      <Sentences faults={warnings} />
    </Notice>
  );
}

function Sentences({ faults }: { faults: ShownFault[] }) {
  return (
    <ul className="mt-2 list-disc ps-5">
      {faults.map(({ place, to, sentence }, index) => (
        <li key={index} className="wrap-anywhere">
          {to ? <Link to={to}>{place}</Link> : place} {sentence}
        </li>
      ))}
    </ul>
  );
}
