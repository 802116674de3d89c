import { copyQuizIn } from "#app/assessment/copied-quiz.server.ts";
import { questionsOfCourse } from "#app/assessment/course-questions.server.ts";
import { type QuizTitles, requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { type PooledQuestion, questionsOfQuiz } from "#app/assessment/quiz-questions.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { Question } from "#app/library/question-format.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { quizSettings, type QuizSettings } from "#app/library/quiz-format.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import type { TransferPlan } from "./transfer-plan.server.ts";
import type { BankNames } from "./transferred.server.ts";

/** Where copies go: a course and what it is called. */
type BankTarget = { course: PublishedCourse; title: string };

/** Why an activity cannot go into another course; null when it can. */
export async function transferFault(
  actor: Actor,
  course: PublishedCourse,
  { activity }: TransferPlan,
): Promise<MessageKey | null> {
  if (activity.kind === "survey") return "transfer.survey";
  const asked = quizOf(activity);
  if (asked === null) return null;
  const { quiz } = await requireTaughtQuiz(actor, course.slug, asked);
  if (quiz.settings.draw) return "transfer.quizDraws";
  return quiz.settings.postTestOf === undefined ? null : "transfer.quizIsPostTest";
}

/** What an activity has in the bank of its course: a quiz, or questions inside a lesson. */
type BankParts = { settings: QuizSettings; questions: PooledQuestion[] };

/** Reads it; null where there is nothing. Throws like `requireTaughtQuiz`. */
export async function bankPartsOf(
  actor: Actor,
  course: PublishedCourse,
  { activity, checks }: TransferPlan,
): Promise<BankParts | null> {
  const asked = quizOf(activity);
  if (asked !== null) {
    const { quiz } = await requireTaughtQuiz(actor, course.slug, asked);
    return { settings: quiz.settings, questions: await questionsOfQuiz(quiz) };
  }
  if (checks.length === 0) return null;
  const known = await questionsOfCourse(course.versionId, "check");
  return {
    settings: quizSettings.parse({ mode: "check" }),
    questions: checks.flatMap((key) => known.find((one) => one.key === key) ?? []),
  };
}

/**
 * Copies it into the bank of another course. Serializable callers only, who have checked that the actor teaches both.
 */
export async function copyBankParts(
  tx: Transaction,
  actor: Actor,
  to: BankTarget,
  { plan, titles, bank }: { plan: TransferPlan; titles: QuizTitles; bank: BankParts | null },
): Promise<BankNames> {
  if (!bank) return { quiz: null, checks: new Map() };
  const isQuiz = quizOf(plan.activity) !== null;
  const { slug, keys } = await copyQuizIn(tx, actor, {
    ...bank,
    toCourse: { courseId: to.course.courseId, slug: to.course.slug, title: to.title },
    wanted: isQuiz ? plan.id : `${plan.id}-questions`,
    titles,
    adapt: (question) => adapted(question, plan),
  });
  return { quiz: isQuiz ? slug : null, checks: keys };
}

/** A question belongs to the lesson that comes along, or to none. */
function adapted(question: Question, { activity, id, facts }: TransferPlan): Question {
  const { lesson, ...plain } = question;
  const isOwn = activity.kind === "lesson" && lesson === activity.id;
  return {
    ...plain,
    facts: question.facts.flatMap((fact) => facts.get(fact) ?? []),
    ...(isOwn && { lesson: id }),
  } as Question;
}
