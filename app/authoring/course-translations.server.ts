import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { questionTextIn } from "#app/assessment/stored-question.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { CourseStructure, CourseText, PackageTranslation } from "#app/library/course-format.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { noteTranslations } from "#app/library/jurisdiction-notes.server.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import {
  type TranslationMark,
  type TranslationStatus,
  translationMarks,
  translationStatus,
} from "#app/library/translation-status.ts";
import { interfaceStatus } from "#app/locales/catalogue.ts";
import { db } from "#app/platform/db.server.ts";
import { defaultLanguage, type Language, languages } from "#app/platform/languages.ts";

import {
  placeOfNote,
  placeOfPackage,
  type ReviewPlace,
  tasksOf,
  tasksOfPackages,
  tasksOfWords,
} from "./review-tasks.ts";

/** What was translated from a text that has changed since. */
export type Behind = { texts: boolean; lessons: { activity: string; title: string }[] };

/**
 * How far each language of a course, of what stands beside it and of the interface has come, and what a native speaker
 * must check first. Throws like `requireTeaching`.
 */
export async function courseTranslations(actor: Actor, courseSlug: string, language: Language) {
  const { structure, versionId, slug } = await requireTeaching(actor, courseSlug);
  const [{ text }, texts, lessonTexts, questions, notes] = await Promise.all([
    getCourseText(versionId, language),
    db.courseText.findMany({ where: { courseVersionId: versionId } }),
    db.lessonText.groupBy({ by: ["language"], where: { courseVersionId: versionId }, _count: true }),
    questionsOfCourse(versionId),
    noteTranslations(),
  ]);
  const placeOf = (name: string, tag: Language): ReviewPlace => {
    const [id = "", page = "start"] = name.split("/");
    const activity = structure.course.outline.find((one) => one.kind === "lesson" && one.lesson === id);
    const question = questions.find(({ key }) => key === name);
    return {
      name,
      ...(activity && { lesson: { activity: activity.id, page } }),
      ...(question && { words: questionTextIn(question, tag).text.q }),
    };
  };
  return {
    slug,
    title: text.course.title,
    hasNotes: notes !== null,
    languages: languages.map(({ tag, name, derivedFrom, basedOn }) => {
      const own = texts.find((row) => row.language === tag)?.text as CourseText | undefined;
      const ofNotes = notes?.get(tag);
      const ofInterface = statusOfInterface(tag);
      // A derived language is compared, and checked, where it comes from.
      const { packageTranslations = {}, wordTranslations = {} } = (derivedFrom ? null : own) ?? {};
      return {
        tag,
        name,
        isOriginal: tag === defaultLanguage,
        derivedFrom,
        basedOn,
        texts: own ? { translation: own.translation ?? null } : null,
        lessons: {
          done: lessonTexts.find((row) => row.language === tag)?._count ?? 0,
          total: Object.keys(structure.lessons).length,
          pending: Object.values(own?.lessonTranslations ?? {}).filter(isPending).length,
        },
        packages: packagesOf(structure, text, packageTranslations),
        words: wordsOf(Object.values(wordTranslations)),
        notes: ofNotes ? { translation: ofNotes.translation ?? null, behind: ofNotes.behind } : null,
        interface: ofInterface.translation ?? null,
        behind: derivedFrom ? { texts: false, lessons: [] } : behindOf(structure, text, own),
        tasks: derivedFrom
          ? noTasks
          : {
              course: tasksOf(own?.review ?? [], (place) => placeOf(place, tag)),
              packages: tasksOfPackages(structure, packageTranslations),
              words: tasksOfWords(wordTranslations),
              notes: tasksOf(ofNotes?.review ?? [], placeOfNote),
              interface: tasksOf(ofInterface.review, (place) => ({ name: place })),
            },
      };
    }),
  };
}

const noTasks = { course: [], packages: [], words: [], notes: [], interface: [] };

function behindOf({ course }: CourseStructure, { activities }: CourseText, own?: CourseText): Behind {
  return {
    texts: own?.behind?.texts ?? false,
    lessons: course.outline.flatMap((activity) => {
      if (activity.kind !== "lesson" || !own?.behind?.lessons.includes(activity.lesson)) return [];
      return [{ activity: activity.id, title: activities[activity.id]?.title ?? activity.id }];
    }),
  };
}

/** The packages that the course makes itself, by title. */
function packagesOf(
  structure: CourseStructure,
  { activities }: CourseText,
  packages: Record<string, PackageTranslation>,
) {
  return Object.entries(packages).map(([id, { translation = null, isBehind }]) => {
    const place = placeOfPackage(structure, id);
    const title = place.package && activities[place.package.activity]?.title;
    return { name: title ?? id, ...place, translation, isBehind };
  });
}

/** One state for the words of several kinds of packages; null when there are none. */
function wordsOf(
  kinds: PackageTranslation[],
): { translation: TranslationMark | null; isBehind: boolean } | null {
  const marks = kinds.flatMap(({ translation }) => translation ?? []);
  return kinds.length === 0
    ? null
    : {
        translation: marks.find(isPending) ?? marks[0] ?? null,
        isBehind: kinds.some(({ isBehind }) => isBehind),
      };
}

function isPending(mark: TranslationMark): boolean {
  return mark === translationMarks[0];
}

function statusOfInterface(tag: Language): TranslationStatus {
  const known = Object.entries(interfaceStatus).find(([language]) => language === tag);
  return known ? translationStatus.parse(known[1]) : { review: [] };
}
