import { jurisdictions, sectors } from "#app/identity/background.ts";
import type { Survey } from "#app/library/course-format.ts";
import { db } from "#app/platform/db.server.ts";
import { smallestGroup } from "#app/surveys/survey.server.ts";
import { type SurveyAnswers, surveyAnswers } from "#app/surveys/survey-answers.ts";

import { hiddenGroups, mean, netPromoterScore, proportion, type Proportion } from "./statistics.ts";

export type SurveyRow = { courseSlug: string; day: Date; answers: SurveyAnswers };

/** Released answers of all courses. */
export async function listSurveyRows(): Promise<SurveyRow[]> {
  const rows = await db.surveyResponse.findMany({
    select: { courseSlug: true, day: true, answers: true },
  });
  return rows.map((row) => ({ ...row, answers: surveyAnswers.parse(row.answers) }));
}

/** Which question of every survey asks for overall satisfaction (CURRICULUM 6, A9). */
export const overallQuestion = "S-A9";

export const groupQuestions = { jurisdiction: "S-D1", sector: "S-D2" } as const;
export const groupCodes = { jurisdiction: jurisdictions, sector: sectors } as const;

export type Satisfaction = { n: number; mean: number | null; satisfied: Proportion | null };

/** Overall satisfaction: mean of 1–5 and the share of 4 and 5; no figure of fewer than five answers. */
export function satisfactionOf(rows: SurveyRow[]): Satisfaction {
  const values = scaleValues(rows, overallQuestion);
  if (values.length < smallestGroup) return { n: values.length, mean: null, satisfied: null };
  return {
    n: values.length,
    mean: mean(values),
    satisfied: proportion(values.filter((value) => value >= 4).length, values.length),
  };
}

/** Satisfaction by a group that people named themselves; null where it must not be shown. */
export function satisfactionBy(
  rows: SurveyRow[],
  group: keyof typeof groupQuestions,
): { code: string; satisfaction: Satisfaction | null }[] {
  const groups = new Map<string, SurveyRow[]>(groupCodes[group].map((code) => [code, []]));
  groups.set("", []);
  for (const row of rows) {
    const answer = row.answers[groupQuestions[group]];
    const code = answer && "option" in answer ? answer.option : "";
    (groups.get(code) ?? groups.get(""))?.push(row);
  }
  return withoutSmall(groups);
}

/**
 * The answers of one course, or none when its figures must not be shown: it has too few, or another course's could be
 * computed from all and these.
 */
export function rowsOfCourse(rows: SurveyRow[], courseSlug: string): SurveyRow[] {
  const slugs = new Set(rows.map((row) => row.courseSlug));
  const byCourse = new Map(
    [...slugs].map((slug) => [slug, rows.filter((row) => row.courseSlug === slug)] as const),
  );
  const shown = withoutSmall(byCourse).find(({ code }) => code === courseSlug)?.satisfaction;
  return shown ? (byCourse.get(courseSlug) ?? []) : [];
}

/** Satisfaction by any grouping of the rows, such as months; null where it must not be shown. */
export function withoutSmall(
  groups: Map<string, SurveyRow[]>,
): { code: string; satisfaction: Satisfaction | null }[] {
  const satisfactions = new Map([...groups].map(([code, rows]) => [code, satisfactionOf(rows)]));
  const hidden = hiddenGroups(new Map([...satisfactions].map(([code, { n }]) => [code, n])), smallestGroup);
  return [...satisfactions].map(([code, satisfaction]) => ({
    code,
    satisfaction: hidden.has(code) ? null : satisfaction,
  }));
}

export type QuestionSummary =
  | { id: string; kind: "scale"; n: number; mean: number | null; satisfied: Proportion | null }
  | { id: string; kind: "before-now"; n: number; before: number | null; now: number | null }
  | { id: string; kind: "choice"; n: number; counts: { option: string; count: number | null }[] }
  | { id: string; kind: "nps"; n: number; score: number | null }
  | { id: string; kind: "text"; n: number; texts: string[] };

/** Every question of a survey in figures. Fewer than five answers to a question give no figure. */
export function summarise(survey: Survey, rows: SurveyRow[]): QuestionSummary[] {
  return survey.questions.map((question): QuestionSummary => {
    const { id } = question;
    const answers = rows.flatMap((row) => row.answers[id] ?? []);
    const isShown = answers.length >= smallestGroup;
    switch (question.type) {
      case "scale": {
        const values = scaleValues(rows, id);
        return {
          id,
          kind: "scale",
          n: values.length,
          mean: isShown ? mean(values) : null,
          satisfied: isShown ? proportion(values.filter((value) => value >= 4).length, values.length) : null,
        };
      }
      case "before-now": {
        const pairs = answers.flatMap((answer) =>
          "now" in answer && answer.now !== null && answer.before !== null
            ? [{ before: answer.before, now: answer.now }]
            : [],
        );
        const isEnough = pairs.length >= smallestGroup;
        return {
          id,
          kind: "before-now",
          n: pairs.length,
          before: isEnough ? mean(pairs.map(({ before }) => before)) : null,
          now: isEnough ? mean(pairs.map(({ now }) => now)) : null,
        };
      }
      case "choice": {
        const counts = new Map(question.options.map((option) => [option, 0]));
        for (const answer of answers) {
          if ("option" in answer) counts.set(answer.option, (counts.get(answer.option) ?? 0) + 1);
        }
        const hidden = hiddenGroups(counts, smallestGroup);
        return {
          id,
          kind: "choice",
          n: answers.length,
          counts: [...counts].map(([option, count]) => ({
            option,
            count: hidden.has(option) ? null : count,
          })),
        };
      }
      case "nps": {
        const scores = answers.flatMap((answer) => ("score" in answer ? [answer.score] : []));
        return { id, kind: "nps", n: scores.length, score: netPromoterScore(scores) };
      }
      case "text":
        return {
          id,
          kind: "text",
          n: answers.length,
          texts: answers.flatMap((answer) => ("text" in answer ? [answer.text] : [])),
        };
    }
  });
}

function scaleValues(rows: SurveyRow[], id: string): number[] {
  return rows.flatMap((row) => {
    const answer = row.answers[id];
    return answer && "scale" in answer ? [answer.scale] : [];
  });
}
