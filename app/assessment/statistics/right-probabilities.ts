/** Ability of each person and difficulty of each question on one scale, in logits. */
type Logits = { ability: number[]; difficulty: number[] };

/** `right` of `asked` questions by person, or of people by question. */
export type RightCount = { right: number; asked: number };

/**
 * G. Rasch's model estimated in one step by the normal approximation PROX (B. D. Wright and M. H. Stone, Best Test
 * Design, 1979, chapter 2): log odds of each count, half an answer added to either side, spread out for the differences
 * of the other side. Where people were asked different questions it takes those for equally hard on the whole.
 */
export function logitsOf(people: RightCount[], questions: RightCount[]): Logits {
  const ability = people.map(logOdds);
  const difficulty = questions.map((count) => -logOdds(count));
  const [ofPeople, ofQuestions] = [variance(ability), variance(difficulty)];
  // 1.7² and its square: how the logistic and the normal curve compare. A test without any spread to divide is bounded.
  const shared = Math.max(0.1, 1 - (ofPeople * ofQuestions) / 8.35);
  const stretchPeople = Math.sqrt((1 + ofQuestions / 2.89) / shared);
  const stretchQuestions = Math.sqrt((1 + ofPeople / 2.89) / shared);
  const middle = difficulty.reduce((sum, value) => sum + value, 0) / Math.max(1, difficulty.length);
  return {
    ability: ability.map((value) => stretchPeople * value),
    difficulty: difficulty.map((value) => stretchQuestions * (value - middle)),
  };
}

/** That a person of this ability is right at a question of this difficulty. */
export function rightProbability(ability: number, difficulty: number): number {
  return 1 / (1 + Math.exp(difficulty - ability));
}

function logOdds({ right, asked }: RightCount) {
  return Math.log((right + 0.5) / (asked - right + 0.5));
}

function variance(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
}
