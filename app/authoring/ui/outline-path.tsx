import { certificateStepId } from "#app/library/certificate-step.ts";
import { useT } from "#app/platform/i18n.tsx";

import type { OutlinePage } from "../draft-outline.server.ts";
import { stepTitles } from "./step-titles.ts";

/** What opens what: the steps in the order in which they open, with arrows. All of it is words. */
export function OutlinePath({ path, steps }: Pick<OutlinePage, "path" | "steps">) {
  const t = useT();
  const titleOf = (id: string) =>
    id === certificateStepId ? t("outline.certificateTitle") : stepTitles(t, steps, [id]);
  return (
    <section className="stack" aria-labelledby="path-title">
      <h2 id="path-title">{t("outline.path")}</h2>
      <p className="text-slate">{t("outline.pathLead")}</p>
      <ol className="grid gap-2">
        {path.map((stage, index) => (
          <li key={stage[0]?.id} className="grid gap-2">
            {index > 0 && <Arrow />}
            <p className="font-semibold">{t(index === 0 ? "outline.pathStart" : "outline.pathThen")}</p>
            <ul className="flex flex-wrap gap-2">
              {stage.map(({ id, after }) => (
                <li key={id} className="rounded-box border border-line bg-surface px-3 py-2">
                  <span className="font-semibold">{titleOf(id)}</span>
                  {after.length > 0 && (
                    <span className="block text-sm text-slate">
                      {t("outline.opensAfter", { titles: stepTitles(t, steps, after) })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="text-accent">
      <path d="M12 3v16M6 13l6 6 6-6" fill="none" stroke="currentColor" strokeWidth="2.25" />
    </svg>
  );
}
