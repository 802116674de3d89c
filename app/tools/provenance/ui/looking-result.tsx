import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";

import { humanAccuracy, humanAccuracySource, type Look, lookingScore } from "../looking-score.ts";

/** How often she was right and how sure she was, beside what people reach in studies. */
export function LookingResult({ looks, onAgain }: { looks: Look[]; onAgain: () => void }) {
  const { t, formatPercent } = useI18n();
  const score = lookingScore(looks);
  if (!score) return null;
  const rows = [
    { what: t("provenance.rowRight"), share: formatPercent(score.accuracy) },
    { what: t("provenance.rowSure"), share: formatPercent(score.confidence) },
    { what: t("provenance.rowPeople"), share: formatPercent(humanAccuracy, 2) },
    { what: t("provenance.rowGuess"), share: formatPercent(0.5) },
  ];
  return (
    <div className="stack">
      <h3>{t("provenance.resultTitle")}</h3>
      <p>
        {t("provenance.result", { right: score.right, count: score.n })}{" "}
        {t(`provenance.sureness_${score.sureness}`)}
      </p>
      <DataTable
        caption={t("provenance.resultCaption")}
        columns={[
          { key: "what", header: t("provenance.columnWhat"), isRowHeader: true },
          { key: "share", header: t("provenance.columnShare"), isNumeric: true },
        ]}
        rows={rows}
      />
      <p>{t("provenance.people", { percent: formatPercent(humanAccuracy, 2) })}</p>
      <p className="text-sm text-slate" lang="en">
        {humanAccuracySource}
      </p>
      <p className="font-semibold">{t("provenance.lesson")}</p>
      <Button type="button" variant="secondary" onClick={onAgain}>
        {t("provenance.again")}
      </Button>
    </div>
  );
}
