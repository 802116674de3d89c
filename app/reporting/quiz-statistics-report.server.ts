import { quizHeading } from "#app/assessment/quiz-pages.server.ts";
import { requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import {
  type CountedAttempts,
  countedAttempts,
  findQuizStatistics,
  isStale,
  type QuizStatistics,
  requestQuizStatistics,
} from "#app/assessment/quiz-statistics.server.ts";
import { fewestForFigures } from "#app/assessment/statistics/item-flags.ts";
import { getQuestionVersions, questionTextIn } from "#app/assessment/stored-question.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import { type CountedQuestion, itemStatisticsTable } from "./item-statistics-table.ts";
import { questionAnswers } from "./question-answers.ts";

/** What an address says of which attempts count; each learner's first unless it says otherwise. */
export function countedIn(address: string): CountedAttempts {
  const said = new URL(address).searchParams.get("attempts");
  return countedAttempts.find((name) => name === said) ?? "first";
}

/**
 * How good a quiz and its questions are, hardest first, for the course's trainers and administrators. Figures of fewer
 * than five attempts are left out. Throws like `requireTaughtQuiz`.
 */
export async function quizStatisticsReport(
  actor: Actor,
  { course, quiz, attempts }: { course: string; quiz: string; attempts: CountedAttempts },
  i18n: I18n,
) {
  const heading = await quizHeading(actor, course, quiz, i18n.language);
  const { id, settings } = await taughtQuiz(actor, course, quiz);
  const [statistics, hasChanged] = await Promise.all([findQuizStatistics(id, attempts), isStale(id)]);
  const questions = statistics ? await countedQuestions(statistics, i18n) : [];
  return {
    ...heading,
    quizSlug: quiz,
    attempts,
    isStale: hasChanged,
    computedAt: statistics?.computedAt ?? null,
    n: statistics?.n ?? 0,
    figures: statistics && statistics.figures.n >= fewestForFigures ? statistics.figures : null,
    fewest: fewestForFigures,
    isTest: settings.mode === "test",
    itemTable: itemStatisticsTable(i18n, questions),
    versionIds: questions.map(({ versionId }) => versionId),
  };
}

/** What was answered to one version of a question. Throws like `requireTaughtQuiz`, and NotFoundError without figures. */
export async function questionStatisticsReport(
  actor: Actor,
  {
    course,
    quiz,
    version,
    attempts,
  }: { course: string; quiz: string; version: string; attempts: CountedAttempts },
  i18n: I18n,
) {
  const heading = await quizHeading(actor, course, quiz, i18n.language);
  const { id } = await taughtQuiz(actor, course, quiz);
  const statistics = await findQuizStatistics(id, attempts);
  const counted = statistics && (await countedQuestions(statistics, i18n));
  const question = counted?.find(({ versionId }) => versionId === version);
  if (!question || question.figures.n < fewestForFigures) throw new NotFoundError();
  return {
    ...heading,
    quizSlug: quiz,
    attempts,
    version,
    name: i18n.t("statistics.version", { key: question.question.id, number: question.number }),
    q: question.text.q,
    itemTable: itemStatisticsTable(i18n, [question]),
    ...questionAnswers(i18n, question),
  };
}

/** Asks for the figures anew. Throws like `requireTaughtQuiz`. */
export async function recompute(actor: Actor, course: string, quiz: string): Promise<void> {
  await requestQuizStatistics((await taughtQuiz(actor, course, quiz)).id);
}

async function taughtQuiz(actor: Actor, course: string, quiz: string) {
  return (await requireTaughtQuiz(actor, course, quiz)).quiz;
}

/** Hardest first; those with too few answers last. */
async function countedQuestions({ items }: QuizStatistics, { language }: I18n): Promise<CountedQuestion[]> {
  const stored = await getQuestionVersions([...items.keys()]);
  const counted = stored.flatMap((version) => {
    const figures = items.get(version.versionId);
    const { text } = questionTextIn(version, language);
    const { versionId, number, question } = version;
    return figures ? [{ versionId, number, question, text, figures }] : [];
  });
  const difficulty = ({ figures }: CountedQuestion) => (figures.n < fewestForFigures ? 2 : figures.facility);
  return counted.sort((a, b) => difficulty(a) - difficulty(b) || a.question.id.localeCompare(b.question.id));
}
