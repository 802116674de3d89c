import type { Question, QuestionText } from "#app/library/question-format.ts";
import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { withDerived } from "#app/platform/derived-languages.ts";
import { newId } from "#app/platform/id.ts";
import { isDerivedLanguage, type Language } from "#app/platform/languages.ts";

import { contentHashes } from "./content-hash.server.ts";
import type { QuestionFile } from "./stored-question.server.ts";

/** What a version of a question consists of. Texts by the languages it is written in: derived ones follow. */
export type QuestionContent = {
  question: Question;
  texts: ReadonlyMap<Language, QuestionText>;
  media: QuestionFile[];
};

/** By which two versions of a question are the same: structure, written texts and files. */
export function questionHashes(client: Transaction, contents: QuestionContent[]): Promise<string[]> {
  return contentHashes(
    client,
    contents.map(({ question, texts, media }) => [
      question,
      Object.fromEntries([...texts].filter(([language]) => !isDerivedLanguage(language))),
      media.map(({ name, sha256 }) => ({ name, sha256 })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ]),
  );
}

export type QuestionChange = { questionId: string; content: QuestionContent };

/**
 * Writes the next version of each question and makes it the current one; attempts keep the versions they asked.
 * Returns the versions' ids. `authorId` is null for an import. Serializable callers only: versions are counted.
 */
export async function addQuestionVersions(
  tx: Transaction,
  changes: QuestionChange[],
  authorId: string | null,
): Promise<string[]> {
  const hashes = await questionHashes(
    tx,
    changes.map(({ content }) => content),
  );
  const last = await lastNumbers(
    tx,
    changes.map(({ questionId }) => questionId),
  );
  const versions = changes.map((change, index) => ({
    ...change,
    id: newId(),
    hash: hashes[index] as string,
  }));
  const createdAt = clock.now();
  await tx.questionVersion.createMany({
    data: versions.map(({ id, questionId, content, hash }) => ({
      id,
      questionId,
      number: (last.get(questionId) ?? 0) + 1,
      structure: content.question,
      contentHash: hash,
      createdAt,
      createdById: authorId,
    })),
  });
  await tx.questionText.createMany({
    data: versions.flatMap(({ id, content }) =>
      [...withDerived(content.texts)].map(([language, text]) => ({ versionId: id, language, text })),
    ),
  });
  await tx.questionMedia.createMany({
    data: versions.flatMap(({ id, content }) => content.media.map((file) => ({ versionId: id, ...file }))),
  });
  const ids = versions.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE bank_question SET current_version_id = version.id FROM question_version version
    WHERE version.id = ANY(${ids}) AND bank_question.id = version.question_id`;
  return ids;
}

async function lastNumbers(tx: Transaction, questionIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.questionVersion.groupBy({
    by: ["questionId"],
    where: { questionId: { in: questionIds } },
    _max: { number: true },
  });
  return new Map(rows.map(({ questionId, _max }) => [questionId, _max.number ?? 0]));
}
