import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { listTaughtCourses, requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { defaultLanguage, type Language } from "#app/platform/languages.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { withBank } from "../bank-folder.server.ts";
import { readSources } from "../course-sources.server.ts";
import { requireStillWritten } from "../draft-publication.server.ts";
import { headingOf, stepTitle } from "../draft-heading.server.ts";
import {
  beginDraft,
  changeDraftIn,
  type Draft,
  draftFolder,
  findDraft,
  requireDraft,
} from "../draft.server.ts";
import { lockRoom } from "../media-room.server.ts";
import { titlesOf, withoutStep } from "../outline-changes.server.ts";
import { whyNeeded } from "../outline-rules.ts";
import { versionFolder } from "../version-folder.server.ts";
import { bankPartsOf, copyBankParts, transferFault } from "./bank-copies.server.ts";
import { planTransfer, type TransferPlan } from "./transfer-plan.server.ts";
import { hasRoomForTransfer } from "./transfer-room.server.ts";
import { withTransferred } from "./transferred.server.ts";

/** What moving an activity into a course would come to, for who decides. */
type MovePreview = {
  slug: string;
  title: string;
  fault: MessageKey | null;
  hasDraft: boolean;
  languagesLeft: string[];
  languagesMissing: string[];
  media: number;
  packages: number;
  questions: number;
};

/**
 * An activity of a draft, the courses that it can be moved to, and what would come of it in the one that is chosen (`to`).
 * Throws like `requireDraft`, and NotFoundError.
 */
export async function moveStepPage(
  actor: Actor,
  courseSlug: string,
  id: string,
  to: string | null,
  language: Language,
) {
  const draft = await requireDraft(actor, courseSlug);
  const from = await withBank(await draftFolder(draft), draft.course);
  const sources = await readSources(from);
  const { outline } = sources.course;
  const step = outline.find((activity) => activity.id === id);
  if (!step) throw new NotFoundError();
  const courses = (await listTaughtCourses(actor)).filter(({ slug }) => slug !== courseSlug);
  const target = courses.find(({ slug }) => slug === to);
  const titleOf = (other: string) => stepTitle(sources, other, language);
  return {
    ...headingOf(draft, sources, language),
    step: { id, kind: step.kind, title: titleOf(id) },
    whyStays: whyNeeded(outline, id),
    /** Steps that wait for it, and those that it waits for: neither go along. */
    waiting: outline.filter(({ after }) => after.includes(id)).map((one) => titleOf(one.id)),
    after: outline.filter((one) => step.after.includes(one.id)).map((one) => titleOf(one.id)),
    courses: await Promise.all(
      courses.map(async (course) => ({ slug: course.slug, title: await titleOfCourse(course, language) })),
    ),
    preview: target ? await previewOf(actor, draft, from, id, target, language) : null,
  };
}

async function previewOf(
  actor: Actor,
  draft: Draft,
  from: FolderParts,
  id: string,
  target: PublishedCourse,
  language: Language,
): Promise<MovePreview | null> {
  const there = await findDraft(actor, target.slug);
  const to = there ? await draftFolder(there) : await versionFolder(target);
  const plan = await planTransfer(from, id, to);
  return (
    plan && {
      slug: target.slug,
      title: await titleOfCourse(target, language),
      fault:
        (await transferFault(actor, draft.course, plan)) ??
        ((await hasRoomForTransfer({ folder: to, slug: target.slug }, from, plan))
          ? null
          : "transfer.noRoom"),
      hasDraft: there !== null,
      languagesLeft: plan.languagesLeft,
      languagesMissing: plan.languagesMissing,
      media: plan.media.size,
      packages: plan.packages.size,
      questions: plan.checks.length,
    }
  );
}

async function titleOfCourse({ versionId }: PublishedCourse, language: Language): Promise<string> {
  return (await getCourseText(versionId, language)).text.course.title;
}

/**
 * Moves an activity with what belongs to it into the draft of another course (`to`), which is begun if there is none; it
 * goes here in the same transaction as it comes there. Returns that course's address. Throws like `moveStepPage` and
 * `requireTeaching`, and ConflictError with the reason where it cannot be moved.
 */
export async function moveStep(
  actor: Actor,
  courseSlug: string,
  id: string,
  fields: Fields,
): Promise<string> {
  const draft = await requireDraft(actor, courseSlug);
  const target = await requireTeaching(actor, String(fields.to ?? ""));
  if (target.courseId === draft.course.courseId) throw new NotFoundError();
  await beginDraft(actor, target.slug);
  const there = await requireDraft(actor, target.slug);
  const title = await titleOfCourse(target, defaultLanguage);
  const [here, to] = [await draftFolder(draft), await draftFolder(there)];
  const from = await withBank(here, draft.course);
  const plan = await planTransfer(from, id, to);
  if (!plan) throw new NotFoundError();
  const fault = await transferFault(actor, draft.course, plan);
  if (fault) throw new ConflictError(fault);
  const bank = await bankPartsOf(actor, draft.course, plan);
  const titles = titlesOf(await readSources(from), id);
  // Serializable: others may write in both courses meanwhile, and what was planned must hold.
  await serializable(async (tx) => {
    await requireStillWritten(tx, draft.course.courseId, here);
    await lockRoom(tx, target);
    await requireStillWritten(tx, target.courseId, to);
    if (!(await hasRoomForTransfer({ folder: to, slug: target.slug }, from, plan)))
      throw new ConflictError("transfer.noRoom");
    const names = await copyBankParts(tx, actor, { course: target, title }, { plan, titles, bank });
    await changeDraftIn(tx, actor, there, async (parts) => ({
      parts: await withTransferred(parts, from, plan, names),
    }));
    await leave(tx, actor, draft, plan);
    await recordAudit(tx, actor, "activity.moved", `course:${target.courseId}`, {
      from: courseSlug,
      to: target.slug,
      activity: plan.id,
    });
  }, minutes(1));
  return target.slug;
}

async function leave(tx: Transaction, actor: Actor, draft: Draft, { activity }: TransferPlan): Promise<void> {
  const errors = await changeDraftIn(tx, actor, draft, (parts) => withoutStep(parts, activity.id));
  if (errors) throw new ConflictError(errors.confirm ?? "outline.lastStep");
}
