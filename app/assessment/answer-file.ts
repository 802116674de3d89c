import type { FileResponse, QuestionOf } from "#app/library/question-format.ts";

/** What a file answer may be, as the question says it. */
export type AnswerFileKind = QuestionOf<"file">["accept"][number];

/** A file as its content says that it is. The ending is ours: nothing of the name it came with is kept. */
export type AnswerFileType = { kind: AnswerFileKind; contentType: string; ending: string };

/** Why a file is not taken. */
export type AnswerFileFault = "missing" | "empty" | "tooLarge" | "wrongKind" | "hasMacros";

const endings: Record<AnswerFileKind, string[]> = {
  pdf: ["pdf"],
  image: ["png", "jpg", "jpeg", "webp", "gif"],
  document: ["docx", "odt", "pptx", "odp", "xlsx", "ods"],
  text: ["txt"],
};

/** Kind and ending of a stored answer. Its name is "answer" and the ending. */
export function fileTypeOf({ name }: FileResponse["file"]): { kind: AnswerFileKind; ending: string } {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  const kinds = Object.keys(endings) as AnswerFileKind[];
  return { ending, kind: kinds.find((kind) => endings[kind].includes(ending)) ?? "document" };
}

export const bytesInMegabyte = 1_000_000;

/** Key of an answer's file: by content inside its learner's enrolment, so that her files can be found and deleted. */
export function answerFileKey(enrolmentId: string, sha256: string): string {
  return `${answerFolder}/${enrolmentId}/${sha256}`;
}

export const answerFolder = "answers";

/** The opposite of `answerFileKey`; null for a key of something else. */
export function partsOfAnswerKey(key: string): { enrolmentId: string; sha256: string } | null {
  const [folder, enrolmentId, sha256] = key.split("/");
  return folder === answerFolder && enrolmentId && sha256 ? { enrolmentId, sha256 } : null;
}
