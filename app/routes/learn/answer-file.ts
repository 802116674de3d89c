import { redirect } from "@remix-run/node";

import { answerWithFile, ownAnswerFile } from "#app/assessment/answer-file.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, privateDownload, requireParam } from "#app/platform/http.server.ts";
import { withSentForm } from "#app/platform/sent-form.server.ts";

function placeOf(params: Record<string, string | undefined>) {
  return {
    place: {
      courseSlug: requireParam(params, "course"),
      activityId: requireParam(params, "activity"),
      number: Number(requireParam(params, "number")),
    },
    position: Number(requireParam(params, "position")),
  };
}

export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { place, position } = placeOf(params);
  return privateDownload(await ownAnswerFile(actor, place, position));
});

/** A form of its own, so that it works without JavaScript; back to the question, which says what became of the file. */
export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { place, position } = placeOf(params);
  const fault = await answerWithFile(actor, place, position, (limits, take) =>
    withSentForm(request, limits, take),
  );
  const { courseSlug, activityId, number } = place;
  const question = `/learn/${courseSlug}/quizzes/${activityId}/attempts/${number}/questions/${position}`;
  return redirect(`${question}?file=${fault ?? "saved"}`);
});
