import type { Question, QuestionText } from "./question-format.ts";

/** The names of the files that a question uses: the one it is about, and the pictures of its situation. */
export function mediaOfQuestion(question: Question, texts: QuestionText[]): string[] {
  const own =
    question.type === "hotspot" ? [question.image] : question.type === "detection" ? [question.media] : [];
  const pictures = texts.flatMap(({ context = "" }) =>
    [...context.matchAll(/!\[[^\]]*\]\(\s*([^\s)]+)/g)].map(([, name = ""]) => name.replace(/^media\//, "")),
  );
  return [...new Set([...own, ...pictures])];
}
