import type { FolderQuestion } from "#app/assessment/course-bank.server.ts";
import type { FolderQuiz } from "#app/assessment/course-quizzes.server.ts";
import type { CourseFolder } from "#app/library/course-folder.server.ts";
import type { StoredFiles } from "#app/library/folder-version.server.ts";
import { mediaOfQuestion } from "#app/library/question-media.ts";

/** The quizzes of a course folder. */
export function quizzesOfFolder({ quizzes }: CourseFolder): FolderQuiz[] {
  return Object.values(quizzes).map(({ id: slug, questions, ...settings }) => ({
    slug,
    settings,
    keys: settings.draw ? [] : questions.map(({ id }) => id),
  }));
}

/** The questions of a course folder, each with its texts and the files that it names. */
export function questionsOfFolder(
  { quizzes, questionTexts }: CourseFolder,
  media: StoredFiles["media"],
): FolderQuestion[] {
  const fileOf = new Map(media.map(({ path, ...file }) => [path, file]));
  return Object.values(quizzes).flatMap(({ id: category, questions }) =>
    questions.map((question) => {
      const texts = new Map(
        [...questionTexts].flatMap(([language, byId]) => {
          const text = byId[question.id];
          return text ? [[language, text] as const] : [];
        }),
      );
      const named = mediaOfQuestion(question, [...texts.values()]);
      const files = named.flatMap((name) => {
        const file = fileOf.get(`media/${name}`);
        return file ? [{ name, ...file }] : [];
      });
      return { key: question.id, category, content: { question, texts, media: files } };
    }),
  );
}
