import type { Actor } from "#app/identity/actor.ts";
import { getCourseVersion } from "#app/library/published-course.server.ts";
import type { FileResponse, QuestionOf } from "#app/library/question-format.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import { hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError, TooManyRequestsError } from "#app/platform/errors.ts";
import { rateLimit } from "#app/platform/rate-limit.server.ts";
import type { FormLimits, SentFile, SentForm } from "#app/platform/sent-form.server.ts";
import { readStream, takeOverFile } from "#app/platform/storage.server.ts";
import { Prisma } from "#prisma/generated/client.ts";

import { deleteUnheldAnswerFile } from "./answer-file-sweep.server.ts";
import { answerFileType } from "./answer-file-type.server.ts";
import { type AnswerFileFault, answerFileKey, bytesInMegabyte, fileTypeOf } from "./answer-file.ts";
import { requireTaken, storeAnswer } from "./answering/answer.server.ts";
import { type AttemptFrame, attemptFrame, type AttemptPlace } from "./answering/attempt-frame.server.ts";
import { getQuestionVersion } from "./stored-question.server.ts";

// A person sends one file, and perhaps a better one; a disk is filled with many.
const uploads = rateLimit("answer-file", 40, hours(1));

/** The form's fields and boundaries beside the file, and the rest of a file that is somewhat too large. */
const room = 64 * 1024;

/** Receives the form with the file and gives it to `take`. */
export type ReceiveForm = <Result>(
  limits: FormLimits,
  take: (form: SentForm) => Promise<Result>,
) => Promise<Result>;

/**
 * Takes a file as the answer to a question of the actor's own open attempt, or says why not. Its type is what its content
 * says; of its name nothing is kept. The file it replaces is deleted. Throws NotFoundError, ConflictError when the attempt
 * is submitted or over, TooManyRequestsError.
 */
export async function answerWithFile(
  actor: Actor,
  place: AttemptPlace,
  position: number,
  receive: ReceiveForm,
): Promise<AnswerFileFault | null> {
  const item = await fileItem(actor, place, position);
  if (!(await uploads.consume(actor.id))) throw new TooManyRequestsError("graded.fileTooMany");
  const maxFileBytes = item.question.maxMegabytes * bytesInMegabyte;
  const limits = { maxFileBytes, maxFormBytes: 2 * maxFileBytes + room };
  return receive(limits, async ({ files }) => {
    const sent = files.get("file");
    return sent ? takeFile(actor, item, position, sent) : "missing";
  });
}

async function takeFile(
  actor: Actor,
  { frame, question, enrolmentId }: FileItem,
  position: number,
  { path, sha256, bytes, isTooLarge }: SentFile,
): Promise<AnswerFileFault | null> {
  if (isTooLarge) return "tooLarge";
  const type = await answerFileType(path);
  if (typeof type === "string") return type;
  if (!question.accept.includes(type.kind)) return "wrongKind";
  const file = { name: `answer.${type.ending}`, sha256, bytes, contentType: type.contentType };
  await takeOverFile(answerFileKey(enrolmentId, sha256), path, bytes);
  await storeAndReplace(actor, frame, position, { file }, enrolmentId);
  return null;
}

/** In this order, so that an answer never names a file that is gone; what a crash leaves behind the sweep deletes. */
async function storeAndReplace(
  actor: Actor,
  frame: AttemptFrame,
  position: number,
  response: FileResponse,
  enrolmentId: string,
): Promise<void> {
  const before = await fileIn(frame.id, position);
  try {
    requireTaken(await storeAnswer(actor, frame, position, response, { mark: null, shownRevision: null }));
  } catch (error) {
    await deleteUnheldAnswerFile(enrolmentId, response.file.sha256);
    throw error;
  }
  if (before && before.sha256 !== response.file.sha256) {
    await deleteUnheldAnswerFile(enrolmentId, before.sha256);
  }
}

/** The actor's own answer, to be downloaded. Throws NotFoundError. */
export async function ownAnswerFile(actor: Actor, place: AttemptPlace, position: number) {
  const { frame, enrolmentId } = await fileItem(actor, place, position);
  const file = await fileIn(frame.id, position);
  if (!file) throw new NotFoundError();
  return {
    name: `answer-${place.number}-${position}.${fileTypeOf(file).ending}`,
    contentType: file.contentType,
    bytes: file.bytes,
    content: await readStream(answerFileKey(enrolmentId, file.sha256)),
  };
}

/** Every file the actor has answered with, and where she can download it. */
export async function ownAnswerFiles(
  actor: Actor,
): Promise<{ address: string; sha256: string; bytes: number }[]> {
  const items = await db.attemptItem.findMany({
    where: {
      attempt: { enrolment: { userId: actor.id } },
      response: { path: ["file", "sha256"], not: Prisma.AnyNull },
    },
    include: { attempt: { include: { enrolment: { include: { course: true } }, quiz: true } } },
  });
  const files = await Promise.all(
    items.map(async ({ response, position, attempt }) => {
      const { file } = response as FileResponse;
      const { course, courseVersionId } = attempt.enrolment;
      const { structure } = await getCourseVersion(courseVersionId);
      const activity = structure.course.outline.find((one) => quizOf(one) === attempt.quiz.slug);
      if (!activity) return [];
      const quiz = `/learn/${course.slug}/quizzes/${activity.id}/attempts/${attempt.number}`;
      return [{ address: `${quiz}/questions/${position}/file`, sha256: file.sha256, bytes: file.bytes }];
    }),
  );
  return files.flat();
}

type FileItem = Awaited<ReturnType<typeof fileItem>>;

async function fileItem(actor: Actor, place: AttemptPlace, position: number) {
  const frame = await attemptFrame(actor, place);
  const item = frame.items.get(position);
  if (!item) throw new NotFoundError();
  const { question } = await getQuestionVersion(item.questionVersionId);
  const attempt = await db.attempt.findFirst({
    where: { id: frame.id, enrolment: { userId: actor.id } },
    select: { enrolmentId: true },
  });
  if (question.type !== "file" || !attempt) throw new NotFoundError();
  return { frame, question: question satisfies QuestionOf<"file">, enrolmentId: attempt.enrolmentId };
}

async function fileIn(attemptId: string, position: number): Promise<FileResponse["file"] | null> {
  const item = await db.attemptItem.findUnique({
    where: { attemptId_position: { attemptId, position } },
    select: { response: true },
  });
  return (item?.response as Partial<FileResponse> | null)?.file ?? null;
}
