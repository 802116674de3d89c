import type { Actor } from "#app/identity/actor.ts";
import { sectionsIn } from "#app/library/outline-sections.ts";
import { titleIn } from "#app/library/titles.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import type { Language } from "#app/platform/languages.ts";

import { readSources } from "./course-sources.server.ts";
import { headingOf, stepTitle } from "./draft-heading.server.ts";
import { changeDraft, type Draft, draftFolder, requireDraft } from "./draft.server.ts";
import { newSectionForm } from "./outline-form.ts";
import {
  sectionTitlesIn,
  titlesOfSection,
  withNewSection,
  withoutOutlineSection,
  withSectionTitles,
} from "./outline-section-edits.server.ts";
import { titlesForm } from "./titles-form.ts";

/** What a new section of a draft can be made of. Throws like `requireDraft`. */
export async function newSectionPage(actor: Actor, courseSlug: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  const sections = sectionTitlesIn(sources, language);
  return {
    ...headingOf(draft, sources, language),
    languages: [...sources.texts.keys()],
    steps: sources.course.outline.map(({ id, section }) => ({
      id,
      title: stepTitle(sources, id, language),
      section: section === undefined ? null : (sections[section] ?? null),
    })),
  };
}

type SectionFault = { errors: FormErrors; typed: Record<string, string> };

/** Takes the form of a new section: its faults, or null when it is made. Throws like `requireDraft`. */
export async function submitNewSection(
  actor: Actor,
  courseSlug: string,
  fields: Fields,
): Promise<SectionFault | null> {
  const draft = await requireDraft(actor, courseSlug);
  const { values, errors, typed } = parseFields(fields, newSectionForm(await languagesOf(draft)));
  if (errors) return { errors, typed };
  const given = { titles: values.titles, steps: values.steps };
  const refused = await changeDraft(actor, draft, (parts) => withNewSection(parts, given));
  return refused && { errors: refused, typed };
}

/** A section of a draft. Throws like `requireDraft`, and NotFoundError. */
export async function sectionPage(actor: Actor, courseSlug: string, id: string, language: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  if (!sectionsIn(sources.course.outline).includes(id)) throw new NotFoundError();
  const titles = titlesOfSection(sources, id);
  return {
    ...headingOf(draft, sources, language),
    title: titleIn(titles, language) ?? id,
    titles,
    languages: [...sources.texts.keys()],
  };
}

/**
 * Takes a form of a section: its titles, or that it goes (`intent` remove), without its activities. Throws like
 * `sectionPage`.
 */
export async function submitSection(
  actor: Actor,
  courseSlug: string,
  id: string,
  fields: Fields,
): Promise<SectionFault | { done: "saved" | "sectionRemoved" }> {
  const draft = await requireDraft(actor, courseSlug);
  const { course } = await readSources(await draftFolder(draft));
  if (!sectionsIn(course.outline).includes(id)) throw new NotFoundError();
  if (fields.intent === "remove") {
    await changeDraft(actor, draft, async (parts) => ({ parts: await withoutOutlineSection(parts, id) }));
    return { done: "sectionRemoved" };
  }
  const { values, errors, typed } = parseFields(fields, titlesForm(await languagesOf(draft)));
  if (errors) return { errors, typed };
  const { titles } = values;
  await changeDraft(actor, draft, async (parts) => ({ parts: await withSectionTitles(parts, id, titles) }));
  return { done: "saved" };
}

async function languagesOf(draft: Draft): Promise<string[]> {
  return [...(await readSources(await draftFolder(draft))).texts.keys()];
}
