import { stringify } from "yaml";

import { roleSectors } from "#app/library/role-sectors.ts";
import type { SourceFile } from "#app/library/package-source.ts";
import { defaultLanguage, type WrittenLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import type { DraftedActivity } from "./drafted-course.ts";
import type { ReadCourse } from "./foreign-course.ts";

/** The files of a course folder by their paths in it. */
export type CourseFiles = Map<string, Buffer | SourceFile>;

/** `undescribed`: pictures without a description. */
type Naming = { slug: string; language: WrittenLanguage; undescribed: number };

/**
 * The structure and texts of a course folder. Every course has English, to which the others fall back: where the source
 * is in another language, its texts stand there too, and a line for trainers says so.
 */
export function courseFiles(read: ReadCourse, activities: DraftedActivity[], naming: Naming): CourseFiles {
  const languages = [...new Set<WrittenLanguage>([defaultLanguage, naming.language])];
  const files: CourseFiles = new Map();
  const write = (path: string, value: unknown) =>
    files.set(path, Buffer.from(typeof value === "string" ? value : stringify(value, { lineWidth: 0 })));
  write("course.yaml", structureOf(read, activities, { ...naming, languages }));
  for (const language of languages)
    write(`text/${language}.yaml`, textsOf(read, activities, naming.language));
  activities.forEach((activity, index) => {
    if (activity.kind === "lesson") {
      for (const language of languages) write(`lessons/${activity.id}/${language}.md`, activity.markdown);
    }
    if (activity.kind !== "quiz") return;
    const lesson = lessonFor(activities, index);
    const questions = activity.questions.map(({ structure }) => ({ ...structure, lesson }));
    write(`quizzes/${activity.id}.yaml`, { id: activity.id, ...activity.settings, questions });
  });
  return files;
}

/** The lesson before a quiz, or the first one. */
function lessonFor(activities: DraftedActivity[], index: number): string {
  const isLesson = ({ kind }: DraftedActivity) => kind === "lesson";
  const lesson = activities.slice(0, index).findLast(isLesson) ?? activities.find(isLesson);
  return (lesson as DraftedActivity).id;
}

function structureOf(
  read: ReadCourse,
  activities: DraftedActivity[],
  { slug, language, languages, undescribed }: Naming & { languages: WrittenLanguage[] },
) {
  const outline = inOutlineOf(activities).map((activity) => ({
    id: activity.id,
    kind: activity.kind,
    ...(activity.kind === "file"
      ? { files: { [defaultLanguage]: activity.path } }
      : { [activity.kind]: activity.id }),
    minutes: minutesOf(activity),
    required: true,
  }));
  const minutes = outline.reduce((sum, activity) => sum + activity.minutes, 0);
  return {
    id: slug,
    version: "1.0.0",
    languages,
    audience: roleSectors,
    hours: Math.max(1, Math.round(minutes / 6)) / 10,
    outline,
    sources: {},
    review: reviewOf(read, language, undescribed),
  };
}

const minutesOfPackage = 10;
const minutesOfFile = 5;

function minutesOf(activity: DraftedActivity): number {
  if (activity.kind === "package") return minutesOfPackage;
  if (activity.kind === "file") return minutesOfFile;
  return activity.kind === "quiz" ? activity.questions.length : activity.minutes;
}

function inOutlineOf(activities: DraftedActivity[]): DraftedActivity[] {
  return activities.filter((activity) => activity.kind !== "quiz" || activity.isInOutline);
}

/** For the sentence that says where a course comes from. */
const words = { "moodle-backup": "moodle", "common-cartridge": "cartridge" } as const;

/** For trainers, who read it in the course's language. */
function reviewOf(
  { kind, version, language: given }: ReadCourse,
  language: WrittenLanguage,
  undescribed: number,
): string[] {
  const { t } = i18nFor(language);
  const isEnglish = language === defaultLanguage && (given === null || /^en\b/i.test(given));
  return [
    t("authoring.foreignReviewOrigin", { kind: words[kind], version }),
    ...(undescribed > 0 ? [t("authoring.foreignReviewPictures", { count: undescribed })] : []),
    ...(isEnglish ? [] : [t("authoring.foreignReviewLanguage", { language: given ?? language })]),
  ];
}

function textsOf(read: ReadCourse, activities: DraftedActivity[], language: WrittenLanguage) {
  const { t } = i18nFor(language);
  return {
    course: {
      title: read.title,
      summary: read.summary || t("authoring.foreignSummary"),
      contentNote: t("authoring.foreignContentNote"),
      objectives: [t("authoring.foreignObjective")],
    },
    activities: Object.fromEntries(
      inOutlineOf(activities).map(({ id, title, summary }) => [id, summary ? { title, summary } : { title }]),
    ),
    questions: Object.fromEntries(
      activities.flatMap((activity) =>
        activity.kind === "quiz" ? activity.questions.map(({ structure, text }) => [structure.id, text]) : [],
      ),
    ),
  };
}
