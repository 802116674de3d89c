import { type ReadQuestions, type ReadSettings, sentence } from "./exchange.ts";
import { dataFile } from "./media-intake.ts";
import { QuestionGathering } from "./question-gathering.ts";
import { treeOfPlainText } from "./rich-text.ts";

const optionLine = /^\s*([A-Z])[.)]\s+(.+)$/;
const answerLine = /^\s*ANSWER:\s*([A-Z])\s*$/i;

/** Moodle documentation, "Aiken format": a question, lines "A. …" or "A) …", a line "ANSWER: B". */
export function isAiken(source: string): boolean {
  const lines = source.split(/\r?\n/, 2000);
  return lines.some((line) => answerLine.test(line)) && lines.some((line) => optionLine.test(line));
}

export function readAiken(source: string, settings: ReadSettings): ReadQuestions {
  const gathering = new QuestionGathering("aiken", settings);
  let asked: string[] = [];
  let options: { letter: string; text: string }[] = [];
  source.split(/\r?\n/).forEach((line, index) => {
    const option = optionLine.exec(line);
    const answer = answerLine.exec(line);
    if (answer) {
      const letter = answer[1]?.toUpperCase();
      const [text, choices] = [asked.join("\n"), options];
      [asked, options] = [[], []];
      gathering.question(text, () => draftOf(text, choices, letter), dataFile);
    } else if (option && asked.length > 0) {
      options.push({ letter: option[1] ?? "", text: option[2] ?? "" });
    } else if (line.trim() !== "") {
      if (options.length > 0) {
        gathering.leftOut(asked.join(" "), sentence("exchange.leftSyntax", { line: index + 1 }));
        [asked, options] = [[], []];
      }
      asked.push(line.trim());
    }
  });
  if (asked.length > 0) gathering.leftOut(asked.join(" "), sentence("exchange.leftNoKey"));
  return gathering.result();
}

function draftOf(text: string, options: { letter: string; text: string }[], right: string | undefined) {
  return {
    name: "",
    category: "",
    stem: treeOfPlainText(text),
    why: [],
    points: 1,
    tags: [],
    isRetired: false,
    asked: {
      kind: "choice" as const,
      isSingle: true,
      scoring: "all" as const,
      options: options.map((option) => ({
        nodes: treeOfPlainText(option.text),
        percent: option.letter === right ? 100 : 0,
        feedback: [],
      })),
    },
  };
}
