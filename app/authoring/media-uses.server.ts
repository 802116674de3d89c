import { parse } from "yaml";
import { z } from "zod";

import { courseFile, quizFile } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { withoutHead } from "#app/library/lesson-head.server.ts";
import { mediaOfActivity } from "#app/library/material.ts";
import {
  eachNode,
  isDirective,
  type MarkdownNode,
  parseMarkdown,
  textOf,
} from "#app/library/markdown-parser.ts";
import { filesIn, mediaOfQuestion } from "#app/library/question-media.ts";

import { lessonAt } from "./lesson-at.ts";
import { textOfPart } from "./version-folder.server.ts";

/** A place that shows or plays a medium; `lacksAlternative` where it is a picture without alternative text. */
export type MediumUse =
  | { kind: "lesson"; lesson: string; language: string; lacksAlternative: boolean }
  | { kind: "step"; activity: string }
  | { kind: "question"; question: string };

/** Of a file of media/, by its path: the places of a folder that name it. */
export type MediaUses = Map<string, MediumUse[]>;

const written = z.object({ questions: z.record(z.string(), z.looseObject({})) }).partial();

/** Where a course's folder, with its quizzes, uses these files of media/. */
export async function mediaUses(parts: FolderParts, paths: string[]): Promise<MediaUses> {
  const uses: MediaUses = new Map(paths.map((path) => [path, []]));
  for (const part of parts.values()) {
    const lesson = lessonAt(part.path);
    if (part.path === "course.yaml") addSteps(uses, (await textOfPart(parts, part.path)) ?? "");
    else if (lesson) addLesson(uses, lesson, (await textOfPart(parts, part.path)) ?? "");
    else if (/^(quizzes|text)\/[^/]+\.yaml$/.test(part.path)) {
      for (const [question, name] of namedIn(part.path, parse((await textOfPart(parts, part.path)) ?? "")))
        addQuestion(uses, `media/${name}`, question);
    }
  }
  return uses;
}

/** Whether a lesson names a file of media/. */
export function mentions(text: string, path: string): boolean {
  return mentionOf(path).test(text);
}

/** The lesson or outline, naming the file by its new path; everything else stays as it was written. */
export function withMediumRenamed(text: string, path: string, renamed: string): string {
  return text.replace(mentionOf(path), renamed);
}

/** "media/a.png" is not named by "media/a.png.webp", nor by "other-media/a.png". */
function mentionOf(path: string): RegExp {
  return new RegExp(`(?<![\\w./-])${path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-]|\\.\\w)`, "g");
}

function addLesson(uses: MediaUses, place: { lesson: string; language: string }, text: string): void {
  const named = [...uses].filter(([path]) => mentions(text, path));
  if (named.length === 0) return;
  const unsaid = picturesUnsaid(text);
  for (const [path, places] of named)
    places.push({ kind: "lesson", ...place, lacksAlternative: unsaid.has(path) });
}

/** The pictures of a lesson that stand there without alternative text. */
function picturesUnsaid(text: string): Set<string> {
  const unsaid = new Set<string>();
  eachNode(parseMarkdown(withoutHead(text).body), (node) => {
    if (node.type === "image" && !node.alt?.trim()) unsaid.add(withoutPlace(node.url));
    if (isDirective(node) && node.name === "figure" && !isSaid(node))
      unsaid.add(withoutPlace(node.attributes?.src));
  });
  return unsaid;
}

/** A picture has an alternative text, or is called decorative. */
function isSaid(node: MarkdownNode): boolean {
  return labelOf(node).trim() !== "" || typeof node.attributes?.decorative === "string";
}

function labelOf(node: MarkdownNode): string {
  if (node.type !== "containerDirective") return textOf(node);
  const [first] = node.children ?? [];
  return first?.data?.directiveLabel ? textOf(first) : "";
}

function withoutPlace(address: string | null | undefined): string {
  return (address ?? "").replace(/#.*$/, "");
}

/** Questions with the names of files that they use. */
function namedIn(path: string, content: unknown): [question: string, name: string][] {
  if (path.startsWith("quizzes/")) {
    const { questions = [] } = quizFile.safeParse(content).data ?? {};
    return questions.flatMap((question) =>
      mediaOfQuestion(question, []).map((name): [string, string] => [question.id, name]),
    );
  }
  const { questions = {} } = written.safeParse(content).data ?? {};
  return Object.entries(questions).flatMap(([id, { context }]) =>
    typeof context === "string" ? filesIn({ context }).map((name): [string, string] => [id, name]) : [],
  );
}

function addSteps(uses: MediaUses, text: string): void {
  for (const activity of courseFile.safeParse(parse(text)).data?.outline ?? []) {
    for (const path of new Set(mediaOfActivity(activity))) {
      uses.get(path)?.push({ kind: "step", activity: activity.id });
    }
  }
}

function addQuestion(uses: MediaUses, path: string, question: string): void {
  const places = uses.get(path);
  if (places?.some((use) => use.kind === "question" && use.question === question)) return;
  places?.push({ kind: "question", question });
}
