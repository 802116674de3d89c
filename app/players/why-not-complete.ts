import { launchableIds, activitiesOf } from "#app/library/package-activities.ts";
import type { PackageStructure } from "#app/library/package-structure.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { activityTitles } from "./activity-titles.ts";
import type { ActivityResult } from "./boot.ts";
import type { PackageRule } from "./outcome.ts";
import { resultWords } from "./result-words.ts";

type Input = {
  rule: PackageRule;
  /** The attempt under way; null before the first. */
  attempt:
    | (ActivityResult & {
        number: number;
        structure: PackageStructure;
        /** Of the activities inside the package that were begun. */
        parts: Map<string, ActivityResult>;
        /** When the package last reported something. */
        heardAt: Date | null;
      })
    | null;
};

/** Sentences: which rule is not met, what is left, and what the package reported, and when. */
export function whyNotComplete(i18n: I18n, { rule, attempt }: Input): string[] {
  const { t, formatDateTime } = i18n;
  if (!attempt) return [t("learn.reasonNotStarted")];
  if (attempt.heardAt === null) return [t("player.whyNothingReported")];
  const words = resultWords(i18n);
  return [
    ruleSentence(i18n, rule, attempt),
    ...masterySentences(i18n, attempt.structure, attempt.parts),
    ...partsLeft(i18n, attempt.structure, attempt.parts),
    t("player.whyReported", {
      number: attempt.number,
      completion: words.completion(attempt),
      success: words.success(attempt),
      score: words.score(attempt),
      time: formatDateTime(attempt.heardAt),
    }),
  ];
}

function ruleSentence({ t }: I18n, rule: PackageRule, { completion, success }: ActivityResult): string {
  if (rule === "all-interactions") return t("player.whyQuestionsLeft");
  if (rule === "passed") return t(success === "failed" ? "player.whyFailed" : "player.whyNotPassed");
  if (success === "failed" && completion === "completed") return t("player.whyFailed");
  return t("player.whyNotCompleted");
}

/** SCORM 1.2: scores that are lower than the manifest asks for. */
function masterySentences(
  { t, formatNumber }: I18n,
  structure: PackageStructure,
  parts: Map<string, ActivityResult>,
): string[] {
  if (structure.standard !== "scorm-1.2") return [];
  return activitiesOf(structure.root).flatMap(({ id, title, masteryScore }) => {
    const raw = parts.get(id)?.raw ?? null;
    if (masteryScore === null || raw === null || raw >= masteryScore) return [];
    return [
      t("player.whyMastery", {
        part: title || id,
        needed: formatNumber(masteryScore),
        score: formatNumber(raw),
      }),
    ];
  });
}

/** Of a package with several parts, those that are not complete. */
function partsLeft({ t }: I18n, structure: PackageStructure, parts: Map<string, ActivityResult>): string[] {
  const ids = launchableIds(structure);
  if (ids.length < 2) return [];
  const titles = activityTitles(structure);
  const left = ids.filter((id) => parts.get(id)?.completion !== "completed");
  if (left.length === 0) return [];
  return [
    t("player.whyPartsLeft", {
      count: left.length,
      total: ids.length,
      parts: left.map((id) => titles.get(id) ?? id).join(", "),
    }),
  ];
}
