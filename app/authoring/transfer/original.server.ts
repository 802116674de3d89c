import type { Actor } from "#app/identity/actor.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { getCourseText, type PublishedCourse } from "#app/library/published-course.server.ts";
import { minutes } from "#app/platform/clock.ts";
import { serializable } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { defaultLanguage, isLanguage, type Language } from "#app/platform/languages.ts";

import { withBank } from "../bank-folder.server.ts";
import { readSources } from "../course-sources.server.ts";
import { headingOf, stepTitle } from "../draft-heading.server.ts";
import { requireStillWritten } from "../draft-publication.server.ts";
import { basisOf, changeDraftIn, type Draft, draftFolder, requireDraft } from "../draft.server.ts";
import { lockRoom } from "../media-room.server.ts";
import { titlesOf, withOutlineChanged } from "../outline-changes.server.ts";
import { compareTexts } from "../text-comparison.ts";
import { textOfPart, versionFolder } from "../version-folder.server.ts";
import { bankPartsOf, copyBankParts } from "./bank-copies.server.ts";
import { changedOriginals } from "./original-changes.server.ts";
import { planTransfer, type Renamed, type TransferPlan } from "./transfer-plan.server.ts";
import { hasRoomForTransfer } from "./transfer-room.server.ts";
import { type LessonOrigin, renamedText, withTransferredFiles } from "./transferred.server.ts";

/** A lesson of a draft that is a copy, and the lesson that it is a copy of as it is published now. */
type Copy = {
  draft: Draft;
  to: FolderParts;
  id: string;
  lesson: string;
  origin: LessonOrigin;
  source: PublishedCourse;
  from: FolderParts;
  plan: TransferPlan;
};

/**
 * What has become of the lesson that a lesson of a draft is a copy of: the texts here beside those that would be taken.
 * Throws like `requireDraft`, NotFoundError for what is no copy, and like `requireTeaching` for the original's course.
 */
export async function originalPage(actor: Actor, courseSlug: string, id: string, language: Language) {
  const copy = await requireCopy(actor, courseSlug, id);
  const { draft, to, origin, source, plan } = copy;
  const sources = await readSources(to);
  const checks = await keptChecks(copy);
  const texts = await Promise.all(
    [...sources.texts.keys()].map(async (tag) => {
      const [mine, theirs] = [await ownText(copy, tag), await originalText(copy, tag)];
      if (theirs === null) return [];
      const taken = renamedText(theirs, plan, checks ?? new Map());
      return taken === mine ? [] : [{ language: tag, rows: compareTexts(mine ?? "", taken) }];
    }),
  );
  return {
    ...headingOf(draft, sources, language),
    title: stepTitle(sources, id, language),
    originTitle: (await getCourseText(source.versionId, language)).text.course.title,
    origin,
    version: source.label,
    hasChanged: (await changedOriginals([copy], [...sources.texts.keys()])).has(id),
    basis: basisIn(copy),
    texts: texts.flat().filter((one) => isLanguage(one.language)),
  };
}

/**
 * Takes the form that puts the original's text as it is published now in place of a copy's, in every language that both
 * courses have. Throws like `originalPage`, and ConflictError when the copy or the original has changed since the page.
 */
export async function takeOriginal(
  actor: Actor,
  courseSlug: string,
  id: string,
  fields: Fields,
): Promise<void> {
  const copy = await requireCopy(actor, courseSlug, id);
  const { draft, to, from, lesson, source, origin } = copy;
  if (fields.basis !== basisIn(copy)) throw new ConflictError("drafts.writtenMeanwhile");
  const plan = { ...copy.plan, id: lesson };
  const kept = await keptChecks(copy);
  const bank = kept ? null : await bankPartsOf(actor, source, plan);
  const titles = titlesOf(await readSources(from), plan.activity.id);
  const title = headingOf(draft, await readSources(to), defaultLanguage).courseTitle;
  // Serializable: others may write in the draft meanwhile, and what was planned must hold.
  await serializable(async (tx) => {
    await lockRoom(tx, draft.course);
    await requireStillWritten(tx, draft.course.courseId, to);
    if (!(await hasRoomForTransfer({ folder: to, slug: courseSlug }, from, plan)))
      throw new ConflictError("transfer.noRoomHere");
    const names = await copyBankParts(tx, actor, { course: draft.course, title }, { plan, titles, bank });
    await changeDraftIn(tx, actor, draft, async (parts) => {
      const taken = await withTransferredFiles(parts, from, plan, kept ?? names.checks);
      return {
        parts: await withOutlineChanged(taken, (outline) =>
          outline.map((one) =>
            one.id === id && one.kind === "lesson"
              ? { ...one, from: { ...origin, version: source.label } }
              : one,
          ),
        ),
      };
    });
  }, minutes(1));
}

async function requireCopy(actor: Actor, courseSlug: string, id: string): Promise<Copy> {
  const draft = await requireDraft(actor, courseSlug);
  const to = await draftFolder(draft);
  const step = (await readSources(to)).course.outline.find((activity) => activity.id === id);
  if (step?.kind !== "lesson" || !step.from) throw new NotFoundError();
  const source = await requireTeaching(actor, step.from.course);
  const from = await withBank(await versionFolder(source), source);
  const original = source.structure.course.outline.find(
    (one) => one.kind === "lesson" && one.lesson === step.from?.lesson,
  );
  const plan = original && (await planTransfer(from, original.id, to));
  if (!plan) throw new NotFoundError("transfer.originalGone");
  return { draft, to, id, lesson: step.lesson, origin: step.from, source, from, plan };
}

/** Questions that came with the copy keep their names here, where the original asks as many as the copy does. */
async function keptChecks(copy: Copy): Promise<Renamed | null> {
  const own = [...((await ownText(copy, defaultLanguage)) ?? "").matchAll(/::check\{#([^}\s]+)/g)].map(
    ([, key]) => key as string,
  );
  const { checks } = copy.plan;
  if (own.length !== checks.length) return checks.length === 0 ? new Map() : null;
  return new Map(checks.map((key, index) => [key, own[index] as string]));
}

function ownText({ to, lesson }: Copy, tag: string): Promise<string | null> {
  return textOfPart(to, `lessons/${lesson}/${tag}.md`);
}

function originalText({ from, origin }: Copy, tag: string): Promise<string | null> {
  return textOfPart(from, `lessons/${origin.lesson}/${tag}.md`);
}

/** Names what the copy and its original say. */
function basisIn({ to, lesson, source }: Copy): string {
  const parts = [...to.values()].filter(({ path }) => path.startsWith(`lessons/${lesson}/`));
  return [source.versionId, ...parts.map(basisOf).sort()].join(" ");
}
