import { question, type Question, type QuestionText } from "#app/library/question-format.ts";
import { remembered } from "#app/library/remembered.ts";
import { db, type Transaction } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { baseOf, type Language, languages, readingOrder } from "#app/platform/languages.ts";

/** One version of a question with everything that belongs to it. */
export type StoredQuestion = {
  versionId: string;
  questionId: string;
  number: number;
  question: Question;
  texts: ReadonlyMap<Language, QuestionText>;
  media: QuestionFile[];
};

/** A file under the name that the question uses; `sha256` in hex. */
export type QuestionFile = { name: string; sha256: string; contentType: string; bytes: number };

// Versions never change, so every process may keep them; so many are some 20 MB.
const versions = new Map<string, Promise<StoredQuestion>>();
const mostRemembered = 4000;

/** A version of a question. Throws NotFoundError. */
export async function getQuestionVersion(versionId: string, client: Transaction = db) {
  const [stored] = await getQuestionVersions([versionId], client);
  return stored as StoredQuestion;
}

/** Versions of questions, in the order of the ids. Throws NotFoundError when one is missing. */
export async function getQuestionVersions(
  versionIds: string[],
  client: Transaction = db,
): Promise<StoredQuestion[]> {
  const unknown = versionIds.filter((id) => !versions.has(id));
  const loading = unknown.length > 0 ? loadVersions(unknown, client) : null;
  return Promise.all(
    versionIds.map((id) =>
      remembered(
        versions,
        id,
        async () => {
          const stored = (await (loading ?? loadVersions([id], client))).get(id);
          if (!stored) throw new NotFoundError();
          return stored;
        },
        mostRemembered,
      ),
    ),
  );
}

async function loadVersions(ids: string[], client: Transaction): Promise<Map<string, StoredQuestion>> {
  const rows = await client.questionVersion.findMany({
    where: { id: { in: ids } },
    include: { texts: true, media: { omit: { versionId: true } } },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        versionId: row.id,
        questionId: row.questionId,
        number: row.number,
        question: question.parse(row.structure),
        texts: new Map(row.texts.map(({ language, text }) => [language as Language, text as QuestionText])),
        media: row.media,
      },
    ]),
  );
}

/**
 * A question's text; where the language is missing, the one it is based on stands in, for want of that English or the
 * first there is (`isFallback`).
 */
export function questionTextIn(
  { question: { id }, texts }: Pick<StoredQuestion, "question" | "texts">,
  language: Language,
): { text: QuestionText; isFallback: boolean } {
  const found = [...readingOrder(language), ...languages.map(({ tag }) => tag)].find((tag) => texts.has(tag));
  const text = found && texts.get(found);
  return { text: text ?? { q: id, why: "" }, isFallback: found !== language && found !== baseOf(language) };
}
