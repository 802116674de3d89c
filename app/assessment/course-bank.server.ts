import { clock } from "#app/platform/clock.ts";
import type { Transaction } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { contentHashes } from "./content-hash.server.ts";
import { addQuestionVersions, type QuestionContent, questionHashes } from "./question-version.server.ts";

/** A question of a course's folder; its category is the quiz file that it stands in. */
export type FolderQuestion = { key: string; category: string; content: QuestionContent };

type Incoming = FolderQuestion & { contentHash: string; folderHash: string };

type Known = {
  id: string;
  key: string;
  folderHash: string | null;
  retiredAt: Date | null;
  currentVersion: { contentHash: string } | null;
};

/** What `folderHash` says of a question that the folder brought once and brings no longer. */
export const noLongerInFolder = "";

/**
 * Brings the questions of a course's folder into its bank, and returns their ids by key. Only what the folder has
 * changed since it was last imported changes: what a trainer has made of a question in the browser stands until then.
 * A question that the folder brings no longer is retired. Serializable callers only.
 */
export async function importQuestions(
  tx: Transaction,
  bankId: string,
  questions: FolderQuestion[],
): Promise<Map<string, string>> {
  const incoming = await withHashes(tx, questions);
  const known = await knownQuestions(tx, bankId);
  const categories = await ensureCategories(tx, bankId, new Set(questions.map(({ category }) => category)));
  await makeRoom(tx, [...known.values()], incoming);

  const changed = incoming.filter(({ key, folderHash }) => known.get(key)?.folderHash !== folderHash);
  const ids = new Map(incoming.map(({ key }) => [key, ofFolder(known.get(key))?.id ?? newId()]));
  const idOf = (key: string) => ids.get(key) as string;
  const isNew = ({ key }: Incoming) => !ofFolder(known.get(key));
  const placed = changed.map((question) => ({
    id: idOf(question.key),
    bankId,
    categoryId: categories.get(question.category) as string,
    key: question.key,
    folderHash: question.folderHash,
    isNew: isNew(question),
  }));
  const createdAt = clock.now();
  await tx.bankQuestion.createMany({
    data: placed.flatMap(({ isNew: isFirst, ...row }) => (isFirst ? [{ ...row, createdAt }] : [])),
  });
  for (const { id, categoryId, folderHash, isNew: isFirst } of placed) {
    if (isFirst) continue;
    await tx.bankQuestion.update({ where: { id }, data: { categoryId, folderHash, retiredAt: null } });
  }
  const rewritten = changed.filter(
    (question) =>
      isNew(question) || known.get(question.key)?.currentVersion?.contentHash !== question.contentHash,
  );
  await addQuestionVersions(
    tx,
    rewritten.map(({ key, content }) => ({ questionId: idOf(key), content })),
    null,
  );
  await retireDropped(tx, [...known.values()], new Set(incoming.map(({ key }) => key)));
  return ids;
}

async function withHashes(tx: Transaction, questions: FolderQuestion[]): Promise<Incoming[]> {
  const contents = await questionHashes(
    tx,
    questions.map(({ content }) => content),
  );
  const folder = await contentHashes(
    tx,
    questions.map(({ category }, index) => [category, contents[index]]),
  );
  return questions.map((question, index) => ({
    ...question,
    contentHash: contents[index] as string,
    folderHash: folder[index] as string,
  }));
}

async function knownQuestions(tx: Transaction, bankId: string): Promise<Map<string, Known>> {
  const rows = await tx.bankQuestion.findMany({
    where: { bankId },
    select: {
      id: true,
      key: true,
      folderHash: true,
      retiredAt: true,
      currentVersion: { select: { contentHash: true } },
    },
  });
  return new Map(rows.map((row) => [row.key, row]));
}

async function ensureCategories(tx: Transaction, bankId: string, paths: ReadonlySet<string>) {
  await tx.questionCategory.createMany({
    data: [...paths].map((path) => ({ id: newId(), bankId, path })),
    skipDuplicates: true,
  });
  const rows = await tx.questionCategory.findMany({ where: { bankId, path: { in: [...paths] } } });
  return new Map(rows.map(({ path, id }) => [path, id]));
}

/** A question made in the browser gives way to one of the folder with its key, and gets another. */
async function makeRoom(tx: Transaction, known: Known[], incoming: Incoming[]): Promise<void> {
  const taken = new Set([...known, ...incoming].map(({ key }) => key));
  const keys = new Set(incoming.map(({ key }) => key));
  for (const { id, key } of known.filter((question) => keys.has(question.key) && !ofFolder(question))) {
    const free = freeKey(key, taken);
    taken.add(free);
    await tx.bankQuestion.update({ where: { id }, data: { key: free } });
  }
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}-${count}`;
  return free;
}

function ofFolder(question: Known | undefined): Known | undefined {
  return question?.folderHash === null ? undefined : question;
}

async function retireDropped(tx: Transaction, known: Known[], keys: ReadonlySet<string>): Promise<void> {
  const dropped = known.filter((question) => ofFolder(question)?.folderHash && !keys.has(question.key));
  await tx.bankQuestion.updateMany({
    where: { id: { in: dropped.map(({ id }) => id) } },
    data: { folderHash: noLongerInFolder },
  });
  await tx.bankQuestion.updateMany({
    where: { id: { in: dropped.map(({ id }) => id) }, retiredAt: null },
    data: { retiredAt: clock.now() },
  });
}
