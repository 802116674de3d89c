import type { AskedCriterion } from "#app/assessment/asked-question.ts";
import { useT } from "#app/platform/i18n.tsx";

/** By what a person marks the answer: known before it is given. */
export function RubricNote({ rubric }: { rubric: AskedCriterion[] }) {
  const t = useT();
  return (
    <section aria-label={t("questions.rubric")} className="card grid gap-2">
      <p className="font-semibold">{t("questions.rubric")}</p>
      <dl className="grid gap-2">
        {rubric.map(({ title, levels }, index) => (
          <div key={index}>
            <dt>{title}</dt>
            <dd>
              <ul className="list-disc ps-5 text-slate">
                {levels.map(({ text, points }, level) => (
                  <li key={level}>{t("questions.level", { count: points, text })}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
