import { createHash } from "node:crypto";

import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Activity } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { microPathFaults } from "#app/library/micro-path-rules.ts";
import { sectionsIn } from "#app/library/outline-sections.ts";
import { titleIn } from "#app/library/titles.ts";
import { defaultLanguage } from "#app/platform/languages.ts";

import { type CourseSources, readSources, withSources } from "./course-sources.server.ts";
import type { DraftEdit } from "./draft.server.ts";
import { withoutPathLesson } from "./folder-edits.ts";
import type { StepForm } from "./outline-form.ts";
import { ruleErrors, whyNeeded, withoutActivity } from "./outline-rules.ts";
import { activityTexts, withActivityText, withoutActivityText, withoutSection } from "./text-edits.ts";
import { textOfPart } from "./version-folder.server.ts";

/** The folder with its outline changed; the title of a section that nothing stands in any more goes too. */
export async function withOutlineChanged(
  parts: FolderParts,
  change: (outline: Activity[]) => Activity[],
): Promise<FolderParts> {
  const sources = await readSources(parts);
  const { outline: before } = sources.course;
  const outline = change(before);
  if (outline === before) return parts;
  return withSources(parts, sources, { outline, text: withoutSections(emptied(before, outline)) });
}

function emptied(before: Activity[], after: Activity[]): string[] {
  const left = sectionsIn(after);
  return sectionsIn(before).filter((section) => !left.includes(section));
}

function withoutSections(ids: string[]) {
  return (source: string) => ids.reduce(withoutSection, source);
}

/** Titles by language as they are written: where one only repeats its base language, it is left out. */
export function titlesOf({ texts }: CourseSources, id: string): Record<string, string> {
  return Object.fromEntries(
    [...texts].flatMap(([tag, source]) => {
      const title = activityTexts(source)[id]?.title;
      return title ? [[tag, title]] : [];
    }),
  );
}

/** What is said in a video, by language, as it is written. */
export function transcriptsIn({ texts }: CourseSources, id: string): Record<string, string> {
  return Object.fromEntries(
    [...texts].flatMap(([tag, source]) => {
      const transcript = activityTexts(source)[id]?.transcript;
      return transcript ? [[tag, transcript]] : [];
    }),
  );
}

/** Names what an activity says, for a form that must not undo what somebody else wrote meanwhile. */
export function stepBasis(sources: CourseSources, activity: Activity): string {
  const said = JSON.stringify([
    activity,
    titlesOf(sources, activity.id),
    transcriptsIn(sources, activity.id),
  ]);
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
}

/** An activity with the titles and rules of a form, unless they can never be met or somebody else has changed it. */
export async function withStep(parts: FolderParts, id: string, form: StepForm): Promise<DraftEdit> {
  const sources = await readSources(parts);
  const { outline } = sources.course;
  const before = outline.find((activity) => activity.id === id);
  if (!before) return { errors: { form: "outline.stepGone" } };
  if (stepBasis(sources, before) !== form.basis) return { errors: { form: "outline.stepChanged" } };
  const known = outline.map((activity) => activity.id);
  const after = form.after.filter((other) => other === certificateStepId || known.includes(other));
  const edited = outline.map((activity) =>
    activity.id === id ? withRules(activity, { ...form, after }) : activity,
  );
  const errors = ruleErrors(outline, edited, id);
  if (errors) return { errors };
  if (microPathFaults({ ...sources.course, outline: edited }).length > 0) {
    return { errors: { minutes: "outline.refresherMinutes" } };
  }
  return {
    parts: withSources(parts, sources, {
      outline: edited,
      text: (source, language, base) => {
        const title = form.titles[language] ?? titleIn(form.titles, language);
        if (title === undefined || (base !== null && !form.titles[language])) return source;
        const said = { ...activityTexts(source, base)[id], title };
        const transcript = form.transcripts?.[language];
        if (transcript === undefined || (base !== null && !transcript)) {
          return withActivityText(source, id, said, base);
        }
        return withActivityText(source, id, { ...said, transcript: asLines(transcript) }, base);
      },
    }),
  };
}

function withRules(activity: Activity, form: StepForm): Activity {
  const { minutes, required, after, availableFrom, availableUntil, dueAfterDays, rules, complete } = form;
  const ruled = {
    ...activity,
    ...rules,
    ...{ minutes, required, after, availableFrom, availableUntil, dueAfterDays },
  } as Activity;
  return defined(ruled.kind === "assignment" && complete ? { ...ruled, complete } : ruled);
}

/** Nothing is not written down. */
function defined(activity: Activity): Activity {
  return Object.fromEntries(Object.entries(activity).filter(([, value]) => value !== undefined)) as Activity;
}

/** Forms send the ends of lines as the web's protocols have them. */
function asLines(text: string): string | undefined {
  return text.replaceAll("\r\n", "\n") || undefined;
}

/** The folder without an activity, and without what only it needs. One that the course needs cannot go. */
export async function withoutStep(parts: FolderParts, id: string): Promise<DraftEdit> {
  const sources = await readSources(parts);
  const gone = sources.course.outline.find((activity) => activity.id === id);
  if (!gone) return { parts };
  const fault = whyNeeded(sources.course.outline, id);
  if (fault) return { errors: { confirm: fault } };
  const outline = withoutActivity(sources.course.outline, id);
  const lesson = gone.kind === "lesson" && !outline.some(isLesson(gone.lesson)) ? gone.lesson : undefined;
  const survey = gone.kind === "survey" ? gone.survey : undefined;
  const left: FolderParts = withSources(parts, sources, {
    outline,
    text: (source) =>
      withoutSections(emptied(sources.course.outline, outline))(
        withoutActivityText(source, id, { lesson, survey }),
      ),
  });
  const yaml = (await textOfPart(left, "course.yaml")) ?? "";
  const path = "course.yaml";
  const withoutPath = withoutPathLesson(yaml, id);
  if (withoutPath !== yaml) left.set(path, { path, text: withoutPath });
  const isNeeded = gone.kind === "package" && (await isPackageUsed(parts, outline, gone.package));
  for (const file of parts.keys()) {
    const isGone =
      (lesson !== undefined && file.startsWith(`lessons/${lesson}/`)) ||
      (survey !== undefined && file === `surveys/${survey}.yaml`) ||
      (gone.kind === "package" && !isNeeded && isOfPackage(file, gone.package));
    if (isGone) left.delete(file);
  }
  return { parts: left };
}

function isLesson(lesson: string) {
  return (activity: Activity) => activity.kind === "lesson" && activity.lesson === lesson;
}

/** Packages are folders, archives or single files. */
function isOfPackage(path: string, name: string): boolean {
  return path.startsWith(`packages/${name}/`) || new RegExp(`^packages/${name}\\.(zip|h5p)$`).test(path);
}

async function isPackageUsed(parts: FolderParts, outline: Activity[], name: string): Promise<boolean> {
  if (outline.some((activity) => activity.kind === "package" && activity.package === name)) return true;
  for (const path of parts.keys()) {
    if (!path.startsWith("lessons/") || !path.endsWith(`/${defaultLanguage}.md`)) continue;
    if ((await textOfPart(parts, path))?.includes(`{name=${name}}`)) return true;
  }
  return false;
}
