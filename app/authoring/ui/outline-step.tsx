import { Link } from "@remix-run/react";

import { useT } from "#app/platform/i18n.tsx";
import { languageName } from "#app/platform/languages.ts";

import type { OutlinePage } from "../draft-outline.server.ts";
import { HiddenTag } from "./hidden-tag.tsx";
import { MoveButtons } from "./move-buttons.tsx";
import { stepButtons } from "./outline-buttons.ts";
import { StepRules } from "./step-rules.tsx";
import { kindWords, stepTitles } from "./step-titles.ts";

type StepProps = {
  page: OutlinePage;
  step: OutlinePage["steps"][number];
  number: number;
  /** Of the heading. */
  level: "h3" | "h4";
};

/** A step of an outline: what it is, what can be written in it, and where it can go. */
export function StepCard({ focused, ...props }: StepProps & { focused: string | null }) {
  const t = useT();
  const { page, step } = props;
  return (
    <>
      <StepHead {...props} />
      <MoveButtons
        fields={{ intent: "move", activity: step.id }}
        buttons={stepButtons(t, page.steps, step, page.sectionTitles)}
        focused={focused}
      >
        <Link
          to={encodeURIComponent(step.id)}
          aria-label={t("outline.editNamed", { title: step.title })}
          className="inline-flex min-h-11 items-center"
        >
          {t("outline.edit")}
        </Link>
      </MoveButtons>
    </>
  );
}

function StepHead({ page, step, number, level: Heading }: StepProps) {
  const t = useT();
  const { slug, steps, languages } = page;
  return (
    <div>
      <Heading>{t("outline.stepNumber", { number, title: step.title })}</Heading>
      {step.hidden && <HiddenTag />}
      <p className="text-slate">
        {kindWords(t, step.kind)} · {t("learn.minutes", { minutes: step.minutes })} ·{" "}
        {t(step.required ? "outline.counts" : "outline.optional")}
      </p>
      <p>
        {step.after.length === 0
          ? t("outline.openAtOnce")
          : t("outline.opensAfter", { titles: stepTitles(t, steps, step.after) })}
      </p>
      <StepRules step={step} now={page.now} />
      {step.kind === "lesson" && (
        <p className="flex flex-wrap items-center gap-x-4">
          {t("outline.write")}
          {languages.map((tag) => (
            <Link
              key={tag}
              to={`/teach/${slug}/draft/lessons/${step.lesson}/${tag}`}
              aria-label={t("drafts.lessonIn", { lesson: step.title, language: languageName(tag) })}
              className="inline-flex min-h-11 items-center"
            >
              {step.written.includes(tag)
                ? languageName(tag)
                : t("drafts.notWritten", { language: languageName(tag) })}
            </Link>
          ))}
        </p>
      )}
      {step.original && (
        <p className="flex flex-wrap items-center gap-x-4">
          {t(step.original === "changed" ? "transfer.copyChanged" : "transfer.copyOf")}
          {step.original !== "unknown" && (
            <Link
              to={`${encodeURIComponent(step.id)}/original`}
              aria-label={t("transfer.compareNamed", { title: step.title })}
              className="inline-flex min-h-11 items-center"
            >
              {t("transfer.compare")}
            </Link>
          )}
        </p>
      )}
      {step.kind === "assignment" && (
        <Link
          to={`/teach/${slug}/assignments/${step.assignment}`}
          aria-label={t("outline.assignmentNamed", { title: step.title })}
          className="inline-flex min-h-11 items-center"
        >
          {t("outline.assignment")}
        </Link>
      )}
      {step.kind === "session" && (
        <Link to={`/teach/${slug}/sessions`} className="inline-flex min-h-11 items-center">
          {t("outline.dates")}
        </Link>
      )}
      {step.kind === "quiz" && (
        <Link
          to={`/teach/${slug}/quizzes/${step.quiz}/questions`}
          className="inline-flex min-h-11 items-center"
        >
          {t("outline.questions")}
        </Link>
      )}
    </div>
  );
}
