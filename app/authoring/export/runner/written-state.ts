import type { MarkedAttempt } from "#app/assessment/outcome.ts";

import type { CourseData } from "./course-data.ts";
import { type CourseState, nothingDone, type OpenAttempt, type QuizState } from "./course-state.ts";

/** Short names: a platform of SCORM 1.2 may take no more than 4,096 characters. */
type Written = {
  a: string | null;
  /** By lesson: "1" for each page that was read, in order. */
  r: Record<string, string>;
  q: Record<string, WrittenQuiz>;
};

type WrittenQuiz = {
  n: number;
  /** number, percent, critical ones missed, passed */
  c: [number, number, number, 0 | 1][];
  p?: string[];
  o?: { s: number; a: OpenAttempt["answers"]; t?: number[] };
};

/**
 * A state as text of at most `capacity` characters. Where it would be longer, the answers of open attempts are left out:
 * they ask the same again.
 */
export function writtenState(data: CourseData, state: CourseState, capacity: number): string {
  const whole = JSON.stringify(shortened(data, state));
  if (whole.length <= capacity) return whole;
  const quizzes = Object.fromEntries(
    Object.entries(state.quizzes).map(([id, quiz]) => [
      id,
      { ...quiz, open: quiz.open && { ...quiz.open, answers: {}, told: [] } },
    ]),
  );
  return JSON.stringify(shortened(data, { ...state, quizzes }));
}

/** The opposite of `writtenState`; nothing done where it cannot be read. */
export function readState(data: CourseData, text: string): CourseState {
  try {
    const { a, r, q } = JSON.parse(text) as Written;
    return {
      at: typeof a === "string" ? a : null,
      read: Object.fromEntries(
        Object.entries(r).map(([id, bits]) => [id, pagesOf(data, id).filter((_, n) => isSet(bits, n))]),
      ),
      quizzes: Object.fromEntries(Object.entries(q).map(([id, quiz]) => [id, readQuiz(quiz)])),
    };
  } catch {
    return nothingDone;
  }
}

function shortened(data: CourseData, { at, read, quizzes }: CourseState): Written {
  return {
    a: at,
    r: Object.fromEntries(
      Object.entries(read).map(([id, pages]) => [
        id,
        pagesOf(data, id)
          .map((page) => (pages.includes(page) ? "1" : "0"))
          .join(""),
      ]),
    ),
    q: Object.fromEntries(Object.entries(quizzes).map(([id, quiz]) => [id, writtenQuiz(quiz)])),
  };
}

function writtenQuiz({ taken, counted, asked, open }: QuizState): WrittenQuiz {
  return {
    n: taken,
    c: counted.map(({ number, percent, criticalMissed, isPassed }) => [
      number,
      Number(percent.toFixed(4)),
      criticalMissed,
      isPassed ? 1 : 0,
    ]),
    ...(asked.length > 0 ? { p: asked } : {}),
    ...(open
      ? { o: { s: open.seed, a: open.answers, ...(open.told.length > 0 ? { t: open.told } : {}) } }
      : {}),
  };
}

function readQuiz({ n, c, p, o }: WrittenQuiz): QuizState {
  return {
    taken: n,
    counted: c.map(([number, percent, criticalMissed, passed]): MarkedAttempt => ({
      number,
      percent,
      criticalMissed,
      isPassed: passed === 1,
    })),
    asked: p ?? [],
    open: o ? { seed: o.s, answers: o.a, told: o.t ?? [] } : null,
  };
}

function pagesOf(data: CourseData, id: string): string[] {
  return (data.steps.find((step) => step.id === id)?.pages ?? []).map((page) => page.id);
}

function isSet(bits: string, place: number): boolean {
  return bits[place] === "1";
}
