import type { RubricLine } from "#app/assessment/rubric-lines.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { DataTable } from "#app/ui/data-table.tsx";

type ShownMark = {
  id: string;
  kind: "own" | "decision";
  levels: Record<string, number>;
  fraction: number;
  comment: string;
  note: string;
};

/** Marks side by side: a row for each criterion, a column for each mark. */
export function GivenMarks({
  rubric,
  marks,
  fraction,
}: {
  rubric: RubricLine[];
  marks: ShownMark[];
  fraction: number | null;
}) {
  const { t, formatPercent } = useI18n();
  let own = 0;
  const names = marks.map(({ kind }) => {
    if (kind === "decision") return t("grading.markDecision");
    own += 1;
    return t(own === 1 ? "grading.markFirst" : "grading.markSecond");
  });
  const row = (title: string, cell: (mark: ShownMark) => string) => ({
    criterion: title,
    ...Object.fromEntries(marks.map((mark) => [mark.id, cell(mark)])),
  });
  const words = (key: "comment" | "note", title: string) =>
    marks.some((mark) => mark[key]) ? [row(title, (mark) => mark[key])] : [];
  return (
    <>
      <DataTable
        caption={t("grading.marks")}
        isCaptionHidden
        columns={[
          { key: "criterion", header: t("grading.criterion"), isRowHeader: true },
          ...marks.map(({ id }, index) => ({ key: id, header: names[index] ?? "", isLong: true })),
        ]}
        rows={[
          ...rubric.map(({ id, title, levels }) =>
            row(title, (mark) => levels[mark.levels[id] ?? -1]?.text ?? ""),
          ),
          row(t("grading.total"), (mark) =>
            t("grading.percentOfPoints", { percent: formatPercent(mark.fraction) }),
          ),
          ...words("comment", t("grading.comment")),
          ...words("note", t("grading.note")),
        ]}
      />
      {fraction !== null && (
        <p className="font-semibold">{t("grading.markCounts", { percent: formatPercent(fraction) })}</p>
      )}
    </>
  );
}
