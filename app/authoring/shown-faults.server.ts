import { faultSentence } from "#app/library/fault-line.server.ts";
import type { Fault } from "#app/library/fault.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { glossaryPath } from "#app/library/glossary.ts";
import type { I18n } from "#app/platform/i18n.tsx";
import { type Language, languageName } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { lessonAt } from "./lesson-at.ts";
import { textOfPart } from "./version-folder.server.ts";

/** A fault as a trainer reads it: where it is, the page where it is mended if there is one, and what to do. */
export type ShownFault = { place: string; to: string | null; sentence: string };

type DraftContent = {
  slug: string | null;
  parts: FolderParts;
  lessons: { id: string; title: string }[];
  steps: DraftStep[];
};

/** An activity of a draft with its title in the reader's language. */
export type DraftStep = { id: string; lesson?: string; title: string };

/** Faults in the folder of a draft, in the reader's language. */
export async function shownFaults(i18n: I18n, faults: Fault[], draft: DraftContent): Promise<ShownFault[]> {
  const shown: ShownFault[] = [];
  for (const fault of faults) {
    shown.push({
      ...(await placeOf(i18n, fault, draft)),
      sentence: faultSentence(titled(fault, draft), i18n),
    });
  }
  return shown;
}

/** Faults of a folder that became no draft: nothing of it can be mended here. */
export function faultsOfFolder(faults: Fault[], language: Language): Promise<ShownFault[]> {
  return shownFaults(i18nFor(language), faults, { slug: null, parts: new Map(), lessons: [], steps: [] });
}

/** A fault of the outline names an activity or its lesson by its id, which trainers do not see: here by its title. */
function titled(fault: Fault, { steps }: DraftContent): Fault {
  const step = stepOf(fault, steps);
  if (!step) return fault;
  const { id, lesson } = fault.values;
  return {
    ...fault,
    values: {
      ...fault.values,
      ...(id !== undefined && { id: step.title }),
      ...(lesson !== undefined && { lesson: step.title }),
    },
  };
}

function stepOf({ file, values: { id, lesson } }: Fault, steps: DraftStep[]): DraftStep | undefined {
  if (file !== "course.yaml") return undefined;
  return steps.find((step) => step.id === id || (lesson !== undefined && step.lesson === lesson));
}

async function placeOf(
  { t }: I18n,
  fault: Fault,
  { slug, parts, lessons, steps }: DraftContent,
): Promise<Pick<ShownFault, "place" | "to">> {
  const { file, line } = fault;
  const at = lessonAt(file);
  if (at) {
    const title = lessons.find(({ id }) => id === at.lesson)?.title;
    const page = pageAt((await textOfPart(parts, file)) ?? "", line);
    const named = {
      lesson: title ?? at.lesson,
      page: page ?? "",
      language: languageName(at.language),
      line,
    };
    return {
      place: t(page === null ? "reviews.placeLesson" : "reviews.placePage", named),
      to: title === undefined ? null : `/teach/${slug}/draft/lessons/${at.lesson}/${at.language}`,
    };
  }
  const [, folder, name = ""] = /^(text|quizzes|surveys)\/([^/]+)\.yaml$/.exec(file) ?? [];
  if (folder === "text") {
    const to = slug && `/teach/${slug}/draft/texts/${name}`;
    return { place: t("reviews.placeTexts", { language: languageName(name), line }), to };
  }
  if (folder === "quizzes") {
    return { place: t("reviews.placeQuiz", { quiz: name }), to: slug && `/teach/${slug}/quizzes/${name}` };
  }
  if (folder === "surveys") return { place: t("reviews.placeSurvey", { survey: name, line }), to: null };
  if (file === "course.yaml") {
    const step = stepOf(fault, steps);
    if (!step) return { place: t("reviews.placeOutline", { line }), to: null };
    const to = slug && `/teach/${slug}/draft/outline/${step.id}`;
    return { place: t("reviews.placeStep", { step: step.title }), to };
  }
  const to = file === glossaryPath && slug ? `/teach/${slug}/draft/terms` : null;
  return { place: t("drafts.faultPlace", { file, line }), to };
}

/** The title of the page that a line of a lesson belongs to; null before the first. */
function pageAt(source: string, line: number): string | null {
  const titles = source
    .split("\n")
    .slice(0, line)
    .flatMap((text) => /^::page\[([^\]]*)\]/.exec(text)?.[1] ?? []);
  return titles.at(-1) ?? null;
}
