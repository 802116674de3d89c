import { useT } from "#app/platform/i18n.tsx";

import { Select } from "./editor-context.tsx";

/** How several right options or regions are scored. */
export function ScoringField() {
  const t = useT();
  return (
    <Select
      name="scoring"
      label={t("bank.scoring")}
      hint={t("bank.scoringMultipleHint")}
      options={[
        { value: "all", label: t("bank.scoringAll") },
        { value: "partial", label: t("bank.scoringPartial") },
      ]}
    />
  );
}
