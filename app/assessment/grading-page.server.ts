import type { Actor } from "#app/identity/actor.ts";
import { getCourseText } from "#app/library/published-course.server.ts";
import type { FileResponse, Response } from "#app/library/question-format.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import { readStream } from "#app/platform/storage.server.ts";

import { answerFileKey, fileTypeOf } from "./answer-file.ts";
import { requireTask, takeTask } from "./grading-task.server.ts";
import { isGradedByPerson } from "./grading/grade.ts";
import { standingOf } from "./mark.server.ts";
import { contextHtml } from "./shown-question.server.ts";
import { agreementWithin, needsNote, seesOthersMarks } from "./marking.ts";
import { rubricLines } from "./rubric-lines.ts";
import { getQuestionVersion, questionTextIn } from "./stored-question.server.ts";

/**
 * An answer with its question and rubric, for whoever grades it; opening it takes it for half an hour. Others' marks
 * are there only when both are to be brought together, and afterwards. Throws like `requireTask`.
 */
export async function gradingPage(actor: Actor, courseSlug: string, taskId: string, language: Language) {
  const open = await requireTask(actor, courseSlug, taskId);
  const { task, course } = open;
  const { state, todo, marks, isLearner } = standingOf(actor, open);
  const isTakenByOther = todo === null || todo === "review" ? false : !(await takeTask(actor, taskId));
  const stored = await getQuestionVersion(task.item.questionVersionId);
  if (!isGradedByPerson(stored.question)) throw new NotFoundError();
  const { text } = questionTextIn(stored, language);
  const { user } = task.item.attempt.enrolment;
  const shown = seesOthersMarks(state)
    ? task.marks
    : task.marks.filter(({ graderId }) => graderId === actor.id);
  return {
    courseSlug: course.slug,
    courseTitle: (await getCourseText(course.versionId, language)).text.course.title,
    taskId,
    whose: open.isAnonymous ? null : user.name || user.email,
    code: task.code,
    isAnonymous: open.isAnonymous,
    isDouble: open.isDouble,
    isOwnAnswer: isLearner,
    isTakenByOther,
    waitsSince: task.waitsSince,
    step: state.step,
    fraction: state.fraction,
    todo,
    agreementWithin,
    isNoteNeeded: needsNote(actor.id, todo, marks),
    marksSeen: marks.length,
    q: text.q,
    context: contextHtml(stored, text.context),
    guidance: contextHtml(stored, text.guidance),
    points: stored.question.points,
    rubric: rubricLines(stored.question.rubric, text),
    answer: answerOf(task.item.response as Response),
    marks: shown.map((mark) => ({
      id: mark.id,
      kind: mark.kind,
      isMine: mark.graderId === actor.id,
      levels: mark.levels as Record<string, number>,
      fraction: mark.fraction,
      comment: mark.comment,
      note: mark.note,
      givenAt: mark.givenAt,
    })),
  };
}

function answerOf(response: Response) {
  if (typeof response === "string") return { text: response, file: null };
  const { file } = response as FileResponse;
  return { text: null, file: { kind: fileTypeOf(file).kind, bytes: file.bytes } };
}

/**
 * The file of an answer for whoever grades it: its name is the learner's code, never what she called it. Throws like
 * `requireTask`, and NotFoundError when the answer is no file.
 */
export async function gradedFile(actor: Actor, courseSlug: string, taskId: string) {
  const { task } = await requireTask(actor, courseSlug, taskId);
  const { file } = (task.item.response ?? {}) as Partial<FileResponse>;
  if (!file || task.item.attempt.enrolment.userId === actor.id) throw new NotFoundError();
  const { ending } = fileTypeOf(file);
  return {
    name: `${task.code}-${task.position}.${ending}`,
    contentType: file.contentType,
    bytes: file.bytes,
    content: await readStream(answerFileKey(task.item.attempt.enrolmentId, file.sha256)),
  };
}
