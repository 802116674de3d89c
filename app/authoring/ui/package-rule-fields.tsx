import type { PackageStandard } from "#app/library/package-structure.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { rulesOf } from "../publication-form.ts";

const ruleKeys = {
  auto: "authoring.complete_auto",
  completed: "authoring.complete_completed",
  passed: "authoring.complete_passed",
  opened: "authoring.complete_opened",
  "all-interactions": "authoring.complete_all_interactions",
} as const;

/** Minutes, completion rule, attempts and which of them counts: the same for an activity and a course of its own. */
export function PackageRuleFields({
  standard,
  errors,
}: {
  standard: PackageStandard;
  errors?: Record<string, MessageKey>;
}) {
  const t = useT();
  return (
    <>
      <TextField
        name="minutes"
        label={t("authoring.fieldMinutes")}
        inputMode="numeric"
        maxLength={4}
        error={errors?.minutes}
      />
      <SelectField
        name="complete"
        label={t("authoring.fieldComplete")}
        options={rulesOf(standard).map((rule) => ({ value: rule, label: t(ruleKeys[rule]) }))}
        defaultValue="auto"
        error={errors?.complete}
      />
      <TextField
        name="attempts"
        label={t("authoring.fieldAttempts")}
        hint={t("authoring.fieldAttemptsHint")}
        isOptional
        inputMode="numeric"
        maxLength={3}
        error={errors?.attempts}
      />
      <SelectField
        name="scoring"
        label={t("authoring.fieldScoring")}
        options={(["best", "last", "first"] as const).map((value) => ({
          value,
          label: t(`authoring.scoring_${value}`),
        }))}
        defaultValue="best"
        error={errors?.scoring}
      />
    </>
  );
}
