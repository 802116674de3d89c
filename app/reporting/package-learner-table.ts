import type { PackageActivity } from "#app/library/course-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import type { ActivityResult } from "#app/players/boot.ts";
import { countingAttempt } from "#app/players/counting-attempt.ts";
import { resultWords } from "#app/players/result-words.ts";

import type { ReportTable } from "./report-table.ts";

export type PackageLearner = {
  enrolmentId: string;
  name: string;
  email: string;
  /** First one first; at least one. */
  attempts: (ActivityResult & {
    id: string;
    number: number;
    packageVersionId: string;
    completedAt: Date | null;
    lastSeenAt: Date;
  })[];
};

/** Everybody who has opened a package, with the attempt that counts. */
export function packageLearnerTable(
  i18n: I18n,
  learners: PackageLearner[],
  scoring: PackageActivity["scoring"],
): ReportTable {
  const { t, formatDateTime, formatNumber } = i18n;
  const words = resultWords(i18n);
  return {
    id: "learners",
    title: t("player.reportLearners"),
    columns: [
      { key: "name", header: t("player.reportLearner"), isRowHeader: true },
      { key: "email", header: t("teach.email") },
      { key: "state", header: t("player.reportState") },
      { key: "completion", header: t("player.completion") },
      { key: "success", header: t("player.success") },
      { key: "score", header: t("player.score"), isNumeric: true },
      { key: "time", header: t("player.time"), isNumeric: true },
      { key: "attempts", header: t("player.reportAttempts"), isNumeric: true },
      { key: "lastSeen", header: t("player.lastSeen") },
    ],
    rows: learners.map(({ name, email, attempts }) => {
      const counting = countingAttempt(attempts, scoring);
      const seconds = attempts.reduce((sum, attempt) => sum + attempt.seconds, 0);
      const lastSeenAt = Math.max(...attempts.map((attempt) => attempt.lastSeenAt.getTime()));
      return {
        name,
        email,
        state: t(
          attempts.some(({ completedAt }) => completedAt !== null) ? "player.stateDone" : "player.stateBegun",
        ),
        completion: counting ? words.completion(counting) : "",
        success: counting ? words.success(counting) : "",
        score: counting ? words.score(counting) : "",
        time: words.time({ seconds }),
        attempts: formatNumber(attempts.length, 0),
        lastSeen: formatDateTime(new Date(lastSeenAt)),
      };
    }),
    footnotes: [],
  };
}
