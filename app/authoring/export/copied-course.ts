import type { Activity } from "#app/library/course-format.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import { canBeFailed } from "#app/assessment/outcome.ts";

import type { ContentStep, CourseContent } from "./course-content.server.ts";
import type { CourseData, DataStep, PageData, ScormStandard } from "./runner/course-data.ts";

/** Name of a step's page in the copy; ids have no points. */
export function fileOf(activity: string, page?: string): string {
  return page === undefined ? `${activity}.html` : `${activity}.${page}.html`;
}

/** What the copy knows of itself in the browser. */
export function courseData(content: CourseContent, standard: ScormStandard | null = null): CourseData {
  const { course, steps, language } = content;
  const known = new Set(steps.map(({ activity }) => activity.id));
  // Where all that is required is done elsewhere, nothing may wait for its end.
  if (steps.some(isRequired)) known.add(certificateStepId);
  const outline = steps.map((step): Activity => {
    const activity = untimed(step.activity);
    return { ...activity, after: activity.after.filter((id) => known.has(id)), required: isRequired(step) };
  });
  const quizzes = steps.flatMap((step) => (step.kind === "quiz" ? [step] : []));
  return {
    standard,
    key: `sigurna:${course.slug}:${course.label}:${language}`,
    way: { course: { outline }, lessons: course.structure.lessons },
    steps: steps.map(dataStep),
    quizzes: Object.fromEntries(
      quizzes.map(({ activity, quiz }) => [activity.id, { ...quiz.settings, draw: undefined }]),
    ),
    before: Object.fromEntries(
      quizzes.flatMap(({ activity, quiz }) => {
        const before = quizzes.find((other) => quizOf(other.activity) === quiz.before);
        return quiz.before !== null && before ? [[activity.id, before.activity.id]] : [];
      }),
    ),
    finalTest: finalTestOf(content),
  };
}

/** Whether a step counts in a copy. Packages do not run there, and nobody grades, so nobody can be asked to do them. */
export function isRequired({ activity, kind }: ContentStep): boolean {
  return activity.required && kind !== "package" && kind !== "assignment";
}

/**
 * The activity whose result is the score of the whole: the last required test that can be failed, or for want of a test
 * the last such quiz; null where nothing can be failed.
 */
export function finalTestOf({ steps }: CourseContent): string | null {
  const quizzes = steps.flatMap((step) =>
    step.kind === "quiz" && step.activity.required && canBeFailed(step.quiz.settings) ? [step] : [],
  );
  const test = quizzes.findLast(({ quiz }) => quiz.settings.mode === "test") ?? quizzes.at(-1);
  return test?.activity.id ?? null;
}

/** What each page of a step carries. */
export function pagesData(step: ContentStep): PageData[] {
  const activity = step.activity.id;
  if (step.kind !== "lesson") {
    return [{ activity, page: "", checks: [], quiz: step.kind === "quiz" ? step.quiz : null }];
  }
  return step.pages.map(({ id, blocks }) => {
    const keys = blocks.flatMap((block) => (block.kind === "check" ? [block.questionId] : []));
    return { activity, page: id, checks: step.checks.filter(({ key }) => keys.includes(key)), quiz: null };
  });
}

function dataStep(step: ContentStep): DataStep {
  const { id } = step.activity;
  return {
    id,
    kind: step.kind,
    title: step.title,
    pages:
      step.kind === "lesson"
        ? step.pages.map((page) => ({ id: page.id, file: fileOf(id, page.id) }))
        : [{ id: "", file: fileOf(id) }],
  };
}

/** Days and minimum times hold only where the course is. */
function untimed(activity: Activity): Activity {
  const days = { availableFrom: undefined, availableUntil: undefined, dueAfterDays: undefined };
  return { ...activity, ...days, ...("minimumMinutes" in activity && { minimumMinutes: undefined }) };
}

function quizOf(activity: Activity): string | null {
  return activity.kind === "quiz" ? activity.quiz : null;
}
