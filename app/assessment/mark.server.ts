import type { Actor } from "#app/identity/actor.ts";
import { requestMail } from "#app/notifications/outgoing-mail.server.ts";
import type { QuestionOf } from "#app/library/question-format.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { clock } from "#app/platform/clock.ts";
import { isDuplicate, type Transaction } from "#app/platform/db.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { recordAudit } from "#app/identity/audit.server.ts";
import type { Mark } from "#prisma/generated/client.ts";

import { requireTask } from "./grading-task.server.ts";
import { type MarkForm, readMarkForm } from "./mark-form.ts";
import { type GivenMark, markingState, needsNote, taskOf } from "./marking.ts";
import { regradeEffect } from "./regrade-effect.ts";
import { rubricFraction } from "./rubric.ts";
import { settleAttempt } from "./settle-attempt.server.ts";
import { getQuestionVersion } from "./stored-question.server.ts";

type GradedByPerson = QuestionOf<"essay" | "file">;
type OpenTask = Awaited<ReturnType<typeof requireTask>>;

export function givenMarks(marks: Mark[]): GivenMark[] {
  // Who has left the site gave a mark all the same: nobody's id is hers.
  return marks.map(({ graderId, kind, fraction, givenAt }) => ({
    graderId: graderId ?? "",
    kind,
    fraction,
    givenAt,
  }));
}

/** What the actor may do with a task, and what its marks have come to. */
export function standingOf(actor: Actor, { task, isDouble }: OpenTask) {
  const marks = givenMarks(task.marks);
  const state = markingState(marks, isDouble);
  const isLearner = task.item.attempt.enrolment.userId === actor.id;
  return { marks, state, todo: taskOf({ id: actor.id, isLearner }, state, marks), isLearner };
}

/** Reads the form of a mark against the question's rubric. Throws like `requireTask`. */
export async function readMark(actor: Actor, courseSlug: string, taskId: string, fields: Fields) {
  const open = await requireTask(actor, courseSlug, taskId);
  const { marks } = standingOf(actor, open);
  const { rubric } = (await getQuestionVersion(open.task.item.questionVersionId)).question as GradedByPerson;
  return readMarkForm(rubric, fields, (todo) => needsNote(actor.id, todo, marks));
}

export type MarkGiven = { attemptId: string; isSettled: boolean; mailId: string | null };

/**
 * Writes a mark and what follows from it for the answer and its attempt, inside the caller's serializable transaction: two
 * colleagues who save at the same moment must see each other. When the last answer of the attempt is graded, or a review
 * changed the result, the learner is written to. Throws like `requireTask`, ForbiddenError for one's own answer,
 * ConflictError when somebody was faster.
 */
export async function giveMarkIn(
  tx: Transaction,
  actor: Actor,
  courseSlug: string,
  taskId: string,
  form: MarkForm,
): Promise<MarkGiven> {
  const open = await requireTask(actor, courseSlug, taskId, tx);
  const { task, course } = open;
  const { marks, todo, isLearner } = standingOf(actor, open);
  if (isLearner) throw new ForbiddenError("grading.ownAnswer");
  if (todo === null) throw new ConflictError("grading.notYours");
  const isStale = todo !== form.task || (todo !== "mark" && form.marksSeen !== marks.length);
  if (isStale) throw new ConflictError("grading.taskChanged");

  const stored = await getQuestionVersion(task.item.questionVersionId, tx);
  const { rubric, points } = stored.question as GradedByPerson;
  const fraction = rubricFraction(rubric, form.levels);
  if (fraction === null) throw new ConflictError("grading.taskChanged");
  const mark = {
    id: newId(),
    graderId: actor.id,
    kind: todo === "mark" ? ("own" as const) : ("decision" as const),
    fraction,
    givenAt: clock.now(),
  };
  const { levels, comment, note } = form;
  await tx.mark.create({ data: { ...mark, taskId, levels, comment, note } }).catch((error: unknown) => {
    throw isDuplicate(error) ? new ConflictError("grading.taskChanged") : error;
  });
  const state = markingState([...marks, mark], open.isDouble);
  await tx.gradingTask.update({
    where: { id: taskId },
    data: { step: state.step, takenById: null, takenUntil: null },
  });
  await recordAudit(tx, actor, "answer.graded", `attempt:${task.attemptId}`, {
    course: course.slug,
    kind: todo,
  });
  if (state.fraction === null) return { attemptId: task.attemptId, isSettled: false, mailId: null };
  await tx.attemptItem.update({
    where: { attemptId_position: { attemptId: task.attemptId, position: task.position } },
    data: {
      fraction: state.fraction,
      points: state.fraction * points,
      isCorrect: state.fraction >= 1 - 1e-9,
    },
  });
  return settled(tx, open, mark.id);
}

async function settled(tx: Transaction, { task, course }: OpenTask, markId: string): Promise<MarkGiven> {
  const { attemptId } = task;
  const result = await settleAttempt(tx, attemptId);
  if (!result) return { attemptId, isSettled: false, mailId: null };
  const isNews = !result.before || regradeEffect(result.before, result.after) !== "none";
  const mailId = isNews
    ? await requestMail(tx, {
        recipientId: task.item.attempt.enrolment.userId,
        template: result.before ? "regraded" : "graded",
        data: { courseSlug: course.slug },
        dedupeKey: `graded:${attemptId}:${markId}`,
      })
    : null;
  return { attemptId, isSettled: true, mailId };
}
