import { redirect } from "@remix-run/node";

import { attemptSummary } from "#app/assessment/attempt-pages.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { assignmentLink } from "#app/learning/ui/activity-link.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

/** Leads to where the attempt stands: its result, its first open question, or its summary. */
export const loader = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const activity = requireParam(params, "activity");
  const number = Number(requireParam(params, "number"));
  const attempt = await attemptSummary(actor, course, activity, number, languageOf(request));
  const elsewhere = assignmentLink(attempt);
  if (elsewhere) return redirect(elsewhere);
  const here = `/learn/${course}/quizzes/${activity}/attempts/${number}`;
  if (attempt.isSubmitted) return redirect(`${here}/result`);
  if (attempt.layout === "all") return redirect(`${here}/questions`);
  const firstOpen = attempt.items.find(
    ({ isAnswered, position }) => !isAnswered && position >= attempt.firstReachable,
  );
  return redirect(firstOpen ? `${here}/questions/${firstOpen.position}` : `${here}/summary`);
});
