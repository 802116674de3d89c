import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { DrawFault } from "../draw-check.ts";
import type { DrawReport } from "../quiz-sources.server.ts";

/** How many questions a draw has to choose from, and whether it can be given; said aloud when it changes. */
export function DrawReportView({
  report,
  lessons,
}: {
  report: DrawReport & { canBeTwice?: boolean };
  lessons: { id: string; title: string }[];
}) {
  const t = useT();
  const isOk = report.faults.length === 0;
  return (
    <Notice kind={isOk ? "success" : "warning"} title={t("quizzes.reportTitle")} isStatus>
      <p>{t("quizzes.reportUsable", { count: report.usable })}</p>
      {isOk && <p>{t("quizzes.reportOk")}</p>}
      <ul className="list-disc ps-5">
        {report.faults.map((fault) => (
          <li key={JSON.stringify(fault)}>
            <Fault fault={fault} lessons={lessons} />
          </li>
        ))}
        {report.ruleCounts.map((count, index) => (
          <li key={`rule ${index}`}>{t("quizzes.reportRule", { number: index + 1, count })}</li>
        ))}
      </ul>
      {isOk && report.canBeTwice !== undefined && (
        <p>{t(report.canBeTwice ? "quizzes.reportTwice" : "quizzes.reportOnce")}</p>
      )}
    </Notice>
  );
}

function Fault({ fault, lessons }: { fault: DrawFault; lessons: { id: string; title: string }[] }) {
  const t = useT();
  const { available } = fault;
  if (fault.kind === "together" && fault.needed === null) return t("quizzes.fault_togetherUnknown");
  const needed = fault.needed ?? 0;
  switch (fault.kind) {
    case "lesson": {
      const lesson = lessons.find(({ id }) => id === fault.lesson)?.title ?? fault.lesson;
      return t("quizzes.fault_lesson", { lesson, needed, available });
    }
    case "rule":
      return t("quizzes.fault_rule", { number: fault.index + 1, needed, available });
    default:
      return t(`quizzes.fault_${fault.kind}`, { needed, available });
  }
}
