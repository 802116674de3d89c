import type { ExchangeFormat, LeftOut, ReadSettings, Sentence } from "./exchange.ts";
import { readQuestionFile } from "./question-file.server.ts";
import { type ReadyQuestion, readyQuestions } from "./ready-question.server.ts";

/** What is to be read, and how. `category`: of questions that the file puts into none. */
export type ReadingOrder = {
  path: string;
  name: string;
  settings: ReadSettings;
  category: string;
  /** Whether the files of its questions are stored. */
  isKept: boolean;
};

/** What a file holds, as it is to be compared and saved. */
export type ReadyFile = {
  format: ExchangeFormat;
  notes: Sentence[];
  ready: ReadyQuestion[];
  leftOut: LeftOut[];
};

/** Throws like `readQuestionFile`. */
export async function readReady({
  path,
  name,
  settings,
  category,
  isKept,
}: ReadingOrder): Promise<ReadyFile> {
  const read = await readQuestionFile({ path, name }, settings);
  try {
    const { ready, leftOut } = await readyQuestions(read.questions, isKept);
    const placed = ready.map((question) => ({ ...question, category: question.category || category }));
    return {
      format: read.format,
      notes: read.notes,
      ready: placed,
      leftOut: [...read.leftOut, ...leftOut],
    };
  } finally {
    await read.close();
  }
}
