import { lessonForm } from "#app/authoring/draft-form.ts";
import { lessonPath, requireDraftLesson } from "#app/authoring/draft-pages.server.ts";
import { readDraftText, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import type { SavedText } from "#app/authoring/editor/saved-text.ts";
import type { Actor } from "#app/identity/actor.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { clock } from "#app/platform/clock.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { jsonEndpoint, parseForm, requireParam } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

async function placeOf(actor: Actor, request: Request, params: Record<string, string | undefined>) {
  const draft = await requireDraft(actor, requireParam(params, "course"));
  const lessonId = requireParam(params, "lesson");
  const tag = requireParam(params, "language");
  const { language } = await requireDraftLesson(draft, lessonId, tag, languageOf(request));
  return { draft, path: lessonPath(lessonId, language) };
}

/** What the draft says now, for an editor that comes back. */
export const loader = jsonEndpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const { draft, path } = await placeOf(actor, request, params);
  return readDraftText(draft, path);
});

/** What the editor saves by itself. A conflict is an answer like any other: the editor shows both texts. */
export const action = jsonEndpoint(async ({ request, params }): Promise<SavedText> => {
  const actor = await requireActor(request);
  const { draft, path } = await placeOf(actor, request, params);
  const { values, errors } = await parseForm(request, lessonForm);
  if (errors) throw new RefusalError(422, "drafts.textTooLong");
  const outcome = await writeDraftText(actor, draft, path, values);
  return "theirs" in outcome ? outcome : { ...outcome, savedAt: clock.now().toISOString() };
});
