import { useI18n } from "#app/platform/i18n.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

type Marked = {
  isWaiting: boolean;
  points: number;
  maxPoints: number;
  criteria: { title: string; levels: string[] }[];
  comments: string[];
};

/** What a person said about an answer, or that it waits for one. */
export function MarkedAnswer({ marked }: { marked: Marked }) {
  const { t, formatNumber } = useI18n();
  if (marked.isWaiting) return <StatusTag kind="neutral">{t("graded.waiting")}</StatusTag>;
  return (
    <>
      <p className="font-semibold">
        {t("graded.result", {
          points: formatNumber(marked.points, 2),
          max: formatNumber(marked.maxPoints, 2),
        })}
      </p>
      <div>
        <p>{t("graded.byCriterion")}</p>
        <ul className="list-disc ps-5">
          {marked.criteria.map(({ title, levels }) => (
            <li key={title}>
              {title}: {levels.join(" / ")}
            </li>
          ))}
        </ul>
      </div>
      {marked.comments.map((comment) => (
        <div key={comment}>
          <p>{t("graded.comment")}</p>
          <p className="card whitespace-pre-wrap wrap-anywhere">{comment}</p>
        </div>
      ))}
    </>
  );
}
