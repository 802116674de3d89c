import { useT } from "#app/platform/i18n.tsx";

/** The record with nothing in it, to be filled in by hand. */
export function BlankRecord() {
  const t = useT();
  const lines = [
    t("evidence.by"),
    t("evidence.when"),
    t("evidence.platform"),
    t("evidence.address"),
    t("evidence.how"),
    t("evidence.remarks"),
  ];
  return (
    <div className="card stack">
      <h3>{t("evidence.sheetTitle")}</h3>
      <dl className="grid gap-4">
        {lines.map((name) => (
          <div key={name} className="border-b border-line pb-6">
            <dt>{name}</dt>
            <dd className="sr-only">{t("evidence.toFillIn")}</dd>
          </div>
        ))}
      </dl>
      <ol className="grid gap-4">
        {[1, 2, 3].map((number) => (
          <li key={number} className="border-b border-line pb-8">
            {number}. {t("evidence.blankFile")}
          </li>
        ))}
      </ol>
      <p className="border-t border-line pt-1">{t("evidence.signature")}</p>
    </div>
  );
}
