import type { Actor } from "#app/identity/actor.ts";
import { db } from "#app/platform/db.server.ts";
import { ownElements } from "#app/players/run-elements.ts";
import { restoredText } from "#app/players/storable-text.ts";

import type { ProbeStandard } from "./probe-course.ts";
import type { State } from "./subject.ts";

/** What the server holds of a learner's attempt at a package: values; of H5P its state, and how often each answer. */
export async function storedState(learner: Pick<Actor, "id">, standard: ProbeStandard): Promise<State> {
  const attempt = { enrolment: { userId: learner.id }, activityId: standard };
  if (standard === "h5p") {
    const rows = await db.xapiStatement.findMany({ where: { registration: attempt } });
    const answers = rows.flatMap(({ statement }) => responseIn(statement) ?? []);
    const state = await db.runValue.findFirst({ where: { attempt, element: `${ownElements.h5pState}/0` } });
    return {
      ...(state ? { state: (JSON.parse(state.value) as { value: string }).value } : {}),
      ...Object.fromEntries(
        answers.map((answer) => [
          answer,
          answers.filter((other) => other === answer).length === 1 ? "once" : "twice",
        ]),
      ),
    };
  }
  const rows = await db.runValue.findMany({ where: { attempt } });
  return Object.fromEntries(
    rows.flatMap(({ element, value }) =>
      element.startsWith("cmi.") ? [[element, restoredText(value)]] : [],
    ),
  );
}

function responseIn(statement: unknown): string | undefined {
  const { result } = statement as { result?: { response?: unknown } };
  return typeof result?.response === "string" ? result.response : undefined;
}

/** What the server holds of a learner's open attempt at the test. */
export async function storedAnswers(learner: Pick<Actor, "id">): Promise<State> {
  const items = await db.attemptItem.findMany({
    where: { attempt: { enrolment: { userId: learner.id } }, answeredAt: { not: null } },
    include: { questionVersion: { select: { question: { select: { key: true } } } } },
  });
  return Object.fromEntries(
    items.map(({ questionVersion, response }) => [questionVersion.question.key, String(response)]),
  );
}

/** As if so much time had passed: the session is over and every launch has expired. */
export async function expireEverything(learner: Pick<Actor, "id">): Promise<void> {
  await db.session.deleteMany({ where: { userId: learner.id } });
  await db.runLaunch.updateMany({
    where: { attempt: { enrolment: { userId: learner.id } } },
    data: { expiresAt: new Date(0) },
  });
}
