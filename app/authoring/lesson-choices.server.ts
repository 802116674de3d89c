import { parse } from "yaml";
import { z } from "zod";

import { questionsOfQuiz } from "#app/assessment/quiz-questions.server.ts";
import { listQuizzes } from "#app/assessment/stored-quiz.server.ts";
import { questionTextIn } from "#app/assessment/stored-question.server.ts";
import { namedTools } from "#app/library/lesson-tools.server.ts";
import { isPicture, mediaAddress, mediumType } from "#app/library/media-file.server.ts";
import { noteTopics } from "#app/library/note-topics.ts";
import { db } from "#app/platform/db.server.ts";
import { baseOf, type Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { type DraftMedium, listDraftMedia } from "./draft-media.server.ts";
import { draftMeanings } from "./draft-meanings.server.ts";
import { pictureName, pictureTexts } from "./draft-pictures.server.ts";
import { type Draft, readDraftText } from "./draft.server.ts";
import { mediaOfSteps } from "./step-media.server.ts";
import type { Choice, LessonChoices } from "./editor/lesson-choices.ts";

const sourced = z.object({
  sources: z.record(
    z.string(),
    z.object({ documents: z.array(z.object({ publisher: z.string(), title: z.string() })) }),
  ),
});

/** What a lesson of a draft in this language can name, for a trainer who reads another. */
export async function lessonChoices(
  draft: Draft,
  language: Language,
  readerLanguage: Language,
): Promise<LessonChoices> {
  const [media, described, facts, checks, packages, terms] = await Promise.all([
    listDraftMedia(draft),
    pictureTexts(draft, language),
    factsOf(draft),
    checksOf(draft, language),
    packagesOf(draft),
    termsOf(draft, language),
  ]);
  const [inLesson, forReader] = [i18nFor(language).t, i18nFor(readerLanguage).t];
  const tools = namedTools(inLesson);
  const topics = noteTopics.map((id) => ({ id, title: forReader(`jurisdictions.topic_${id}`) }));
  const files = mediaOfSteps(media).files.map((path) => ({ id: path, title: path }));
  const termsPage = `/teach/${draft.course.slug}/draft/terms`;
  return { ...shownOf(media, described), files, facts, terms, termsPage, checks, packages, tools, topics };
}

function shownOf(
  media: DraftMedium[],
  described: Record<string, string>,
): Pick<LessonChoices, "pictures" | "films" | "sounds" | "captions"> {
  const ofType = (type: string) =>
    media.map(({ path }) => path).filter((path) => mediumType(path).startsWith(`${type}/`));
  return {
    pictures: media
      .filter(({ path }) => isPicture(path))
      .map((file) => ({
        path: file.path,
        address: mediaAddress(file),
        alt: described[pictureName(file.path) ?? ""] ?? "",
      })),
    films: ofType("video"),
    sounds: ofType("audio"),
    captions: ofType("text"),
  };
}

/** Those that learners can be told the meaning of, by what they are called in the lesson's language. */
async function termsOf(draft: Draft, language: Language): Promise<Choice[]> {
  const { glossary, meaningOf } = await draftMeanings(draft, language);
  return glossary.flatMap(({ id, en, in: agreed }) => {
    const [word = en] = [agreed[language] ?? agreed[baseOf(language) ?? ""] ?? en].flat();
    return id && meaningOf(id) ? [{ id, title: word }] : [];
  });
}

async function factsOf(draft: Draft): Promise<Choice[]> {
  const source = await readDraftText(draft, "course.yaml");
  // What is wrong with the file is for `checkDraft`.
  const { data } = sourced.safeParse(parse(source?.text ?? ""));
  return Object.entries(data?.sources ?? {}).map(([id, { documents }]) => ({
    id,
    title: documents.map(({ publisher, title }) => `${publisher}: ${title}`).join("; "),
  }));
}

/** Questions of the course that may stand in lessons: those of its quizzes with mode "check". */
async function checksOf({ course }: Draft, language: Language): Promise<Choice[]> {
  const quizzes = (await listQuizzes(course.versionId)).filter(({ settings }) => settings.mode === "check");
  const questions = await Promise.all(quizzes.map((quiz) => questionsOfQuiz(quiz)));
  return questions.flat().map((stored) => ({
    id: stored.key,
    title: questionTextIn(stored, language).text.q,
  }));
}

async function packagesOf({ course }: Draft): Promise<Choice[]> {
  const files = await db.draftFile.findMany({
    where: { courseId: course.courseId, path: { startsWith: "packages/" } },
    select: { path: true },
  });
  const names = new Set(files.map(({ path }) => path.split("/")[1] ?? ""));
  return [...names].sort().map((id) => ({ id, title: id }));
}
