import type { I18n } from "#app/platform/i18n.tsx";

import type { quizStatus } from "./quiz-status.server.ts";

type Status = Awaited<ReturnType<typeof quizStatus>>;

/** A sentence; `at` is a moment in it, for readers on other clocks. */
export type RuleLine = { text: string; at?: Date };

/**
 * The rules of a quiz in words, as they are for this learner. Put together on the server, so that lessons need not
 * carry texts that only this page shows.
 */
export function startWords({ t, formatDateTime, formatPercent }: I18n, status: Status) {
  const isTest = status.mode === "test";
  const line = (text: string, at?: Date): RuleLine[] => [{ text, ...(at && { at }) }];
  const { attemptsAllowed, attemptsLeft, minutes, opensAt, closesAt } = status;
  const lines = [
    line(t(isTest ? "attempt.aboutTest" : "attempt.aboutPractice", { count: status.questionCount })),
    status.isDrawn ? line(t("attempt.aboutDrawn")) : [],
    minutes !== null ? line(t("attempt.limit", { minutes: Math.round(minutes) })) : [],
    minutes === null && isTest ? line(t("attempt.noLimit")) : [],
    opensAt ? line(t("attempt.opens", { date: formatDateTime(opensAt) }), opensAt) : [],
    closesAt ? line(t("attempt.closes", { date: formatDateTime(closesAt) }), closesAt) : [],
    status.passMark > 0 ? line(t("attempt.pass", { passMark: status.passMark })) : [],
    status.hasCritical ? line(t("attempt.critical")) : [],
    attemptsAllowed !== null
      ? line(t("attempt.attempts", { count: attemptsAllowed, left: attemptsLeft ?? 0 }))
      : [],
    status.waitMinutes > 0 ? line(t("attempt.wait", { minutes: status.waitMinutes })) : [],
    status.scoring !== "best" && attemptsAllowed !== 1 ? line(t(`attempt.scoring_${status.scoring}`)) : [],
    status.countedPercent !== null
      ? line(t("attempt.counted", { percent: formatPercent(status.countedPercent / 100) }))
      : [],
    status.canGoBack ? [] : line(t("attempt.oneWay")),
    line(toldWords(t, status)),
  ];
  return {
    rules: lines.flat(),
    reason: reasonWords({ t, formatDateTime }, status),
    where: t("attempt.where", { time: "{time}" }),
    codeLabel: t("attempt.codeLabel"),
    codeHint: t("attempt.codeHint"),
    honesty: t("attempt.honesty"),
  };
}

function toldWords(t: I18n["t"], { feedback: { when, show }, tellsPoints }: Status): string {
  if (!tellsPoints) return t("attempt.notJudged");
  if (show.length === 0) return t("attempt.toldNothing");
  return t(`attempt.told_${when}`, { parts: show.map((part) => t(`attempt.part_${part}`)).join(", ") });
}

/** Why no attempt may begin; who has none left is told elsewhere whom to write to. */
function reasonWords(
  { t, formatDateTime }: Pick<I18n, "t" | "formatDateTime">,
  { reason }: Status,
): string | null {
  if (!reason || reason.kind === "noneLeft") return null;
  if (reason.kind === "waiting") return t("graded.waiting");
  if (reason.kind === "wait") return t("attempt.reason_wait", { date: formatDateTime(reason.until) });
  return t(`attempt.reason_${reason.kind}`);
}
