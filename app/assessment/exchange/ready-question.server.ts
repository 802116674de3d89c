import type { Question, QuestionText } from "#app/library/question-format.ts";
import { withFilesRenamed } from "#app/library/question-media.ts";
import { questionFaults } from "#app/library/question-rules.ts";
import { questionTextFaults } from "#app/library/question-text-rules.ts";
import { isDerivedLanguage, isLanguage, type Language } from "#app/platform/languages.ts";

import { mainLanguage } from "../completeness.ts";
import type { QuestionContent } from "../question-version.server.ts";
import { type LeftOut, type ReadQuestion, sentence, type Sentence } from "./exchange.ts";
import { FileIntake } from "./file-intake.server.ts";

/** A question whose files are known by their content, as it is to be saved. */
export type ReadyQuestion = {
  name: string;
  category: string;
  isRetired: boolean;
  content: QuestionContent;
  notes: Sentence[];
};

/**
 * Makes questions ready to be compared and saved; with `isKept` their files are stored, by their content, which harms
 * nothing when the questions are not saved in the end. Left out is a question without a text in one of our languages, one
 * that breaks a rule, in its structure or in the language it is written in first, and one whose picture is not there.
 */
export async function readyQuestions(
  questions: ReadQuestion[],
  isKept: boolean,
): Promise<{ ready: ReadyQuestion[]; leftOut: LeftOut[] }> {
  const ready: ReadyQuestion[] = [];
  const leftOut: LeftOut[] = [];
  const intake = new FileIntake(isKept);
  try {
    for (const question of questions) {
      const result = await readyOrReason(question, intake);
      if ("content" in result) ready.push(result);
      else leftOut.push({ name: question.name, reason: result });
    }
  } finally {
    intake.end();
  }
  return { ready, leftOut };
}

async function readyOrReason(read: ReadQuestion, intake: FileIntake): Promise<ReadyQuestion | Sentence> {
  const texts = textsOf(read.texts);
  if (texts.size === 0) return sentence("exchange.leftLanguage");
  const broken = brokenRule(read.structure, texts);
  if (broken) return broken;
  const files = await intake.filesOf(read.media);
  const { structure } = read;
  const asked = structure.type === "hotspot" ? structure.image : null;
  if (asked !== null && files.missing.includes(asked))
    return sentence("exchange.leftNoPicture", { name: asked });
  const renamed = withFilesRenamed(structure, [...texts.values()], files.renamed);
  const { name, category, isRetired } = read;
  return {
    name,
    category,
    isRetired,
    notes: [...read.notes, ...unfinishedTexts(structure, texts), ...files.notes],
    content: {
      question: renamed.question,
      texts: new Map([...texts.keys()].map((language, at) => [language, renamed.texts[at] as QuestionText])),
      media: files.media,
    },
  };
}

/** Without languages that are not ours, and without those that follow from another. */
function textsOf(texts: Record<string, QuestionText>): Map<Language, QuestionText> {
  return new Map(
    Object.entries(texts).filter(
      (entry): entry is [Language, QuestionText] => isLanguage(entry[0]) && !isDerivedLanguage(entry[0]),
    ),
  );
}

/** The first rule that a question breaks so that it could not be asked. */
function brokenRule(question: Question, texts: Map<Language, QuestionText>): Sentence | null {
  const main = texts.get(mainLanguage(texts));
  const [fault] = [...questionFaults(question), ...(main ? questionTextFaults(question, main) : [])];
  return fault ? sentence(fault.key, fault.values) : null;
}

/** Further languages may be unfinished, as in the editor: learners are asked in the first one then. */
function unfinishedTexts(question: Question, texts: Map<Language, QuestionText>): Sentence[] {
  const main = mainLanguage(texts);
  return [...texts].flatMap(([language, text]) => {
    const count = language === main ? 0 : questionTextFaults(question, text).length;
    return count > 0 ? [sentence("exchange.noteUnfinished", { language, count })] : [];
  });
}
