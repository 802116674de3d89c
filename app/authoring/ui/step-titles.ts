import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity } from "#app/library/course-format.ts";
import type { I18n } from "#app/platform/i18n.tsx";

/** What the steps of an outline are called, the certificate among them, joined as in a sentence. */
export function stepTitles(
  t: I18n["t"],
  steps: { id: string; title: string }[],
  ids: readonly string[],
): string {
  return ids
    .map((id) =>
      id === certificateStepId
        ? t("outline.certificate")
        : (steps.find((step) => step.id === id)?.title ?? id),
    )
    .join(", ");
}

/** "Lesson" */
export function kindWords(t: I18n["t"], kind: Activity["kind"]): string {
  return t(kinds[kind]);
}

const kinds = {
  lesson: "learn.kindLesson",
  quiz: "learn.kindQuiz",
  assignment: "learn.kindAssignment",
  survey: "learn.kindSurvey",
  package: "learn.kindPackage",
  session: "learn.kindSession",
  video: "learn.kindVideo",
  file: "learn.kindFile",
  link: "learn.kindLink",
} as const;
