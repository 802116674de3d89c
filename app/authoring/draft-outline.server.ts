import { requireTaughtQuiz } from "#app/assessment/quiz-editor.server.ts";
import { quizListPage } from "#app/assessment/quiz-pages.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { packageBlobKey } from "#app/library/package-blobs.ts";
import { packageStructure } from "#app/library/package-structure.ts";
import { titleIn } from "#app/library/titles.ts";
import { packagesFor } from "#app/library/uploaded-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { type CourseSources, readSources } from "./course-sources.server.ts";
import { changeDraft, type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import { stepMedia } from "./step-media.server.ts";
import {
  type NewMaterial,
  withNewLesson,
  withNewMaterial,
  withPackageAdded,
  withQuizPlaced,
  withStandardSurvey,
} from "./outline-additions.server.ts";
import { titlesOf, withActivityMoved } from "./outline-changes.server.ts";
import { moveForm, newLessonForm, newLinkForm } from "./outline-form.ts";
import { pathOf } from "./outline-path.ts";
import { untakableReason } from "./quiz-placement.server.ts";
import { requireUploadedVersion } from "./ready-version.server.ts";
import { courseTextIn } from "./text-edits.ts";

/** The outline of a draft, and what can be added to it. Throws like `requireDraft`. */
export async function outlinePage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await draftFolder(draft);
  const sources = await readSources(parts);
  const { outline } = sources.course;
  const placed = outline.flatMap((activity) => (activity.kind === "quiz" ? [activity.quiz] : []));
  const { quizzes } = await quizListPage(actor, courseSlug, language);
  return {
    ...headingOf(draft, sources, language),
    languages: [...sources.texts.keys()],
    steps: outline.map((activity) => ({
      ...activity,
      title: stepTitle(sources, activity.id, language),
      /** The languages that a lesson is written in. */
      written:
        activity.kind === "lesson"
          ? [...sources.texts.keys()].filter((tag) => parts.has(`lessons/${activity.lesson}/${tag}.md`))
          : [],
    })),
    path: pathOf(outline),
    quizzes: quizzes.filter(({ slug, mode }) => !placed.includes(slug) && mode !== "check"),
    packages: await readyPackages(actor),
    media: await stepMedia(draft),
    now: clock.now(),
    hasSurvey: outline.some(({ kind }) => kind === "survey"),
  };
}

export type OutlinePage = Awaited<ReturnType<typeof outlinePage>>;

/** Where a page of the draft belongs. */
export function headingOf({ course }: Draft, { texts }: CourseSources, language: Language) {
  const titles = Object.fromEntries(
    [...texts].map(([tag, source]) => [tag, courseTextIn(source, null)?.title]),
  );
  return { slug: course.slug, courseTitle: titleIn(titles, language) ?? course.slug };
}

export function stepTitle(sources: CourseSources, id: string, language: Language): string {
  return titleIn(titlesOf(sources, id), language) ?? id;
}

/** The newest version of each uploaded package that has passed its check. */
async function readyPackages(actor: Actor) {
  const versions = await db.packageVersion.findMany({
    where: { state: "ready", package: { AND: [{ origin: null }, packagesFor(actor)] } },
    orderBy: [{ packageId: "asc" }, { number: "desc" }],
    distinct: ["packageId"],
    select: { packageId: true, number: true, structure: true, fileName: true },
  });
  return versions.map(({ packageId, number, structure, fileName }) => ({
    value: `${packageId}:${number}`,
    title: packageStructure.parse(structure).title || fileName,
  }));
}

/** What a form of the outline came to: its faults, or what was done with it. */
export type OutlineOutcome =
  | { errors: FormErrors; typed: Record<string, string> }
  | { done: string; activity?: string }
  /** A new activity whose titles and rules come next. */
  | { begun: string };

/**
 * Takes a form of the outline: something new for it (`intent` lesson, quiz, package, survey, video, file, link), or another place for an
 * activity. Throws like `requireDraft`, and NotFoundError for a quiz or package that is not there for the actor.
 */
export async function submitOutline(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<OutlineOutcome> {
  const draft = await requireDraft(actor, courseSlug);
  switch (fields.intent) {
    case "lesson":
      return addLesson(actor, draft, fields);
    case "quiz":
      return addQuiz(actor, draft, String(fields.quiz ?? ""));
    case "package":
      return addPackage(actor, draft, String(fields.package ?? ""));
    case "survey":
      await changeDraft(actor, draft, async (parts) => ({ parts: await withStandardSurvey(parts) }));
      return { done: "survey" };
    case "video":
    case "file":
      return addMedium(actor, draft, fields.intent, String(fields[fields.intent] ?? ""));
    case "link":
      return addLink(actor, draft, fields);
    default:
      return move(actor, draft, fields);
  }
}

async function addLesson(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { texts } = await readSources(await draftFolder(draft));
  const { values, errors, typed } = parseFields(fields, newLessonForm([...texts.keys()]));
  if (errors) return { errors, typed };
  await changeDraft(actor, draft, async (parts) => ({ parts: await withNewLesson(parts, values) }));
  return { done: "lesson" };
}

async function addQuiz(actor: Actor, draft: Draft, slug: string): Promise<OutlineOutcome> {
  if (slug === "") return { errors: { quiz: "outline.quizMissing" }, typed: {} };
  const { course, row, quiz } = await requireTaughtQuiz(actor, draft.course.slug, slug);
  const reason = await untakableReason(quiz);
  if (reason) return { errors: { quiz: reason }, typed: { quiz: slug } };
  const { quizzes } = await quizListPage(actor, course.slug, defaultLanguage);
  const known = quizzes.find((one) => one.slug === slug)?.title ?? slug;
  const titles = { [defaultLanguage]: known, ...(row.titles as Record<string, string> | null) };
  await changeDraft(actor, draft, async (parts) => {
    const { outline } = (await readSources(parts)).course;
    const isPlaced = outline.some((activity) => activity.kind === "quiz" && activity.quiz === slug);
    return { parts: isPlaced ? parts : await withQuizPlaced(parts, { quiz: slug, titles }) };
  });
  return { done: "quiz" };
}

async function addPackage(actor: Actor, draft: Draft, given: string): Promise<OutlineOutcome> {
  if (given === "") return { errors: { package: "outline.packageMissing" }, typed: {} };
  const [packageId = "", number] = given.split(":");
  if (!Number.isInteger(Number(number))) throw new NotFoundError();
  const stored = await requireUploadedVersion(actor, { packageId, number: Number(number) });
  const rows = await db.packageFile.findMany({ where: { packageVersionId: stored.id } });
  const files = rows.map(({ path, sha256, bytes }) => ({
    path,
    key: packageBlobKey(sha256),
    sha256,
    bytes: Number(bytes),
  }));
  await changeDraft(actor, draft, async (parts) => ({
    parts: await withPackageAdded(parts, { title: stored.structure.title || "package", files }),
  }));
  return { done: "package" };
}

async function addMedium(
  actor: Actor,
  draft: Draft,
  kind: "video" | "file",
  path: string,
): Promise<OutlineOutcome> {
  const { videos, files } = await stepMedia(draft);
  if (!(kind === "video" ? videos : files).includes(path)) {
    return {
      errors: { [kind]: kind === "video" ? "outline.videoMissing" : "outline.fileMissing" },
      typed: {},
    };
  }
  return addMaterial(actor, draft, kind === "video" ? { kind, video: path } : { kind, file: path });
}

async function addLink(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values, errors, typed } = parseFields(fields, newLinkForm);
  if (errors) return { errors, typed };
  return addMaterial(actor, draft, { kind: "link", address: values.address });
}

async function addMaterial(actor: Actor, draft: Draft, material: NewMaterial): Promise<OutlineOutcome> {
  let begun = "";
  await changeDraft(actor, draft, async (parts) => {
    const added = await withNewMaterial(parts, material);
    begun = added.id;
    return { parts: added.parts };
  });
  return { begun };
}

async function move(actor: Actor, draft: Draft, fields: Fields): Promise<OutlineOutcome> {
  const { values, errors, typed } = parseFields(fields, moveForm);
  if (errors) return { errors: { form: "authoring.formDamaged" }, typed };
  const { activity, place } = values;
  const to = (from: number) => (place === "up" ? from - 1 : place === "down" ? from + 1 : place);
  await changeDraft(actor, draft, async (parts) => ({ parts: await withActivityMoved(parts, activity, to) }));
  return { done: place === "up" || place === "down" ? place : "moved", activity };
}
