import type { Question, QuestionText } from "./question-format.ts";

/** The names of the files that a question uses: the one it is about, and those that its situation shows or links. */
export function mediaOfQuestion(question: Question, texts: QuestionText[]): string[] {
  const own =
    question.type === "hotspot" ? [question.image] : question.type === "detection" ? [question.media] : [];
  const named = texts.flatMap(({ context = "" }) =>
    [...context.matchAll(/(!?)\[[^\]]*\]\(\s*([^\s)]+)/g)]
      .filter(([, sign, name = ""]) => sign === "!" || /^[^:#/?]+\.[a-z0-9]+$/i.test(name))
      .map(([, , name = ""]) => name.replace(/^media\//, "")),
  );
  return [...new Set([...own, ...named])];
}
