import type { Actor } from "#app/identity/actor.ts";
import { latinWordsOf } from "#app/library/course-source.server.ts";
import { inCyrillic } from "#app/library/cyrillic-text.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { derivedFrom } from "#app/platform/languages.ts";

import { requireDraft } from "./draft.server.ts";

/**
 * A form of a draft with its texts turned into Cyrillic, and the words that stayed; nothing is saved. Throws like
 * `requireDraft`, and NotFoundError for a language that is not written in both scripts.
 */
export async function formInCyrillic(
  actor: Actor,
  courseSlug: string,
  tag: string,
  { fields, isText }: { fields: Fields; isText: (name: string) => boolean },
): Promise<{ typed: Record<string, string>; kept: string[] }> {
  const draft = await requireDraft(actor, courseSlug);
  if (derivedFrom(tag).length === 0) throw new NotFoundError();
  const latin = await latinWordsOf(draft.course.courseId);
  const kept = new Set<string>();
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== "string") continue;
    const turned = isText(name) ? inCyrillic(value, latin) : { text: value, kept: [] };
    typed[name] = turned.text;
    for (const word of turned.kept) kept.add(word);
  }
  return { typed, kept: [...kept] };
}
