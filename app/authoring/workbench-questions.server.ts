import { bankOfCourse } from "#app/assessment/bank-directory.server.ts";
import {
  noteCompared,
  type QuestionTranslation,
  questionTranslations,
} from "#app/assessment/question-translations.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { baseOf, defaultLanguage, type Language } from "#app/platform/languages.ts";

import { changedWords, type ChangedWords } from "./source-changes.server.ts";
import { headOf } from "./workbench-head.server.ts";
import { openWorkbench, requireTranslated, type Workbench } from "./workbench.server.ts";

export type ShownQuestion = Pick<QuestionTranslation, "id" | "key" | "q" | "written" | "needed" | "state"> & {
  changes: (Pick<QuestionTranslation["units"][number], "name" | "label" | "values"> & {
    words: ChangedWords[];
  })[];
};

/** The questions of a course's bank in a language. Throws like `requireTranslated`. */
export async function translatedQuestionsPage(
  actor: Actor,
  courseSlug: string,
  tag: string,
  reader: Language,
) {
  const workbench = await openWorkbench(actor, courseSlug, reader);
  const language = requireTranslated(workbench, tag);
  const { bank, from, questions } = await questionsOf(actor, workbench, { language, reader });
  const categories = [...new Set(questions.map(({ category }) => category))];
  return {
    ...(await headOf(workbench.draft, reader)),
    bank,
    language,
    from,
    categories: categories.map((category) => ({
      category,
      questions: questions.filter((one) => one.category === category).map(shown),
    })),
  };
}

/** What a question is translated from, as texts of the course are. */
export async function questionsOf(
  actor: Actor,
  { draft, languages }: Workbench,
  { language, reader }: { language: Language; reader: Language },
): Promise<{ bank: string; from: Language; questions: QuestionTranslation[] }> {
  const bank = await bankOfCourse(actor, draft.course.courseId);
  const base = baseOf(language);
  const isBased = base !== null && [...languages.published, ...languages.drafting].includes(base);
  const from = isBased ? base : defaultLanguage;
  return { bank, from, questions: await questionTranslations(actor, bank, { from, language, reader }) };
}

function shown({ id, key, q, written, needed, state, units }: QuestionTranslation): ShownQuestion {
  const changed = state === "behind" ? units.filter(({ source, before }) => source !== before) : [];
  return {
    id,
    key,
    q,
    written,
    needed,
    state,
    changes: changed.map(({ name, label, values, source, before }) => ({
      name,
      label,
      values,
      words: changedWords(before, source),
    })),
  };
}

/** Notes that the translation of a question says what it says now. Throws like `requireTranslated` and `noteCompared`. */
export async function confirmQuestion(
  actor: Actor,
  courseSlug: string,
  tag: string,
  questionId: string,
): Promise<void> {
  const workbench = await openWorkbench(actor, courseSlug, defaultLanguage);
  const language = requireTranslated(workbench, tag);
  const bank = await bankOfCourse(actor, workbench.draft.course.courseId);
  await noteCompared(actor, bank, questionId, language);
}
