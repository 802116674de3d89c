import type { Draw, DrawRule } from "#app/library/quiz-format.ts";
import type { Question } from "#app/library/question-format.ts";

/** What a draw has to know of a question. */
export type DrawCandidate = Pick<Question, "type" | "critical" | "tags"> & {
  lesson?: string;
  difficulty?: Question["difficulty"];
  /** Path of its category. */
  category?: string;
};

/** The part of a draw that says what is drawn; where from is the pool's business. */
export type Blueprint = {
  count: number;
  perLesson: number;
  atLeast: Draw["atLeast"];
  rules?: DrawRule[];
  allCritical: boolean;
};

export type DrawConditionKind =
  { kind: "lesson"; lesson: string } | { kind: "types"; index: number } | { kind: "rule"; index: number };

/** At least `needed` of those drawn fit. */
export type DrawCondition = DrawConditionKind & {
  needed: number;
  fits: (candidate: DrawCandidate) => boolean;
};

/** What a draw must give, as conditions that one question may meet several of. */
export function conditionsOf(pool: readonly DrawCandidate[], blueprint: Blueprint): DrawCondition[] {
  const lessons = [...new Set(pool.flatMap(({ lesson }) => (lesson === undefined ? [] : [lesson])))];
  const perLesson = lessons.map((lesson) => ({
    kind: "lesson" as const,
    lesson,
    needed: blueprint.perLesson,
    fits: (candidate: DrawCandidate) => candidate.lesson === lesson,
  }));
  const atLeast = blueprint.atLeast.map(({ types, count }, index) => ({
    kind: "types" as const,
    index,
    needed: count,
    fits: ({ type }: DrawCandidate) => types.includes(type),
  }));
  const rules = (blueprint.rules ?? []).map((rule, index) => ({
    kind: "rule" as const,
    index,
    needed: rule.count,
    fits: (candidate: DrawCandidate) => meetsRule(candidate, rule),
  }));
  return [...perLesson, ...atLeast, ...rules].filter(({ needed }) => needed > 0);
}

/** Whether a question meets every condition that a rule gives; an empty list is none. */
export function meetsRule(candidate: DrawCandidate, rule: DrawRule): boolean {
  const { category, lesson, difficulty } = candidate;
  return (
    (rule.categories.length === 0 ||
      (category !== undefined && rule.categories.some((path) => isInCategory(category, path)))) &&
    (rule.tags.length === 0 || rule.tags.some((tag) => candidate.tags.includes(tag))) &&
    (rule.lessons.length === 0 || (lesson !== undefined && rule.lessons.includes(lesson))) &&
    (rule.difficulties.length === 0 ||
      (difficulty !== undefined && rule.difficulties.includes(difficulty))) &&
    (rule.types.length === 0 || rule.types.includes(candidate.type))
  );
}

/** "Consent/Images" is in "Consent", and in itself. */
export function isInCategory(path: string, around: string): boolean {
  return path === around || path.startsWith(`${around}/`);
}
