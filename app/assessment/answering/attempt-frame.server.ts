import type { Actor } from "#app/identity/actor.ts";
import { enrolmentOf } from "#app/learning/enrolment.server.ts";
import { quizOf } from "#app/library/quiz-activity.ts";
import type { QuizSettings } from "#app/library/quiz-format.ts";
import { remembered } from "#app/library/remembered.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { keyedHash } from "#app/platform/secret.server.ts";

import type { Presentation } from "../presentation.ts";
import { tellsAtOnce } from "../shown-feedback.ts";
import { getQuizVersion } from "../stored-quiz.server.ts";

/** Where an attempt is, as its pages' addresses say. */
export type AttemptPlace = { courseSlug: string; activityId: string; number: number };

/** What never changes of an attempt from its first question to its last. */
export type AttemptFrame = {
  id: string;
  /** An answer is marked as it is given, and stands. */
  isMarkedAtOnce: boolean;
  layout: QuizSettings["layout"];
  items: ReadonlyMap<number, { questionVersionId: string; presentation: Presentation }>;
};

const frames = new Map<string, Promise<AttemptFrame>>();
/** More than are answered at the same time; some ten kilobytes each. */
const framesKept = 2000;

/**
 * One of the actor's own attempts. Throws NotFoundError. One that is gone since may still be answered: whether it is
 * hers and open is for the write to find out.
 */
export function attemptFrame(actor: Actor, place: AttemptPlace): Promise<AttemptFrame> {
  const key = [actor.id, place.courseSlug, place.activityId, place.number].join("/");
  return remembered(frames, key, () => loadFrame(actor, place), framesKept);
}

async function loadFrame(
  actor: Actor,
  { courseSlug, activityId, number }: AttemptPlace,
): Promise<AttemptFrame> {
  const { id: enrolmentId, course } = await enrolmentOf(actor, courseSlug);
  const activity = course.structure.course.outline.find(({ id }) => id === activityId);
  const slug = activity && quizOf(activity);
  if (!slug) throw new NotFoundError();
  const attempt = await db.attempt.findFirst({
    where: { enrolmentId, number, quiz: { slug } },
    select: {
      id: true,
      quizVersionId: true,
      items: { select: { position: true, questionVersionId: true, presentation: true } },
    },
  });
  if (!attempt) throw new NotFoundError();
  const { settings } = await getQuizVersion(attempt.quizVersionId);
  return {
    id: attempt.id,
    isMarkedAtOnce: tellsAtOnce(settings),
    layout: settings.layout,
    items: new Map(
      attempt.items.map(({ position, questionVersionId, presentation }) => [
        position,
        { questionVersionId, presentation: presentation as Presentation },
      ]),
    ),
  };
}

/** The key that seals what a browser keeps of an attempt. */
export async function answerKeyOf(attemptId: string): Promise<string> {
  return (await keyedHash("answer-seal", attemptId)).toString("base64url");
}
