import type { QuestionText, Rubric } from "#app/library/question-format.ts";

/** A criterion in words, its levels in order with their points. */
export type RubricLine = { id: string; title: string; levels: { text: string; points: number }[] };

export function rubricLines(rubric: Rubric, text: Pick<QuestionText, "rubric">): RubricLine[] {
  return rubric.map(({ id, levels }) => ({
    id,
    title: text.rubric?.[id]?.title || id,
    levels: levels.map((points, index) => ({
      points,
      text: text.rubric?.[id]?.levels[index] || String(points),
    })),
  }));
}
