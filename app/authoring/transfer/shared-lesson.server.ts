import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { listTaughtCourses, requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { serializable } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Fields, FormErrors } from "#app/platform/form-fields.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";

import { withBank } from "../bank-folder.server.ts";
import { readSources } from "../course-sources.server.ts";
import { headingOf } from "../draft-heading.server.ts";
import { requireStillWritten } from "../draft-publication.server.ts";
import { changeDraftIn, draftFolder, requireDraft } from "../draft.server.ts";
import { lockRoom } from "../media-room.server.ts";
import { titlesOf } from "../outline-changes.server.ts";
import { versionFolder } from "../version-folder.server.ts";
import { bankPartsOf, copyBankParts } from "./bank-copies.server.ts";
import { planTransfer } from "./transfer-plan.server.ts";
import { hasRoomForTransfer } from "./transfer-room.server.ts";
import { withTransferred } from "./transferred.server.ts";

/** The other courses that the actor teaches, and the lessons of the one that is chosen. Throws like `requireDraft`. */
export async function sharedLessonPage(
  actor: Actor,
  courseSlug: string,
  chosen: string | null,
  language: Language,
) {
  const draft = await requireDraft(actor, courseSlug);
  const others = (await listTaughtCourses(actor)).filter(({ slug }) => slug !== courseSlug);
  const textOf = async ({ versionId }: PublishedCourse) => (await getCourseText(versionId, language)).text;
  const course = others.find(({ slug }) => slug === chosen);
  const text = course && (await textOf(course));
  return {
    ...headingOf(draft, await readSources(await draftFolder(draft)), language),
    courses: await Promise.all(
      others.map(async (other) => ({ slug: other.slug, title: (await textOf(other)).course.title })),
    ),
    chosen: course?.slug ?? null,
    lessons: (course?.structure.course.outline ?? []).flatMap(({ id, kind }) =>
      kind === "lesson" ? [{ id, title: text?.activities[id]?.title ?? id }] : [],
    ),
  };
}

/**
 * Takes the form that puts a copy of a lesson (`lesson`, of the course `from` as it is published) into a draft, with what
 * belongs to it; the copy remembers where it is from. Its faults, or null when it is done. Throws like `requireDraft`,
 * and like `requireTeaching` for the other course.
 */
export async function submitSharedLesson(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<FormErrors | null> {
  const draft = await requireDraft(actor, courseSlug);
  const source = await requireTeaching(actor, String(fields.from ?? ""));
  if (!fields.lesson) return { lesson: "transfer.lessonMissing" };
  const id = String(fields.lesson);
  const from = await withBank(await versionFolder(source), source);
  const to = await draftFolder(draft);
  const plan = await planTransfer(from, id, to);
  if (plan?.activity.kind !== "lesson") throw new NotFoundError();
  const origin = { course: source.slug, lesson: plan.activity.lesson, version: source.label };
  const bank = await bankPartsOf(actor, source, plan);
  const titles = titlesOf(await readSources(from), id);
  const title = headingOf(draft, await readSources(to), defaultLanguage).courseTitle;
  // Serializable: others may write in the draft meanwhile, and what was planned must hold.
  return serializable(async (tx) => {
    await lockRoom(tx, draft.course);
    await requireStillWritten(tx, draft.course.courseId, to);
    if (!(await hasRoomForTransfer({ folder: to, slug: courseSlug }, from, plan)))
      return { lesson: "transfer.noRoomHere" };
    const names = await copyBankParts(tx, actor, { course: draft.course, title }, { plan, titles, bank });
    await changeDraftIn(tx, actor, draft, async (parts) => ({
      parts: await withTransferred(parts, from, plan, names, origin),
    }));
    const detail = { course: courseSlug, from: source.slug, lesson: origin.lesson };
    await recordAudit(tx, actor, "lesson.shared", `course:${draft.course.courseId}`, detail);
    return null;
  }, minutes(1));
}
