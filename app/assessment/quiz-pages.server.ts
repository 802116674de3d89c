import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import type { QuestionType } from "#app/library/question-format.ts";
import { db } from "#app/platform/db.server.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";
import { compareIn } from "#app/platform/locale.ts";

import { bankOfCourse } from "./bank-directory.server.ts";
import { questionCountOf } from "./quiz-content.server.ts";
import { formOfDraw, rulesOf } from "./quiz-draw-form.ts";
import { type QuizTitles, requireOrdinaryQuiz, requireTaughtQuiz } from "./quiz-editor.server.ts";
import type { PooledQuestion } from "./quiz-questions.server.ts";
import { stepOf, titleOf } from "./quiz-title.ts";
import { settingsFields } from "./quiz-settings-form.ts";
import { listAskable, listSharedBanks, reportDraw, scarceKinds } from "./quiz-sources.server.ts";
import { questionTextIn } from "./stored-question.server.ts";
import { getQuizVersion } from "./stored-quiz.server.ts";

/** Every quiz of a course that the actor teaches, those with a place in the outline first. Throws like `requireTeaching`. */
export async function quizListPage(actor: Actor, courseSlug: string, language: Language) {
  const course = await requireTeaching(actor, courseSlug);
  const { text } = await getCourseText(course.versionId, language);
  const rows = await db.quiz.findMany({
    where: { courseId: course.courseId, currentVersionId: { not: null } },
    orderBy: { slug: "asc" },
    include: { _count: { select: { attempts: true } } },
  });
  const entries = await Promise.all(
    rows.map(async (row) => {
      const quiz = await getQuizVersion(row.currentVersionId as string);
      const step = stepOf(course, quiz.slug);
      return {
        slug: quiz.slug,
        title: titleOf(course, text.activities, quiz.slug, row.titles as QuizTitles, language),
        mode: quiz.settings.mode,
        questionCount: await questionCountOf(quiz),
        isDrawn: quiz.settings.draw !== undefined,
        activityId: step?.id ?? null,
        /** Place in the outline, from 1; null for a quiz without one. */
        step: step ? course.structure.course.outline.indexOf(step) + 1 : null,
        attempts: row._count.attempts,
      };
    }),
  );
  const compare = compareIn(language);
  const place = ({ step }: { step: number | null }) => step ?? Number.MAX_SAFE_INTEGER;
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    languages: writtenLanguages(course),
    quizzes: entries
      .filter(({ mode, step }) => mode !== "check" || step !== null)
      .sort((a, b) => place(a) - place(b) || compare(a.title, b.title)),
    /** Only lessons show these. */
    checks: entries.filter(({ mode, step }) => mode === "check" && step === null).length,
  };
}

/** What every page of one quiz shows: where it belongs and what it is called. Throws like `requireTaughtQuiz`. */
export async function quizHeading(actor: Actor, courseSlug: string, slug: string, language: Language) {
  const { course, row, quiz } = await requireTaughtQuiz(actor, courseSlug, slug);
  const { text } = await getCourseText(course.versionId, language);
  const titles = row.titles as QuizTitles;
  const step = stepOf(course, slug);
  return {
    slug: course.slug,
    courseTitle: text.course.title,
    quizSlug: slug,
    title: titleOf(course, text.activities, slug, titles, language),
    mode: quiz.settings.mode,
    activityId: step?.id ?? null,
    asksAnything: (await questionCountOf(quiz)) > 0,
    version: quiz.number,
  };
}

/** The form of a quiz's settings as it is now, and the quizzes it could be the post-test of. */
export async function settingsPage(actor: Actor, courseSlug: string, slug: string, language: Language) {
  const heading = await quizHeading(actor, courseSlug, slug, language);
  const { quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  const { quizzes } = await quizListPage(actor, courseSlug, language);
  return {
    ...heading,
    fields: settingsFields(quiz.settings),
    scarce: await scarceKinds(quiz),
    others: quizzes.flatMap((other) =>
      other.slug !== slug && other.mode === "test" ? [{ slug: other.slug, title: other.title }] : [],
    ),
  };
}

/** What a quiz asks and what it could ask. Throws like `requireOrdinaryQuiz`. */
export async function questionsPage(actor: Actor, courseSlug: string, slug: string, language: Language) {
  const heading = await quizHeading(actor, courseSlug, slug, language);
  const { course, quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  const [askable, banks, { text }] = await Promise.all([
    listAskable(course.courseId),
    listSharedBanks(),
    getCourseText(course.versionId, language),
  ]);
  const { draw, postTestOf } = quiz.settings;
  const own = askable.filter(({ bankId }) => !banks.some(({ id }) => id === bankId));
  const isLikePreTest = postTestOf !== undefined && !draw && quiz.questionIds.length === 0;
  return {
    ...heading,
    bankId: await bankOfCourse(actor, course.courseId),
    canFollowPreTest: postTestOf !== undefined,
    way: isLikePreTest ? ("same" as const) : draw ? ("draw" as const) : ("list" as const),
    chosen: quiz.questionIds,
    questions: askable.map((question) => listed(question, banks, language)),
    categories: countedPaths(own),
    sharedBanks: banks.map((bank) => ({
      ...bank,
      categories: countedPaths(askable.filter(({ bankId }) => bankId === bank.id)),
    })),
    tags: [...new Set(askable.flatMap(({ question }) => question.tags))].sort(),
    lessons: [...new Set(askable.flatMap(({ question }) => question.lesson ?? []))]
      .sort()
      .map((id) => ({ id, title: text.activities[id]?.title ?? id })),
    types: [...new Set(askable.map(({ question }) => question.type))],
    drawForm: formOfDraw(draw),
    scarce: await scarceKinds(quiz),
    report: draw ? await reportDraw(course.courseId, { ...draw, atLeast: [], rules: rulesOf(draw) }) : null,
  };
}

function listed(question: PooledQuestion, banks: { id: string; title: string }[], language: Language) {
  return {
    id: question.questionId,
    key: question.key,
    q: questionTextIn(question, language).text.q,
    type: question.question.type as QuestionType,
    category: question.category,
    /** Null: of the course's own bank. */
    bank: banks.find(({ id }) => id === question.bankId)?.title ?? null,
    isCritical: question.question.critical,
  };
}

/** The categories of questions, with how many are in each and inside it. */
function countedPaths(questions: PooledQuestion[]): { path: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of questions) {
    const names = category.split("/");
    names.forEach((_, index) => {
      const path = names.slice(0, index + 1).join("/");
      counts.set(path, (counts.get(path) ?? 0) + 1);
    });
  }
  return [...counts].map(([path, count]) => ({ path, count })).sort((a, b) => a.path.localeCompare(b.path));
}

/** What the page for a quiz's place needs, and whether it may be taken away for good. */
export async function placePage(actor: Actor, courseSlug: string, slug: string, language: Language) {
  const heading = await quizHeading(actor, courseSlug, slug, language);
  const { course, row } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  const { text } = await getCourseText(course.versionId, language);
  const step = stepOf(course, slug);
  const written = writtenLanguages(course);
  const titles = await Promise.all(
    written.map(async (tag) => {
      const { text: inLanguage } = await getCourseText(course.versionId, tag as Language);
      const placed = step && inLanguage.activities[step.id]?.title;
      return [tag, placed ?? (row.titles as QuizTitles)[tag] ?? ""] as const;
    }),
  );
  const outline = course.structure.course.outline;
  return {
    ...heading,
    languages: written,
    titles: Object.fromEntries(titles),
    current: step && {
      minutes: step.minutes,
      required: step.required,
      after: step.after,
      place: outline[outline.indexOf(step) - 1]?.id ?? "",
    },
    outline: outline
      .filter(({ id }) => id !== step?.id)
      .map(({ id, after, hidden }) => ({ id, title: text.activities[id]?.title ?? id, after, hidden })),
  };
}

/** Those a course is written in; others are derived from them. */
function writtenLanguages({ structure }: PublishedCourse): string[] {
  return structure.course.languages.filter((tag) => !isDerivedLanguage(tag));
}
