import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Actor } from "#app/identity/actor.ts";

import type { AnswerStanding } from "./answer-request.ts";
import { answerKeyOf, attemptFrame, type AttemptPlace } from "./attempt-frame.server.ts";
import type { AnsweringPart } from "./answering-part.ts";
import { signedTime } from "./signed-time.server.ts";

/** What the pages of an open attempt need to save its answers. */
export async function answeringPart({
  id,
  deadlineAt,
}: {
  id: string;
  deadlineAt: Date | null;
}): Promise<AnsweringPart> {
  return {
    attemptId: id,
    sealKey: await answerKeyOf(id),
    time: await signedTime(id),
    deadlineAt: deadlineAt?.toISOString() ?? null,
  };
}

/** How it stands with one answer of the actor's own. Throws NotFoundError. */
export async function answerStanding(
  actor: Actor,
  place: AttemptPlace,
  position: number,
): Promise<AnswerStanding> {
  const { id: attemptId } = await attemptFrame(actor, place);
  const item = await db.attemptItem.findFirst({
    where: { attemptId, position, attempt: { enrolment: { userId: actor.id } } },
    select: {
      revision: true,
      pageId: true,
      answeredAt: true,
      attempt: { select: { deadlineAt: true, submittedAt: true } },
    },
  });
  if (!item) throw new NotFoundError();
  return {
    time: await signedTime(attemptId),
    revision: item.revision,
    page: item.pageId,
    at: item.answeredAt?.toISOString() ?? null,
    deadlineAt: item.attempt.deadlineAt?.toISOString() ?? null,
    isSubmitted: item.attempt.submittedAt !== null,
  };
}
