import { quizHeading } from "#app/assessment/quiz-pages.server.ts";
import { requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { findSimilarAnswers } from "#app/assessment/quiz-statistics.server.ts";
import { falseAlarms, mostCompared } from "#app/assessment/statistics/similar-answers.ts";
import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import type { I18n } from "#app/platform/i18n.tsx";

import type { ReportTable } from "./report-table.ts";

/**
 * Pairs of people whose wrong answers match more than chance explains, with their names: for the course's trainers and
 * administrators only. A person whose attempt is gone is not named. Throws like `requireTaughtQuiz`.
 */
export async function similarAnswersReport(actor: Actor, course: string, quiz: string, i18n: I18n) {
  const heading = await quizHeading(actor, course, quiz, i18n.language);
  const { id } = (await requireTaughtQuiz(actor, course, quiz)).quiz;
  const similar = await findSimilarAnswers(id);
  const names = await namesOf(similar?.found.flatMap(({ attemptIds }) => attemptIds) ?? []);
  const found = (similar?.found ?? []).flatMap(({ attemptIds: [first, second], ...pair }) => {
    const people = { first: names.get(first), second: names.get(second) };
    return people.first && people.second ? [{ ...pair, first: people.first, second: people.second }] : [];
  });
  return {
    ...heading,
    quizSlug: quiz,
    computedAt: similar?.computedAt ?? null,
    n: similar?.n ?? 0,
    pairs: similar?.pairs ?? 0,
    falseAlarms,
    mostCompared,
    table: pairTable(i18n, found),
  };
}

type NamedPair = {
  first: string;
  second: string;
  bothWrong: number;
  same: number;
  expected: number;
  probability: number;
};

function pairTable({ t, formatNumber }: I18n, pairs: NamedPair[]): ReportTable {
  return {
    id: "similar",
    title: t("statistics.similar"),
    columns: [
      { key: "people", header: t("statistics.similarPair"), isRowHeader: true },
      { key: "both", header: t("statistics.similarBoth"), isNumeric: true },
      { key: "same", header: t("statistics.similarSame"), isNumeric: true },
      { key: "expected", header: t("statistics.similarExpected"), isNumeric: true },
      { key: "probability", header: t("statistics.similarProbability"), isNumeric: true },
    ],
    rows: pairs.map(({ first, second, bothWrong, same, expected, probability }) => ({
      people: t("statistics.similarPairs", { first, second }),
      both: formatNumber(bothWrong, 0),
      same: formatNumber(same, 0),
      expected: formatNumber(expected),
      probability: t("statistics.rarer", {
        n: formatNumber(10 ** Math.min(15, Math.floor(-Math.log10(Math.max(probability, 1e-300)))), 0),
      }),
    })),
    footnotes: [],
  };
}

async function namesOf(attemptIds: string[]): Promise<Map<string, string>> {
  const rows = await db.attempt.findMany({
    where: { id: { in: attemptIds } },
    select: { id: true, enrolment: { select: { user: { select: { name: true, email: true } } } } },
  });
  return new Map(rows.map(({ id, enrolment: { user } }) => [id, user.name || user.email]));
}
