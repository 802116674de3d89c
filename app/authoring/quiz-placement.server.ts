import { withBlueprint } from "#app/assessment/quiz-content.server.ts";
import { requireOrdinaryQuiz } from "#app/assessment/quiz-editor.server.ts";
import { reportDraw } from "#app/assessment/quiz-sources.server.ts";
import { copyQuizzes } from "#app/assessment/quiz-version.server.ts";
import type { StoredQuiz } from "#app/assessment/stored-quiz.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import { countUnderWay, dispatchCompletion } from "#app/learning/course-move.server.ts";
import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity } from "#app/library/course-format.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import { addCourseVersion } from "#app/library/course-version.server.ts";
import { withInserted } from "#app/library/outline-sections.ts";
import type { PublishedCourse } from "#app/library/published-course.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { titleIn } from "#app/library/titles.ts";
import { db, serializable, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { FormErrors } from "#app/platform/form-fields.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { moveToVersion } from "#app/players/version-move.server.ts";

import {
  currentVersion,
  isPublished,
  otherVersions,
  withOutline,
  withTitle,
} from "./course-edition.server.ts";
import { ruleErrors, whyNeeded, withoutActivity } from "./outline-rules.ts";
import type { PlacementForm, WithdrawalForm } from "./quiz-placement-form.ts";

/**
 * What another place of a quiz would mean: how many learners would be asked to move by a new version, and why it cannot be
 * taken out of the outline (null when it can). Throws like `requireTeaching`.
 */
export async function placementState(actor: Actor, courseSlug: string, slug: string) {
  const course = await requireTeaching(actor, courseSlug);
  const versions = await db.courseVersion.findMany({
    where: { courseId: course.courseId },
    select: { id: true },
  });
  const step = stepOf(course, slug);
  return {
    underWay: await countUnderWay(versions.map(({ id }) => id)),
    whyStays: step ? whyNeeded(course.structure.course.outline, step.id) : null,
  };
}

/**
 * Gives a quiz a place in the outline of its course, or another one: a new version of the course, on which new learners
 * begin, and those under way too if the form says so. Sending the form twice publishes once. Returns what is wrong in it,
 * with which nothing is published, or null. Throws like `requireOrdinaryQuiz`, and ConflictError when the quiz cannot be
 * taken yet or the course has changed meanwhile.
 */
export async function placeQuiz(
  actor: Actor,
  courseSlug: string,
  slug: string,
  form: PlacementForm,
): Promise<FormErrors | null> {
  const { course, quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  const reason = await untakableReason(quiz);
  if (reason) throw new ConflictError(reason);
  // Serializable: the form may arrive twice at once, and another trainer may publish into the same course.
  const errors = await serializable(async (tx): Promise<FormErrors | null> => {
    if (await isPublished(tx, form.publication)) return null;
    const base = await currentVersion(tx, course.courseId);
    const before = stepOf(base, slug);
    const others = base.structure.course.outline.filter((activity) => activity !== before);
    const known = new Set([certificateStepId, ...others.map(({ id }) => id)]);
    const isFit = form.after.every((id) => known.has(id)) && (form.place === "" || known.has(form.place));
    const id = before?.id ?? slug;
    if (!isFit || known.has(id)) throw new ConflictError("authoring.courseChanged");
    const position = others.findIndex((activity) => activity.id === form.place) + 1;
    const outline = withInserted(others, position, activityOf(id, slug, before, form));
    const errors = ruleErrors(base.structure.course.outline, outline, id);
    if (errors) return errors;
    await addCourseVersion(tx, base, {
      versionId: form.publication,
      structure: withOutline(base.structure, outline),
      text: (text, language) => withTitle(text, id, titleIn(form.titles, language) ?? slug),
      packages: {},
    });
    await takeQuizzesOver(tx, base, form.publication, quiz);
    await tx.quiz.update({ where: { id: quiz.id }, data: { titles: form.titles } });
    await recordAudit(tx, actor, "quiz.placed", `quiz:${quiz.id}`, { course: base.slug, quiz: slug });
    await moveIfAsked(tx, actor, base, form);
    return null;
  });
  if (!errors && form.learners === "move") await dispatchCompletion(form.publication);
  return errors;
}

/** A quiz without a question, or with a draw that the banks cannot give, must not reach a learner; null for another. */
export async function untakableReason(quiz: StoredQuiz): Promise<MessageKey | null> {
  const { courseId, settings, questionIds } = await withBlueprint(quiz);
  if (settings.draw && (await reportDraw(courseId, settings.draw)).faults.length > 0) {
    return "quizzes.drawCannotBeGiven";
  }
  return !settings.draw && questionIds.length === 0 ? "quizzes.asksNothing" : null;
}

function activityOf(
  id: string,
  quiz: string,
  before: Activity | undefined,
  { minutes, required, after }: PlacementForm,
): Activity {
  const isAdded = before?.kind !== "quiz" || before.isAdded === true;
  return {
    ...(before?.kind === "quiz" && before),
    id,
    kind: "quiz",
    quiz,
    minutes: minutes as number,
    required,
    after,
    ...(isAdded && { isAdded: true }),
  };
}

async function takeQuizzesOver(tx: Transaction, base: PublishedCourse, versionId: string, quiz: StoredQuiz) {
  await copyQuizzes(tx, base.versionId, versionId);
  await tx.courseQuiz.upsert({
    where: { courseVersionId_slug: { courseVersionId: versionId, slug: quiz.slug } },
    update: { quizVersionId: quiz.versionId },
    create: { courseVersionId: versionId, slug: quiz.slug, quizVersionId: quiz.versionId },
  });
}

/**
 * Takes a quiz out of the outline: a new version of the course without it. Whoever stays on an older version still has
 * it, and what was answered is kept. `placeQuiz` undoes it. Throws like `placeQuiz`.
 */
export async function withdrawQuiz(
  actor: Actor,
  courseSlug: string,
  slug: string,
  form: WithdrawalForm,
): Promise<void> {
  const { course, quiz } = await requireOrdinaryQuiz(actor, courseSlug, slug);
  await serializable(async (tx) => {
    if (await isPublished(tx, form.publication)) return;
    const base = await currentVersion(tx, course.courseId);
    const step = stepOf(base, slug);
    if (!step) throw new NotFoundError();
    const { outline } = base.structure.course;
    const fault = whyNeeded(outline, step.id);
    if (fault) throw new ConflictError(fault);
    await addCourseVersion(tx, base, {
      versionId: form.publication,
      structure: withOutline(base.structure, withoutActivity(outline, step.id)),
      text: (text) => text,
      packages: {},
    });
    await copyQuizzes(tx, base.versionId, form.publication);
    await tx.courseQuiz.deleteMany({ where: { courseVersionId: form.publication, slug } });
    await recordAudit(tx, actor, "quiz.withdrawn", `quiz:${quiz.id}`, { course: base.slug, quiz: slug });
    await moveIfAsked(tx, actor, base, form);
  });
  if (form.learners === "move") await dispatchCompletion(form.publication);
}

async function moveIfAsked(
  tx: Transaction,
  actor: Actor,
  base: PublishedCourse,
  { publication, learners }: WithdrawalForm,
) {
  if (learners !== "move") return;
  await moveToVersion(tx, actor, base.slug, {
    fromVersionIds: await otherVersions(tx, base.courseId, publication),
    toVersionId: publication,
  });
}

function stepOf({ structure }: PublishedCourse, slug: string) {
  return structure.course.outline.find((activity) => quizOf(activity) === slug);
}
