import { z } from "zod";

import type { Actor } from "#app/identity/actor.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type Fields, type FormErrors, parseFields } from "#app/platform/form-fields.ts";
import { baseOf, type Language, type WrittenLanguage } from "#app/platform/languages.ts";

import { type CourseSources, readSources, withSources } from "./course-sources.server.ts";
import { headingOf, stepTitle } from "./draft-heading.server.ts";
import { basisOf, changeDraft, draftFolder, requireDraft } from "./draft.server.ts";
import { linesOf } from "./lines.ts";
import { activityTexts, courseTextIn, withActivityText, withCourseText } from "./text-edits.ts";

const title = z.string().trim().min(1, "authoring.titleMissing").max(200, "authoring.titleLong");
const words = z.string().trim().min(1, "authoring.wordsMissing").max(4000, "authoring.wordsLong");
const optionalWords = z.string().trim().max(4000, "authoring.wordsLong").default("");

/** What a course says in a language, of itself and of these activities; `basis` names what it said before. */
function textsForm(activities: string[]) {
  const ofActivities = activities.flatMap((id) => [
    [`title-${id}`, title],
    [`summary-${id}`, optionalWords],
  ]);
  return z.object({
    basis: z.string(),
    title,
    summary: words,
    contentNote: words,
    objectives: words,
    ...(Object.fromEntries(ofActivities) as Record<string, z.ZodType<string>>),
  });
}

/** What a draft says in one language. Throws like `requireDraft`, and NotFoundError for another language. */
export async function textsPage(actor: Actor, courseSlug: string, tag: string, readerLanguage: Language) {
  const draft = await requireDraft(actor, courseSlug);
  const parts = await draftFolder(draft);
  const sources = await readSources(parts);
  const { language, source, base } = languageIn(sources, tag);
  const course = courseTextIn(source, base);
  const texts = activityTexts(source, base);
  return {
    ...headingOf(draft, sources, readerLanguage),
    language,
    languages: [...sources.texts.keys()],
    basis: basisOf(parts.get(pathOf(language))),
    course: {
      title: course?.title ?? "",
      summary: course?.summary ?? "",
      contentNote: course?.contentNote ?? "",
      objectives: course?.objectives.join("\n") ?? "",
    },
    activities: sources.course.outline.map(({ id, kind }) => ({
      id,
      kind,
      name: stepTitle(sources, id, readerLanguage),
      title: texts[id]?.title ?? "",
      summary: texts[id]?.summary ?? "",
    })),
  };
}

/** Takes the form of these texts; its faults, or null when they are written. Throws like `textsPage`. */
export async function submitTexts(
  actor: Actor,
  courseSlug: string,
  tag: string,
  fields: Fields,
): Promise<{ errors: FormErrors; typed: Record<string, string> } | null> {
  const draft = await requireDraft(actor, courseSlug);
  const sources = await readSources(await draftFolder(draft));
  const { language } = languageIn(sources, tag);
  const ids = sources.course.outline.map(({ id }) => id);
  const { values, errors, typed } = parseFields(fields, textsForm(ids));
  if (errors) return { errors, typed };
  const refused = await changeDraft(actor, draft, async (parts) => {
    if (basisOf(parts.get(pathOf(language))) !== values.basis) {
      return { errors: { form: "outline.textsChanged" } };
    }
    const { summary, contentNote, objectives } = values;
    const said = { title: values.title, summary, contentNote, objectives: linesOf(objectives) };
    const given = values as Record<string, string>;
    return {
      parts: withSources(parts, await readSources(parts), {
        text: (source, other, base) =>
          other !== language
            ? source
            : ids.reduce(
                (text, id) => withActivityText(text, id, activityOf(given, id), base),
                withCourseText(source, said, base),
              ),
      }),
    };
  });
  return refused && { errors: refused, typed };
}

function activityOf(given: Record<string, string>, id: string) {
  const summary = given[`summary-${id}`];
  return { title: given[`title-${id}`] ?? id, ...(summary && { summary }) };
}

function languageIn({ texts }: CourseSources, tag: string) {
  const language = [...texts.keys()].find((one) => one === tag);
  if (!language) throw new NotFoundError();
  const base = baseOf(language);
  return { language, source: texts.get(language) ?? "", base: base && (texts.get(base) ?? null) };
}

function pathOf(language: WrittenLanguage): string {
  return `text/${language}.yaml`;
}
