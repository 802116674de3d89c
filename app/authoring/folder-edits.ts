import { isDeepStrictEqual } from "node:util";

import { Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";

import {
  type Activity,
  activity,
  courseFile,
  type FactSource,
  type Quiz,
  quizFile,
} from "#app/library/course-format.ts";
import { microPathFaults } from "#app/library/micro-path-rules.ts";
import { withOverrides } from "#app/library/overrides.ts";
import { questionText, type QuestionText } from "#app/library/question-format.ts";

/**
 * Changes to the YAML files of a course's folder. Each leaves a file that says it already as it is, byte for byte, and
 * keeps in another one what it does not change, with its comments.
 */

/** The outline of a course and its version; what only the database notes of an activity is left out. */
export function withOutline(source: string, outline: Activity[], version: string): string {
  const document = parseDocument(source);
  const before = courseFile.parse(document.toJS());
  const after = outline.map(asWritten);
  if (isDeepStrictEqual(before.outline.map(asWritten), after) && before.version === version) return source;
  const list = document.get("outline") as YAMLSeq<YAMLMap>;
  const nodes = new Map(list.items.map((node) => [String(node.get("id")), node]));
  list.items = after.map((one) => {
    const node = nodes.get(one.id);
    if (!node) return document.createNode(one) as YAMLMap;
    return withFields(document, node, asWritten(activity.parse(node.toJS(document))), one);
  });
  document.set("version", version);
  return written(document);
}

/** The texts of a language with one more or another entry in a section of theirs; with null, without it. */
export function withTextEntry(source: string, section: string, key: string, text: string | null): string {
  const document = parseDocument(source);
  if ((document.getIn([section, key]) ?? null) === text) return source;
  if (text !== null) document.setIn([section, key], text);
  else {
    document.deleteIn([section, key]);
    const left = document.get(section) as YAMLMap | undefined;
    if (left?.items.length === 0) document.delete(section);
  }
  return written(document);
}

/** The version that a course.yaml gives; null when it gives none. */
export function versionIn(source: string): string | null {
  const version = parseDocument(source).get("version");
  return typeof version === "string" ? version : null;
}

/** The address of a course, which is its folder's name. */
export function withCourseId(source: string, id: string): string {
  const document = parseDocument(source);
  if (document.get("id") === id) return source;
  document.set("id", id);
  return written(document);
}

/** The languages of a course. */
export function withLanguages(source: string, languages: readonly string[]): string {
  const document = parseDocument(source);
  if (isDeepStrictEqual(document.toJS().languages, languages)) return source;
  document.set("languages", document.createNode(languages, { flow: true }));
  return written(document);
}

/**
 * The shorter paths without a lesson that is gone. Paths that are none without it go too: a course has all of them or
 * none.
 */
export function withoutPathLesson(source: string, id: string): string {
  const document = parseDocument(source);
  const before = courseFile.parse(document.toJS());
  const { paths } = before;
  if (!paths) return source;
  const names = [["refresher"], ...Object.keys(paths.roles).map((sector) => ["roles", sector])];
  let isChanged = false;
  for (const name of names) {
    const list = document.getIn(["paths", ...name]) as YAMLSeq;
    const left = list.items.filter((lesson) => String(lesson) !== id);
    isChanged ||= left.length < list.items.length;
    list.items = left;
  }
  if (!isChanged) return source;
  const after = courseFile.safeParse(document.toJS());
  if (!after.success || microPathFaults(after.data).length > 0) document.delete("paths");
  return written(document);
}

/** With what these facts rest on; facts that a course has already stay as they are. */
export function withFactSources(source: string, facts: Record<string, FactSource>): string {
  const document = parseDocument(source);
  const added = Object.entries(facts).filter(([id]) => !document.hasIn(["sources", id]));
  if (added.length === 0) return source;
  // A course without facts says so with an empty map on one line.
  const map = document.get("sources");
  if (isMap(map)) map.flow = false;
  for (const [id, fact] of added) document.setIn(["sources", id], document.createNode(fact));
  return written(document);
}

/** The version of a course. */
export function withVersion(source: string, version: string): string {
  const document = parseDocument(source);
  if (document.get("version") === version) return source;
  document.set("version", version);
  return written(document);
}

/** An activity as a folder has it. */
export function asWritten(given: Activity): Omit<Activity, "isAdded" | "isUploaded"> {
  const { isAdded: _isAdded, isUploaded: _isUploaded, ...plain } = given as Record<string, unknown>;
  return plain as Omit<Activity, "isAdded" | "isUploaded">;
}

/** Titles of activities in a language; `base` is the file that it says only the differences from. */
export function withTitles(source: string, titles: Record<string, string>, base: string | null): string {
  const document = parseDocument(source);
  const before = filled(document, base) as { activities?: Record<string, { title?: string }> };
  const changed = Object.entries(titles).filter(([id, title]) => before.activities?.[id]?.title !== title);
  if (changed.length === 0) return source;
  for (const [id, title] of changed) document.setIn(["activities", id, "title"], title);
  return written(document);
}

/** A quiz with its settings and questions; `source` is null where it has no file yet. */
export function withQuiz(source: string | null, quiz: Quiz): string {
  if (source === null) return written(new Document(quiz));
  const document = parseDocument(source);
  const before = quizFile.parse(document.toJS());
  if (isDeepStrictEqual(before, quiz)) return source;
  const { questions: old, ...oldSettings } = before;
  const { questions, ...settings } = quiz;
  const root = document.contents as unknown as YAMLMap;
  withFields(document, root, oldSettings, settings);
  if (!isDeepStrictEqual(old, questions)) {
    const list = questionsIn(root) ?? (document.createNode([]) as YAMLSeq);
    const nodes = new Map(list.items.filter(isMap).map((node) => [String(node.get("id")), node]));
    list.items = questions.map((question) => {
      const node = nodes.get(question.id);
      const same = old.find(({ id }) => id === question.id);
      return node && same ? withFields(document, node, same, question) : document.createNode(question);
    });
    root.set("questions", list);
  }
  return written(document);
}

function questionsIn(root: YAMLMap): YAMLSeq | null {
  const list = root.get("questions");
  return isSeq(list) ? list : null;
}

/** Texts of questions in a language; `base` as for `withTitles`. */
export function withQuestionTexts(
  source: string,
  texts: ReadonlyMap<string, QuestionText>,
  base: string | null,
): string {
  const document = parseDocument(source);
  const before = filled(document, base) as { questions?: Record<string, unknown> };
  const changed = [...texts].filter(([id, text]) => {
    const said = questionText.safeParse(before.questions?.[id]);
    return !said.success || !isDeepStrictEqual(said.data, text);
  });
  if (changed.length === 0) return source;
  for (const [id, text] of changed) document.setIn(["questions", id], document.createNode(text));
  return written(document);
}

/** What a text says with the file that it says only the differences from. */
export function filled(document: Document, base: string | null): unknown {
  const own: unknown = document.toJS();
  return (base === null ? own : withOverrides(parseDocument(base).toJS(), own)) ?? {};
}

/** Gives a node the fields in which `after` differs from `before`, which is what the node says. */
function withFields(document: Document, node: YAMLMap, before: object, after: object): YAMLMap {
  const [was, is] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (isDeepStrictEqual(was[key], is[key])) continue;
    if (is[key] === undefined) node.delete(key);
    else node.set(key, document.createNode(is[key]));
  }
  return node;
}

/** Long lines stay whole: wrapped ones make every later change look larger than it is. */
export function written(document: Document): string {
  return document.toString({ lineWidth: 0 });
}
