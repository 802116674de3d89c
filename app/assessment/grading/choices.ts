import type { QuestionOf } from "#app/library/question-format.ts";

/** Share of the points for one option: all for the answer, a part for the options that are worth one. */
export function fractionOfOption(question: QuestionOf<"single" | "scenario">, response: unknown): number {
  if (typeof response !== "string") return 0;
  if (response === question.answer) return 1;
  const percents = question.partial ?? {};
  return Object.hasOwn(percents, response) ? (percents[response] ?? 0) / 100 : 0;
}

type Several = {
  options: readonly string[];
  answer: readonly string[];
  /** all: exactly the right ones; partial: share of the right ones chosen less share of the wrong ones, at least 0. */
  scoring: "all" | "partial";
};

/** Share of the points for several options. With `partial`, choosing everything gives 1 − 1 = 0. */
export function fractionOfSeveral({ options, answer, scoring }: Several, response: unknown): number {
  if (!Array.isArray(response)) return 0;
  const chosen = new Set<unknown>(response);
  const right = answer.filter((option) => chosen.has(option)).length;
  if (scoring !== "partial") return right === answer.length && chosen.size === answer.length ? 1 : 0;
  const wrongOptions = options.filter((option) => !answer.includes(option));
  const wrong = wrongOptions.filter((option) => chosen.has(option)).length;
  return Math.max(0, right / answer.length - (wrongOptions.length > 0 ? wrong / wrongOptions.length : 0));
}

/** Of an order: every place, or the share of neighbours that follow each other rightly. */
export function fractionOfOrder({ options, scoring }: QuestionOf<"order">, response: unknown): number {
  if (!Array.isArray(response) || response.length !== options.length) return 0;
  if (new Set(response).size !== response.length) return 0;
  if (scoring !== "pairs") return response.every((option, place) => option === options[place]) ? 1 : 0;
  const followers = new Map(options.map((option, place) => [option, options[place + 1]]));
  const right = response
    .slice(0, -1)
    .filter((option, place) => followers.get(option) === response[place + 1] && followers.has(option));
  return right.length / (options.length - 1);
}

/** Of pairs: every one, or the share of them. */
export function fractionOfPairs({ pairs, scoring }: QuestionOf<"match">, response: unknown): number {
  if (typeof response !== "object" || response === null) return 0;
  const chosen = response as Record<string, string>;
  const right = pairs.filter((pair) => Object.hasOwn(chosen, pair) && chosen[pair] === pair).length;
  if (scoring !== "each") return right === pairs.length ? 1 : 0;
  return right / pairs.length;
}
