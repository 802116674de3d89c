import { ensureCourseBank } from "#app/assessment/bank.server.ts";
import { copyQuizzes } from "#app/assessment/quiz-version.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { isTrainer } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { dispatchCompletion } from "#app/learning/course-move.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import type { PackageActivity } from "#app/library/course-format.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { addCourse, addCourseVersion } from "#app/library/course-version.server.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import type { StoredPackage } from "#app/library/stored-package.server.ts";
import { withInserted } from "#app/library/outline-sections.ts";
import { titleIn } from "#app/library/titles.ts";
import { serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";
import { defaultLanguage } from "#app/platform/languages.ts";
import { moveToVersion } from "#app/players/version-move.server.ts";

import {
  currentVersion,
  isPublished,
  otherVersions,
  withOutline,
  withTitle,
} from "./course-edition.server.ts";
import { structureOfOne, textsOfOne } from "./course-of-one.ts";
import { ruleErrors } from "./outline-rules.ts";
import { type ActivityForm, type NewCourseForm, type ReplacementForm, rulesOf } from "./publication-form.ts";
import { type PackageAddress, requireUploadedVersion } from "./ready-version.server.ts";
import { isReservedAddress } from "./reserved-addresses.ts";

export type Publication = { courseSlug: string };

/**
 * Publishes a package as a new activity of a course the actor teaches: a new version of the course, on which new
 * learners begin, and those under way too if she says so. Sending the same form twice publishes once. Returns what is wrong
 * in it, with which nothing is published, or null. Throws ForbiddenError for a learner, NotFoundError for a package or course that is not hers, ConflictError when the course
 * has changed so that the form does not fit any more.
 */
export async function publishActivity(
  actor: Actor,
  address: PackageAddress,
  courseSlug: string,
  form: ActivityForm,
): Promise<FormErrors | null> {
  const stored = await requireUploadedVersion(actor, address);
  const { courseId } = await requireTeaching(actor, courseSlug);
  // Serializable: the form may arrive twice at once, and another trainer may publish into the same course.
  const errors = await serializable(async (tx): Promise<FormErrors | null> => {
    if (await isPublished(tx, form.publication)) return null;
    const base = await currentVersion(tx, courseId);
    const outline = base.structure.course.outline;
    const known = new Set([...outline.map(({ id }) => id), certificateStepId]);
    if (!form.after.every((id) => known.has(id))) throw new ConflictError("authoring.courseChanged");
    const names = new Set(await packageNames(tx, base.versionId));
    const name = titleIn(form.titles, defaultLanguage) ?? stored.structure.title;
    const id = freeSlug(slugOf(name, "package"), (slug) => known.has(slug) || names.has(slug));
    const position = outline.findIndex((activity) => activity.id === form.place) + 1;
    const placed = withInserted(outline, position, activityOf(id, stored, form));
    const errors = ruleErrors(outline, placed, id);
    if (errors) return errors;
    await addCourseVersion(tx, base, {
      versionId: form.publication,
      structure: withOutline(base.structure, placed),
      text: (text, language) => withTitle(text, id, titleIn(form.titles, language) ?? stored.structure.title),
      packages: { [id]: stored.id },
    });
    await copyQuizzes(tx, base.versionId, form.publication);
    const detail = { course: base.slug, activity: id, package: stored.packageId, version: stored.number };
    await recordAudit(tx, actor, "package.published", `package:${stored.packageId}`, detail);
    if (form.learners === "move") {
      await moveToVersion(tx, actor, base.slug, {
        fromVersionIds: await otherVersions(tx, courseId, form.publication),
        toVersionId: form.publication,
      });
    }
    return null;
  });
  if (!errors && form.learners === "move") await dispatchCompletion(form.publication);
  return errors;
}

/**
 * Puts a version of an uploaded package in the place of the version that a course uses. Learners under way on the old
 * one stay on it, or are moved and begin its activities anew; what they did stays in the log. Who has completed the
 * course is never moved. Throws like `publishActivity`, and NotFoundError when the course does not use the package.
 */
export async function replacePackage(
  actor: Actor,
  address: PackageAddress,
  courseSlug: string,
  form: ReplacementForm,
): Promise<Publication> {
  const stored = await requireUploadedVersion(actor, address);
  const { courseId } = await requireTeaching(actor, courseSlug);
  await serializable(async (tx) => {
    if (await isPublished(tx, form.publication)) return;
    const base = await currentVersion(tx, courseId);
    const names = await packageNames(tx, base.versionId, stored.packageId);
    if (names.length === 0) throw new NotFoundError();
    const onOthers = await tx.courseVersion.findMany({
      where: {
        courseId,
        packages: {
          some: { packageVersionId: { not: stored.id }, packageVersion: { packageId: stored.packageId } },
        },
      },
      select: { id: true },
    });
    await addCourseVersion(tx, base, {
      versionId: form.publication,
      structure: base.structure,
      text: (text) => text,
      packages: Object.fromEntries(names.map((name) => [name, stored.id])),
    });
    await copyQuizzes(tx, base.versionId, form.publication);
    const detail = { course: base.slug, package: stored.packageId, version: stored.number };
    await recordAudit(tx, actor, "package.replaced", `package:${stored.packageId}`, detail);
    if (form.learners === "restart") {
      await moveToVersion(tx, actor, base.slug, {
        fromVersionIds: onOthers.map(({ id }) => id),
        toVersionId: form.publication,
      });
    }
  });
  if (form.learners === "restart") await dispatchCompletion(form.publication);
  return { courseSlug };
}

/**
 * Publishes a package as a course of its own, whose trainer the actor becomes. Throws ForbiddenError for a learner,
 * NotFoundError for a package that is not hers.
 */
export async function publishCourse(
  actor: Actor,
  address: PackageAddress,
  form: NewCourseForm,
): Promise<Publication> {
  const stored = await requireUploadedVersion(actor, address);
  const courseSlug = await serializable(async (tx) => {
    const earlier = await tx.courseVersion.findUnique({
      where: { id: form.publication },
      select: { course: { select: { slug: true } } },
    });
    if (earlier) return earlier.course.slug;
    const taken = new Set((await tx.course.findMany({ select: { slug: true } })).map(({ slug }) => slug));
    const slug = freeSlug(
      slugOf(form.title, "course"),
      (candidate) => taken.has(candidate) || isReservedAddress(candidate),
    );
    const id = slugOf(form.title, "package");
    const courseId = newId();
    const texts = textsOfOne(id, form);
    await addCourse(tx, {
      versionId: form.publication,
      courseId,
      trainerId: isTrainer(actor) ? actor.id : null,
      structure: structureOfOne(slug, activityOf(id, stored, { ...form, required: true, after: [] }), [
        ...texts.keys(),
      ]),
      texts,
      packages: { [id]: stored.id },
    });
    await ensureCourseBank(tx, courseId, form.title);
    const detail = { course: slug, activity: id, package: stored.packageId, version: stored.number };
    await recordAudit(tx, actor, "package.published", `package:${stored.packageId}`, detail);
    return slug;
  });
  return { courseSlug };
}

/** The names that a course version uses, of one package or of all. */
async function packageNames(tx: Transaction, courseVersionId: string, packageId?: string): Promise<string[]> {
  const rows = await tx.coursePackage.findMany({
    where: { courseVersionId, packageVersion: { packageId } },
    select: { name: true },
  });
  return rows.map(({ name }) => name);
}

type Rules = Pick<ActivityForm, "minutes" | "required" | "after" | "complete" | "attempts" | "scoring">;

function activityOf(id: string, { structure }: StoredPackage, rules: Rules): PackageActivity {
  if (!rulesOf(structure.standard).includes(rules.complete)) throw new ConflictError("authoring.ruleUnfit");
  return {
    id,
    kind: "package",
    package: id,
    minutes: rules.minutes,
    required: rules.required,
    after: rules.after,
    complete: rules.complete,
    ...(rules.attempts === null ? {} : { attempts: rules.attempts }),
    scoring: rules.scoring,
    isUploaded: true,
  };
}
