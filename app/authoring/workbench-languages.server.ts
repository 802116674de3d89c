import type { Actor } from "#app/identity/actor.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import {
  baseOf,
  defaultLanguage,
  isDerivedLanguage,
  isLanguage,
  type Language,
} from "#app/platform/languages.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { readDraftText, requireDraft, writeDraftText } from "./draft.server.ts";
import { type FolderLanguages, languagesIn, withLanguages } from "./folder-languages.ts";
import { activityOf } from "./workbench-part.server.ts";
import { openWorkbench, translationParts } from "./workbench.server.ts";

const path = "course.yaml";

/** Begins a translation into one more language; learners get nothing of it until it is published. */
export async function addLanguage(actor: Actor, courseSlug: string, tag: string): Promise<void> {
  if (!isLanguage(tag) || isDerivedLanguage(tag)) {
    await requireDraft(actor, courseSlug);
    throw new NotFoundError();
  }
  await changeLanguages(actor, courseSlug, ({ published, drafting }) => {
    if ([...published, ...drafting].includes(tag)) return { published, drafting };
    return { published, drafting: [...drafting, tag] };
  });
}

/**
 * Learners get a language with the next version; what keeps it from that, or null. Throws NotFoundError for one that is
 * not being translated.
 */
export async function includeLanguage(
  actor: Actor,
  courseSlug: string,
  tag: string,
): Promise<MessageKey | null> {
  const workbench = await openWorkbench(actor, courseSlug, defaultLanguage);
  const language = requireOneOf(workbench.languages.drafting, tag);
  const parts = await translationParts(workbench, language);
  // What an activity does not say in a language, it says in English.
  const isWhole = parts.every(
    ({ name, state, units }) =>
      activityOf(name) !== null || (state !== "unwritten" && units.every(({ isTranslated }) => isTranslated)),
  );
  if (!isWhole) return "workbench.languageUnfinished";
  await changeLanguages(actor, courseSlug, ({ published, drafting }) => ({
    published: [...published, language],
    drafting: drafting.filter((other) => other !== language),
  }));
  return null;
}

/** The opposite: learners who read it get English from the next version on; its files are kept. */
export async function withholdLanguage(
  actor: Actor,
  courseSlug: string,
  tag: string,
): Promise<MessageKey | null> {
  const workbench = await openWorkbench(actor, courseSlug, defaultLanguage);
  const { published } = workbench.languages;
  const language = requireOneOf(
    published.filter((other) => other !== defaultLanguage),
    tag,
  );
  if (published.some((other) => baseOf(other) === language)) return "workbench.languageIsBase";
  await changeLanguages(actor, courseSlug, ({ published, drafting }) => ({
    published: published.filter((other) => other !== language),
    drafting: [...drafting, language],
  }));
  return null;
}

function requireOneOf(languages: Language[], tag: string): Language {
  const language = languages.find((one) => one === tag);
  if (!language) throw new NotFoundError();
  return language;
}

async function changeLanguages(
  actor: Actor,
  courseSlug: string,
  change: (languages: FolderLanguages) => FolderLanguages,
): Promise<void> {
  const draft = await requireDraft(actor, courseSlug);
  const before = await readDraftText(draft, path);
  if (!before) throw new NotFoundError();
  const text = withLanguages(before.text, change(languagesIn(before.text)));
  const outcome = await writeDraftText(actor, draft, path, { text, basis: before.basis });
  if ("theirs" in outcome) throw new ConflictError("workbench.writtenMeanwhile");
}
