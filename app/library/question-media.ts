import type { Quiz, TextFile } from "./course-format.ts";
import type { Fault } from "./fault.ts";
import { eachNode, type MarkdownNode, parseMarkdown } from "./markdown-parser.ts";
import type { Question, QuestionText } from "./question-format.ts";

type Source<T> = { file: string; value: T | null; lineOf: (...path: (string | number)[]) => number };

/** The names of the files that a question uses: the one it is about, and those that its texts show or link. */
export function mediaOfQuestion(question: Question, texts: QuestionText[]): string[] {
  const own =
    question.type === "hotspot" ? [question.image] : question.type === "detection" ? [question.media] : [];
  return [...new Set([...own, ...texts.flatMap(filesIn)])];
}

/**
 * The files that the situation of a question shows or links, as it is rendered: what only looks so, within code, is
 * none. "media/" in front of a name is left out.
 */
export function filesIn({ context = "" }: Pick<QuestionText, "context">): string[] {
  return shownIn(context).flatMap((node) => fileOf(node) ?? []);
}

/** Pictures and links, and the pictures in links. */
function shownIn(markdown: string): MarkdownNode[] {
  // Reading takes a while, and most texts show nothing.
  if (!markdown.includes("](")) return [];
  const shown: MarkdownNode[] = [];
  eachNode(parseMarkdown(markdown), (node) => {
    if (node.type === "image" || node.type === "link") shown.push(node);
  });
  return shown;
}

/** The file that a picture or link means; null for an address of the web. */
function fileOf({ type, url = "" }: MarkdownNode): string | null {
  const isFile = type === "image" || /^[^:#/?]+\.[a-z0-9]+$/i.test(url.replace(/^media\//, ""));
  return isFile ? url.replace(/^media\//, "") : null;
}

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
    texts: texts.map((text) => withFilesNamed(text, renamed)),
  };
}

/** A text whose files have other names, which `nameOf` gives: null where there is no such file, whose words stay. */
export function withFilesNamed(text: QuestionText, nameOf: (name: string) => string | null): QuestionText {
  const { context } = text;
  if (context === undefined) return text;
  const edits = shownIn(context).flatMap((node) => {
    const file = fileOf(node);
    const name = file === null ? file : nameOf(file);
    return file === null || name === file ? [] : editsOf(context, node, name);
  });
  const fromTheEnd = edits.sort((one, other) => other.start - one.start);
  return {
    ...text,
    context: fromTheEnd.reduce(
      (written, { start, end, by }) => written.slice(0, start) + by + written.slice(end),
      context,
    ),
  };
}

type Edit = { start: number; end: number; by: string };

/** Only the signs around a node's words, so that those of a picture and of the link around it do not overlap. */
function editsOf(markdown: string, node: MarkdownNode, name: string | null): Edit[] {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  const first = node.children?.[0]?.position?.start.offset;
  const last = node.children?.at(-1)?.position?.end.offset;
  const closing = last ?? markdown.lastIndexOf("](", end - 1);
  if (name !== null) {
    const by = markdown
      .slice(closing, end)
      .replace(/^(\]\(\s*<?)[^\s)>]+/, (_, signs: string) => signs + name);
    return [{ start: closing, end, by }];
  }
  if (first !== undefined) {
    return [
      { start, end: first, by: "" },
      { start: closing, end, by: "" },
    ];
  }
  const words = (node.alt ?? "").replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`);
  return [{ start, end, by: words }];
}

/** Every file that a question, its text or an alternative text names lies in media/. */
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
      Object.keys(value?.pictures ?? {}).flatMap((name) => faultOf(file, lineOf("pictures", name), name)),
    ),
    ...textFiles.flatMap(({ file, value, lineOf }) =>
      Object.entries(value?.questions ?? {}).flatMap(([id, text]) =>
        filesIn(text).flatMap((name) => faultOf(file, lineOf("questions", id), name)),
      ),
    ),
  ];
}
