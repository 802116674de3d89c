import { db } from "#app/platform/db.server.ts";
import { type Language, languageName } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import type { Draft } from "./draft.server.ts";
import { lessonAt } from "./lesson-at.ts";

/** Something that was written since a draft was begun, in the reader's words, and the page where it can be read. */
export type DraftChange = {
  path: string;
  what: string;
  to: string | null;
  changedAt: Date;
  by: string | null;
};

/** What was written since the draft was begun, the latest first. */
export async function draftChanges(
  { course }: Draft,
  lessons: { id: string; title: string }[],
  language: Language,
): Promise<DraftChange[]> {
  const rows = await db.draftFile.findMany({
    where: { courseId: course.courseId, changedAt: { not: null } },
    orderBy: { changedAt: "desc" },
    select: { path: true, changedAt: true, author: { select: { name: true } } },
  });
  const here = `/teach/${course.slug}/draft`;
  return rows.map(({ path, changedAt, author }) => ({
    path,
    ...whatIsAt(path, here, lessons, language),
    changedAt: changedAt as Date,
    by: author?.name ?? null,
  }));
}

function whatIsAt(
  path: string,
  here: string,
  lessons: { id: string; title: string }[],
  language: Language,
): Pick<DraftChange, "what" | "to"> {
  const { t } = i18nFor(language);
  const at = lessonAt(path);
  const lesson = lessons.find(({ id }) => id === at?.lesson);
  if (at && lesson) {
    const to = `${here}/lessons/${at.lesson}/${at.language}`;
    return { what: `${lesson.title}, ${languageName(at.language)}`, to };
  }
  if (path === "course.yaml") return { what: t("drafts.changedOutline"), to: `${here}/outline` };
  const [, texts] = /^text\/([^/]+)\.yaml$/.exec(path) ?? [];
  if (texts) {
    const what = t("drafts.changedTexts", { language: languageName(texts) });
    return { what, to: `${here}/texts/${texts}` };
  }
  const [, survey] = /^surveys\/([^/]+)\.yaml$/.exec(path) ?? [];
  return { what: survey ? t("drafts.changedSurvey", { survey }) : path, to: null };
}
