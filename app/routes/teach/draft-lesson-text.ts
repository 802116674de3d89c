import { lessonAddress } from "#app/authoring/lesson-address.ts";
import { saveLesson, savedLesson } from "#app/authoring/lesson-editing.server.ts";
import type { SavedText } from "#app/authoring/editor/saved-text.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { fieldsOf } from "#app/platform/form-fields.ts";
import { jsonEndpoint } from "#app/platform/http.server.ts";
import { languageOf } from "#app/platform/language.server.ts";

/** What the draft says now, for an editor that comes back. */
export const loader = jsonEndpoint(async ({ request, params }) =>
  savedLesson(await requireActor(request), lessonAddress(params), languageOf(request)),
);

/** What the editor saves by itself. */
export const action = jsonEndpoint(async ({ request, params }): Promise<SavedText> => {
  const actor = await requireActor(request);
  const fields = fieldsOf(await request.formData());
  return saveLesson(actor, lessonAddress(params), fields, languageOf(request));
});
