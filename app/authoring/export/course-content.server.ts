import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { isGradedByPerson } from "#app/assessment/grading/grade.ts";
import { type PortableQuestion, type PortableQuiz } from "#app/assessment/portable-quiz.ts";
import {
  assignmentTask,
  portableQuestion,
  portableQuiz,
  type QuizLoss,
  type TaskPart,
} from "#app/assessment/portable-quiz.server.ts";
import { questionTextIn } from "#app/assessment/stored-question.server.ts";
import { jurisdictions } from "#app/identity/background.ts";
import type { Activity, CourseText } from "#app/library/course-format.ts";
import { sourcesIn } from "#app/library/fact-sources.server.ts";
import { isMaterial, type Material } from "#app/library/material.ts";
import { materialView } from "#app/library/material-view.server.ts";
import type { MaterialView } from "#app/library/material-view.ts";
import { jurisdictionBlocks } from "#app/library/jurisdiction-blocks.server.ts";
import type { JurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import { type LessonPage, sourcesPageId } from "#app/library/lesson-pages.ts";
import { sectionTitles } from "#app/library/outline-sections.ts";
import { visibleOutline } from "#app/library/visible-outline.ts";
import { getCourseText, getLessonPages, type PublishedCourse } from "#app/library/published-course.server.ts";
import type { Source } from "#app/library/ui/sources-list.tsx";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

type StepCommon = { activity: Activity; title: string };

export type LessonStep = StepCommon & {
  kind: "lesson";
  /** The page of sources last. */
  pages: LessonPage[];
  sources: Source[];
  checks: PortableQuestion[];
  /** For every jurisdiction, by topic. */
  notes: JurisdictionView[];
  /** Of the text, where it is not there in the language. */
  isFallback: boolean;
};
export type QuizStep = StepCommon & { kind: "quiz"; quiz: PortableQuiz };
export type PackageStep = StepCommon & { kind: "package" };
export type MaterialStep = StepCommon & { kind: Material["kind"]; view: MaterialView };
/** Its task can be read; it is handed in where the course is. */
export type AssignmentStep = StepCommon & { kind: "assignment"; task: TaskPart[] };
export type ContentStep = LessonStep | QuizStep | PackageStep | MaterialStep | AssignmentStep;

/** What the course asks here and a copy of it cannot. */
export type LeftOut =
  | { kind: "survey" | "package" | "quiz" | "assignment" | "session"; title: string; isRequired: boolean }
  | { kind: "graded"; title: string; questions: string[] }
  | { kind: "draw"; title: string }
  | { kind: "timing"; title: string };

export type CourseContent = {
  course: PublishedCourse;
  language: Language;
  text: CourseText["course"];
  isFallback: boolean;
  sectionTitles: Record<string, string>;
  /** In the order of the outline. */
  steps: ContentStep[];
  leftOut: LeftOut[];
};

/** Everything of a version of a course that a copy of it may hold in one language, and what it may not. */
export async function courseContent(course: PublishedCourse, language: Language): Promise<CourseContent> {
  const { text, isFallback } = await getCourseText(course.versionId, language);
  const checks = await questionsOfCourse(course.versionId, "check");
  const content: CourseContent = {
    course,
    language,
    text: text.course,
    sectionTitles: sectionTitles(course.structure, text),
    isFallback,
    steps: [],
    leftOut: [],
  };
  for (const activity of visibleOutline(course.structure.course.outline)) {
    const title = text.activities[activity.id]?.title ?? activity.id;
    if (activity.kind === "lesson") {
      const lesson = await lessonOf(course, activity.lesson, language);
      const asked = new Set(
        lesson.pages.flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === "check" ? [block.questionId] : [])),
        ),
      );
      const questions = checks.filter(({ key }) => asked.has(key));
      const graded = questions.filter(({ question }) => isGradedByPerson(question));
      content.leftOut.push(
        ...lossesOf(title, {
          graded: graded.map((one) => questionTextIn(one, language).text.q),
          isDrawGone: false,
        }),
      );
      content.steps.push({
        kind: "lesson",
        activity,
        title,
        ...lesson,
        checks: questions
          .filter(({ question }) => !isGradedByPerson(question))
          .map((one) => portableQuestion(one, language)),
      });
    } else if (activity.kind === "quiz") {
      const { quiz, loss } = await portableQuiz(course.versionId, activity.quiz, language);
      if (quiz) content.steps.push({ kind: "quiz", activity, title, quiz });
      else content.leftOut.push({ kind: "quiz", title, isRequired: activity.required });
      content.leftOut.push(...lossesOf(title, loss));
    } else if (isMaterial(activity)) {
      const view = await materialView(course, activity, language);
      content.steps.push({ kind: activity.kind, activity, title, view });
    } else {
      content.leftOut.push({ kind: activity.kind, title, isRequired: activity.required });
      if (activity.kind === "package") content.steps.push({ kind: "package", activity, title });
      if (activity.kind === "assignment") {
        const task = await assignmentTask(course.versionId, activity.assignment, language);
        content.steps.push({ kind: "assignment", activity, title, task });
      }
    }
    if (isTimed(activity)) content.leftOut.push({ kind: "timing", title });
  }
  return content;
}

async function lessonOf({ versionId, structure }: PublishedCourse, lesson: string, language: Language) {
  const { pages, isFallback } = await getLessonPages(versionId, lesson, language);
  const { pages: ids = [], facts = [] } = structure.lessons[lesson] ?? {};
  const { t } = i18nFor(language);
  const notes: JurisdictionView[] = [];
  for (const jurisdiction of jurisdictions) {
    notes.push(...(await jurisdictionBlocks(pages, jurisdiction, language)));
  }
  return {
    pages: ids.map(
      (id) =>
        pages.find((page) => page.id === id) ?? {
          id,
          title: id === sourcesPageId ? t("learn.sources") : id,
          blocks: [],
          facts: [],
        },
    ),
    sources: sourcesIn(structure, facts),
    notes,
    isFallback,
  };
}

/** Whether something of an activity depends on days or on time, which a copy does not know. */
function isTimed(activity: Activity): boolean {
  const { availableFrom, availableUntil, dueAfterDays } = activity;
  const minimum = "minimumMinutes" in activity ? activity.minimumMinutes : undefined;
  return [availableFrom, availableUntil, dueAfterDays, minimum].some((rule) => rule !== undefined);
}

function lossesOf(title: string, { graded, isDrawGone }: QuizLoss): LeftOut[] {
  return [
    ...(graded.length > 0 ? [{ kind: "graded" as const, title, questions: graded }] : []),
    ...(isDrawGone ? [{ kind: "draw" as const, title }] : []),
  ];
}
