import type { AskedQuestion } from "#app/assessment/asked-question.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Prose } from "#app/ui/prose.tsx";

import { RubricNote } from "../rare/rubric-note.tsx";

/** What is to be done, how it is answered, and by what it is graded: to be read before one begins. */
export function AssignmentTask({ task }: { task: AskedQuestion[] }) {
  const { t } = useI18n();
  return (
    <section className="stack" aria-labelledby="task-title">
      <h2 id="task-title">{t("assignment.task")}</h2>
      {task.map((asked, index) => (
        <div key={index} className="stack">
          {asked.context && <Prose html={asked.context} />}
          <p className="text-lg leading-snug whitespace-pre-line">{asked.q}</p>
          <AnswerLimits asked={asked} />
          {asked.rare && "rubric" in asked.rare && <RubricNote rubric={asked.rare.rubric} />}
        </div>
      ))}
    </section>
  );
}

/** How long a text, which files. */
export function AnswerLimits({ asked: { rare } }: { asked: AskedQuestion }) {
  const { t, formatNumber } = useI18n();
  if (rare?.kind === "essay") {
    return (
      <p className="text-slate">{t("questions.essayHint", { count: formatNumber(rare.maxCharacters) })}</p>
    );
  }
  if (rare?.kind !== "file") return null;
  const kinds = rare.accept.map((kind) => t(`questions.accept_${kind}`)).join(", ");
  return (
    <p className="text-slate">{t("questions.fileHint", { kinds, size: formatNumber(rare.maxMegabytes) })}</p>
  );
}

/** The rule of the house, wherever something is written or sent. */
export function NoCaseData() {
  const { t } = useI18n();
  return (
    <p className="rounded-box border border-s-4 border-accent bg-surface p-4">{t("assignment.noCases")}</p>
  );
}
