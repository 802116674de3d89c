/** An answer to one question of an attempt, as the statistics need it. */
export type ScoredAnswer = {
  questionVersionId: string;
  /** Null while a person has yet to grade it: then it counts for nothing. */
  earned: number | null;
  max: number;
  /** From the answer before it (or the start) to this one; null where nothing was answered. */
  seconds: number | null;
  /** Null where nothing was answered. */
  given: GivenAnswer | null;
};

/** `key` is the same for the same answer; `parts` are what was chosen or written in it, for counting. */
export type GivenAnswer = { key: string; parts: string[] };

/** Graded answers to one version of a question, a column a property, by attempt. */
export type ItemAnswers = {
  max: number;
  /** Place of the attempt in `AnswerSet.attempts`. */
  attempt: number[];
  earned: number[];
  /** Place in `answers`; −1 where nothing was answered. */
  answer: number[];
  seconds: number[];
  answers: GivenAnswer[];
  placeOfAnswer: Map<string, number>;
};

export type AttemptTotal = { earned: number; max: number; isComplete: boolean };

/**
 * Answers to a quiz in columns: ten thousand attempts at thirty questions are three hundred thousand answers, which as
 * objects would take ten times the memory.
 */
export type AnswerSet = { attempts: AttemptTotal[]; items: Map<string, ItemAnswers> };

export function emptyAnswerSet(): AnswerSet {
  return { attempts: [], items: new Map() };
}

/** Adds one attempt; returns its place. */
export function addAttempt(set: AnswerSet, answers: ScoredAnswer[]): number {
  const place = addEmptyAttempt(set);
  for (const answer of answers) addAnswer(set, place, answer);
  return place;
}

/** Adds an attempt without answers yet; returns its place. */
export function addEmptyAttempt({ attempts }: AnswerSet): number {
  return attempts.push({ earned: 0, max: 0, isComplete: true }) - 1;
}

/** Adds an answer to the attempt at a place. */
export function addAnswer(
  set: AnswerSet,
  place: number,
  { questionVersionId, earned, max, seconds, given }: ScoredAnswer,
): void {
  const total = set.attempts[place];
  if (!total) throw new Error(`there is no attempt at ${place}`);
  if (earned === null) {
    total.isComplete = false;
    return;
  }
  total.earned += earned;
  total.max += max;
  const item = itemOf(set, questionVersionId, max);
  item.attempt.push(place);
  item.earned.push(earned);
  item.answer.push(given ? placeOf(item, given) : -1);
  if (seconds !== null) item.seconds.push(seconds);
}

function itemOf({ items }: AnswerSet, id: string, max: number): ItemAnswers {
  const known = items.get(id);
  if (known) return known;
  const item = {
    max,
    attempt: [],
    earned: [],
    answer: [],
    seconds: [],
    answers: [],
    placeOfAnswer: new Map(),
  };
  items.set(id, item);
  return item;
}

function placeOf({ answers, placeOfAnswer }: ItemAnswers, given: GivenAnswer): number {
  const known = placeOfAnswer.get(given.key);
  if (known !== undefined) return known;
  placeOfAnswer.set(given.key, answers.length);
  return answers.push(given) - 1;
}

/** Result in percent of the points graded so far; 0 where nothing was graded. */
export function percentOf({ earned, max }: AttemptTotal): number {
  return max > 0 ? (100 * earned) / max : 0;
}
