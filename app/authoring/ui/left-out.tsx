import type { LeftOut } from "#app/authoring/export/course-content.server.ts";
import { useT } from "#app/platform/i18n.tsx";

/** What of a course stays out of its copies, and why. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut[] }) {
  const t = useT();
  if (leftOut.length === 0) return <p>{t("courseExport.leftOutNothing")}</p>;
  return (
    <ul className="grid list-disc gap-2 ps-5">
      {leftOut.map((loss, index) => (
        <li key={index}>
          <Reason loss={loss} />
        </li>
      ))}
    </ul>
  );
}

function Reason({ loss }: { loss: LeftOut }) {
  const t = useT();
  const { title } = loss;
  if (loss.kind === "draw") return t("courseExport.leftOutDraw", { title });
  if (loss.kind === "timing") return t("courseExport.leftOutTiming", { title });
  if (loss.kind === "graded") {
    return (
      <>
        {t("courseExport.leftOutGraded", { title, count: loss.questions.length })}
        <ul className="list-disc ps-5 text-slate">
          {loss.questions.map((question, index) => (
            <li key={index}>{question}</li>
          ))}
        </ul>
      </>
    );
  }
  return (
    <>
      {t(`courseExport.leftOut_${loss.kind}`, { title })}
      {loss.isRequired && ` ${t("courseExport.leftOutRequired")}`}
    </>
  );
}
