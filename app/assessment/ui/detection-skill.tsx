import type { DetectionOutcome } from "#app/assessment/statistics/detection-outcome.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What a learner's answers to real-or-manipulated questions say: her skill, and apart from it how sure she was. */
export function DetectionSkill({ outcome }: { outcome: DetectionOutcome }) {
  const { t } = useI18n();
  const { skill, rightOfHundred, inclination, isPassed } = outcome;
  return (
    <section className="stack">
      <h2>{t("detection.title")}</h2>
      {isPassed === false && <Notice kind="warning">{t("detection.notEnough")}</Notice>}
      {skill === null ? (
        <p>{t("detection.tooFew")}</p>
      ) : (
        <p>
          {t(`detection.skill_${skill}`)} {t("detection.ofHundred", { count: rightOfHundred ?? 50 })}
        </p>
      )}
      <Rates outcome={outcome} />
      {inclination && <p>{t(`detection.inclination_${inclination}`)}</p>}
      <Sureness outcome={outcome} />
      <How outcome={outcome} />
    </section>
  );
}

function Rates({ outcome: { measures } }: { outcome: DetectionOutcome }) {
  const { t, formatPercent } = useI18n();
  if (measures.hitRate === null || measures.falseAlarmRate === null) return null;
  return (
    <p>
      {t("detection.rates", {
        hits: formatPercent(measures.hitRate),
        alarms: formatPercent(measures.falseAlarmRate),
      })}
    </p>
  );
}

function Sureness({ outcome: { calibration, confidence } }: { outcome: DetectionOutcome }) {
  const { t, formatPercent } = useI18n();
  if (!calibration || !confidence) return null;
  return (
    <>
      <h3>{t("detection.sureTitle")}</h3>
      <p>
        {t("detection.sure", {
          sure: formatPercent(calibration.meanConfidence),
          right: formatPercent(calibration.right),
        })}{" "}
        {t(`detection.confidence_${confidence}`)}
      </p>
    </>
  );
}

function How({ outcome: { measures, calibration } }: { outcome: DetectionOutcome }) {
  const { t, formatNumber } = useI18n();
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : formatNumber(value, 2);
  return (
    <Disclosure summary={t("detection.how")}>
      {t("detection.howText", {
        dPrime: number(measures.dPrime),
        criterion: number(measures.criterion),
        brier: number(calibration?.brier),
      })}
    </Disclosure>
  );
}
