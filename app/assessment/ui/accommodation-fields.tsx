import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { TextField } from "#app/ui/text-field.tsx";

import type { Allowance } from "../attempt-deadline.ts";

export type AccommodationEntry = {
  quiz: string;
  title: string | null;
  settings: {
    attempts: number | null;
    timeLimitMinutes: number | null;
    opensAt: string | null;
    closesAt: string | null;
  } | null;
  given: Allowance;
};

/** What is given to one learner at one quiz, or at all. */
export function AccommodationFields({
  entry: { given },
  typed,
  errors,
}: {
  entry: AccommodationEntry;
  typed?: Record<string, string>;
  errors?: Record<string, MessageKey>;
}) {
  const { t } = useI18n();
  const number = (value: number) => (value === 0 ? "" : String(value));
  const local = (value: Date | null) => (value ? localOfInstant(new Date(value)) : "");
  const present: Record<string, string> = {
    extraPercent: number(given.extraPercent),
    extraMinutes: number(given.extraMinutes),
    extraAttempts: number(given.extraAttempts),
    opensAt: local(given.opensAt),
    closesAt: local(given.closesAt),
  };
  const field = (name: string) => ({
    name,
    defaultValue: (typed ?? present)[name],
    error: errors?.[name],
  });
  return (
    <>
      <TextField
        {...field("extraPercent")}
        label={t("quizzes.extraPercent")}
        hint={t("quizzes.extraPercentHint")}
        inputMode="numeric"
      />
      <TextField {...field("extraMinutes")} label={t("quizzes.extraMinutes")} inputMode="numeric" />
      <TextField {...field("extraAttempts")} label={t("quizzes.extraAttempts")} inputMode="numeric" />
      <TextField
        {...field("opensAt")}
        label={t("quizzes.ownOpensAt")}
        hint={t("quizzes.ownDatesHint")}
        type="datetime-local"
      />
      <TextField
        {...field("closesAt")}
        label={t("quizzes.ownClosesAt")}
        hint={t("quizzes.ownDatesHint")}
        type="datetime-local"
      />
    </>
  );
}

/** What holds for everybody at a quiz, in one line. */
export function UsualRules({ settings }: { settings: NonNullable<AccommodationEntry["settings"]> }) {
  const { t, formatDateTime } = useI18n();
  const rules = [
    settings.timeLimitMinutes === null
      ? t("quizzes.ruleNoLimit")
      : t("quizzes.ruleMinutes", { minutes: settings.timeLimitMinutes }),
    settings.attempts === null
      ? t("quizzes.ruleAnyAttempts")
      : t("quizzes.ruleAttempts", { count: settings.attempts }),
    ...(settings.opensAt ? [t("quizzes.ruleOpens", { date: formatDateTime(settings.opensAt) })] : []),
    ...(settings.closesAt ? [t("quizzes.ruleCloses", { date: formatDateTime(settings.closesAt) })] : []),
  ];
  return <p className="text-slate">{t("quizzes.accommodationRules", { rules: rules.join(", ") })}</p>;
}
