import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity, AssignmentActivity } from "#app/library/course-format.ts";
import type { FolderPart, FolderParts } from "#app/library/folder-part.ts";
import { withInserted } from "#app/library/outline-sections.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import { titleIn } from "#app/library/titles.ts";
import { requiredIn } from "#app/library/visible-outline.ts";
import { defaultLanguage, type WrittenLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { type CourseSources, readSources, withSources } from "./course-sources.server.ts";
import { standardSurvey, standardSurveyText } from "./standard-survey.server.ts";
import { withActivityText, withSurveyText } from "./text-edits.ts";
import { textOfPart } from "./version-folder.server.ts";

/** New activities in a course's folder. Each goes to the end, but before what waits for the certificate. */

type Titles = Record<string, string>;

/** A lesson with one page, in English. */
export async function withNewLesson(
  parts: FolderParts,
  { titles, minutes }: { titles: Titles; minutes: number },
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const lesson = freeId(sources, parts, titleIn(titles, defaultLanguage) ?? "", "lesson");
  const path = `lessons/${lesson}/${defaultLanguage}.md`;
  return withActivity(
    new Map(parts).set(path, { path, text: startOfLesson(defaultLanguage) }),
    sources,
    { id: lesson, kind: "lesson", lesson, minutes, required: true, after: [] },
    titles,
  );
}

/** A live session; its dates are set once the version is published. */
export async function withNewSession(parts: FolderParts): Promise<FolderParts> {
  const sources = await readSources(parts);
  const id = freeId(sources, parts, "live-session", "live-session");
  const titles = Object.fromEntries(
    [...sources.texts.keys()].map((tag) => [tag, i18nFor(tag).t("learn.kindSession")]),
  );
  return withActivity(
    parts,
    sources,
    { id, kind: "session", minutes: 60, required: true, after: [] },
    titles,
  );
}

/** What stands in a lesson that nobody has written yet. */
export function startOfLesson(language: WrittenLanguage): string {
  const { t } = i18nFor(language);
  return `::page[${t("outline.startPage")}]{#first}\n\n${t("outline.startText")}\n`;
}

/** An assignment of the course's bank, by its name there. */
export async function withAssignmentPlaced(
  parts: FolderParts,
  {
    assignment,
    titles,
    minutes,
    complete,
  }: { assignment: string; titles: Titles } & Pick<AssignmentActivity, "minutes" | "complete">,
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const id = freeId(sources, parts, assignment, "assignment");
  return withActivity(
    parts,
    sources,
    { id, kind: "assignment", assignment, complete, minutes, required: true, after: [] },
    titles,
  );
}

/** A quiz of the course's bank, by its name there. */
export async function withQuizPlaced(
  parts: FolderParts,
  { quiz, titles }: { quiz: string; titles: Titles },
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const id = freeId(sources, parts, quiz, "quiz");
  return withActivity(
    parts,
    sources,
    { id, kind: "quiz", quiz, minutes: 5, required: true, after: [] },
    titles,
  );
}

/** A package with its files, by their paths in it. */
export async function withPackageAdded(
  parts: FolderParts,
  { title, files }: { title: string; files: Extract<FolderPart, { key: string }>[] },
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const name = freeId(sources, parts, title, "package");
  const all: FolderParts = new Map(parts);
  for (const file of files) {
    const path = `packages/${name}/${file.path}`;
    all.set(path, { ...file, path });
  }
  const activity: Activity = {
    id: name,
    kind: "package",
    package: name,
    minutes: 10,
    required: true,
    after: [],
    complete: "auto",
    scoring: "best",
    isUploaded: false,
  };
  return withActivity(all, sources, activity, { [defaultLanguage]: title });
}

/** What is new of a video, file or page elsewhere: its title is made of the name, and everything else comes afterwards. */
export type NewMaterial =
  { kind: "video"; video: string } | { kind: "file"; file: string } | { kind: "link"; address: string };

/** A video, file or page elsewhere; `id` is what it is called in the outline. */
export async function withNewMaterial(
  parts: FolderParts,
  material: NewMaterial,
): Promise<{ parts: FolderParts; id: string }> {
  const sources = await readSources(parts);
  const title = titleOfMaterial(material);
  const id = freeId(sources, parts, title, material.kind);
  const common = { id, minutes: 5, required: true, after: [] };
  const activity: Activity =
    material.kind === "video"
      ? { ...common, kind: "video", video: material.video, captions: {} }
      : material.kind === "file"
        ? { ...common, kind: "file", files: { [defaultLanguage]: material.file } }
        : { ...common, kind: "link", addresses: { [defaultLanguage]: material.address } };
  return { parts: withActivity(parts, sources, activity, { [defaultLanguage]: title }), id };
}

/** "media/first-steps.pdf" is called "First steps", a page by its site. */
function titleOfMaterial(material: NewMaterial): string {
  if (material.kind === "link") return new URL(material.address).host;
  const path = material.kind === "video" ? material.video : material.file;
  const name = path
    .replace(/^.*\//, "")
    .replace(/\.[^.]*$/, "")
    .replaceAll("-", " ");
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const surveyId = "satisfaction";

/** The satisfaction survey, after the certificate if there is one. A course that has it stays as it is. */
export async function withStandardSurvey(parts: FolderParts): Promise<FolderParts> {
  const sources = await readSources(parts);
  const { outline } = sources.course;
  if (outline.some(({ kind }) => kind === "survey")) return parts;
  const path = `surveys/${surveyId}.yaml`;
  const isWritten = (await textOfPart(parts, path)) !== null;
  const id = freeId(sources, parts, surveyId, surveyId);
  const activity: Activity = {
    id,
    kind: "survey",
    survey: surveyId,
    minutes: 3,
    required: false,
    // A certificate that nobody gets is nothing to wait for.
    after: requiredIn(outline).length > 0 ? [certificateStepId] : [],
  };
  return withSources(
    isWritten ? parts : new Map(parts).set(path, { path, text: standardSurvey() }),
    sources,
    {
      outline: [...outline, activity],
      text: (source, language, base) => {
        const words = standardSurveyText(language);
        const titled = withActivityText(source, id, { title: words.title }, base);
        return isWritten ? titled : withSurveyText(titled, surveyId, words, base);
      },
    },
  );
}

/** An activity with its titles; one that has none in a language is called there as it is elsewhere. */
export function withActivity(parts: FolderParts, sources: CourseSources, activity: Activity, titles: Titles) {
  const { outline } = sources.course;
  const last = outline.findLastIndex(({ after }) => !after.includes(certificateStepId));
  return withSources(parts, sources, {
    outline: withInserted(outline, last + 1, activity),
    text: (source, language, base) =>
      withActivityText(source, activity.id, { title: titleIn(titles, language) ?? activity.id }, base),
  });
}

/** An id that no activity, lesson or package of the folder has. */
export function freeId(
  { course }: CourseSources,
  parts: FolderParts,
  title: string,
  fallback: string,
): string {
  const taken = new Set([certificateStepId, ...course.outline.map(({ id }) => id)]);
  for (const path of parts.keys()) {
    const [, name] = /^(?:lessons|packages)\/([^/.]+)/.exec(path) ?? [];
    if (name) taken.add(name);
  }
  return freeSlug(slugOf(title, fallback), (slug) => taken.has(slug));
}
