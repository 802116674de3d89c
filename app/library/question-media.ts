import type { Quiz, TextFile } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import type { Question, QuestionText } from "./question-format.ts";

type Source<T> = { file: string; value: T | null; lineOf: (...path: (string | number)[]) => number };

/** The names of the files that a question uses: the one it is about, and those that its texts show or link. */
export function mediaOfQuestion(question: Question, texts: QuestionText[]): string[] {
  const own =
    question.type === "hotspot" ? [question.image] : question.type === "detection" ? [question.media] : [];
  return [...new Set([...own, ...texts.flatMap(filesIn)])];
}

/** The files that the situation of a question shows or links; "media/" in front of a name is left out. */
export function filesIn({ context = "" }: QuestionText): string[] {
  return [...context.matchAll(shownFile)]
    .filter(([, sign, , name = ""]) => sign === "!" || /^[^:#/?]+\.[a-z0-9]+$/i.test(name))
    .map(([, , , name = ""]) => name.replace(/^media\//, ""));
}

const shownFile = /(!?)(\[[^\]]*\]\(\s*)([^\s)]+)/g;

/** The same question when files of it have other names: `names` by the old ones. */
export function withFilesRenamed(
  question: Question,
  texts: QuestionText[],
  names: ReadonlyMap<string, string>,
): { question: Question; texts: QuestionText[] } {
  const renamed = (name: string) => names.get(name) ?? name;
  return {
    question:
      question.type === "hotspot"
        ? { ...question, image: renamed(question.image) }
        : question.type === "detection"
          ? { ...question, media: renamed(question.media) }
          : question,
    texts: texts.map((text) =>
      text.context === undefined
        ? text
        : {
            ...text,
            context: text.context.replace(
              shownFile,
              (_, sign: string, words: string, name: string) =>
                sign + words + (names.get(name.replace(/^media\//, "")) ?? name),
            ),
          },
    ),
  };
}

/** Every file that a question or its text names lies in media/. */
export function mediaFaults(
  quizFiles: Source<Quiz>[],
  textFiles: Source<TextFile>[],
  media: { path: string }[],
): Fault[] {
  const paths = new Set(media.map(({ path }) => path));
  const faultOf = (file: string, line: number, name: string): Fault[] =>
    paths.has(`media/${name}`) ? [] : [{ file, line, key: "faults.mediumUnknown", values: { name } }];
  return [
    ...quizFiles.flatMap(({ file, value, lineOf }) =>
      (value?.questions ?? []).flatMap((question, index) =>
        mediaOfQuestion(question, []).flatMap((name) => faultOf(file, lineOf("questions", index), name)),
      ),
    ),
    ...textFiles.flatMap(({ file, value, lineOf }) =>
      Object.entries(value?.questions ?? {}).flatMap(([id, text]) =>
        filesIn(text).flatMap((name) => faultOf(file, lineOf("questions", id), name)),
      ),
    ),
  ];
}
