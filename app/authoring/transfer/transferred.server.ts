import { parseDocument } from "yaml";

import type { Activity } from "#app/library/course-format.ts";
import type { FolderParts } from "#app/library/folder-part.ts";
import { withQuizAsked } from "#app/library/quiz-activity.ts";
import { titleIn } from "#app/library/titles.ts";

import { readSources, withSources } from "../course-sources.server.ts";
import { withFactSources } from "../folder-edits.ts";
import { withMediumRenamed } from "../media-uses.server.ts";
import { withActivity } from "../outline-additions.server.ts";
import { titlesOf } from "../outline-changes.server.ts";
import { withActivityText, withActivityWords } from "../text-edits.ts";
import { textOfPart } from "../version-folder.server.ts";
import type { Renamed, TransferPlan } from "./transfer-plan.server.ts";

/** What the bank of the other course calls copies: the quiz of a quiz activity, and questions inside a lesson. */
export type BankNames = { quiz: string | null; checks: Renamed };

/** The lesson that another one is a copy of. */
export type LessonOrigin = NonNullable<Extract<Activity, { kind: "lesson" }>["from"]>;

/** A course's folder with an activity of another one, with what it needs, by a plan that was made for both. */
export async function withTransferred(
  to: FolderParts,
  from: FolderParts,
  plan: TransferPlan,
  names: BankNames,
  origin?: LessonOrigin,
): Promise<FolderParts> {
  const source = await readSources(from);
  const parts = await withTransferredFiles(to, from, plan, names.checks);
  const activity = renamedActivity(plan, names, origin);
  const titles = titlesOf(source, plan.activity.id);
  const placed = withActivity(parts, await readSources(parts), activity, titles);
  return withSources(placed, await readSources(placed), {
    text: (text, language, base) => {
      const own = source.texts.get(language);
      const said =
        own === undefined ? null : (parseDocument(own).toJS()?.activities?.[plan.activity.id] as unknown);
      if (typeof said === "object" && said !== null) return withActivityWords(text, plan.id, said);
      return base !== null
        ? text
        : withActivityText(text, plan.id, { title: titleIn(titles, language) ?? plan.id }, base);
    },
  });
}

/** The same of the files alone, and of the sources that they name: the lesson, if it is one, has the plan's id. */
export async function withTransferredFiles(
  to: FolderParts,
  from: FolderParts,
  plan: TransferPlan,
  checks: Renamed,
): Promise<FolderParts> {
  const { course } = await readSources(from);
  const parts = await withFiles(to, from, plan, checks);
  const yaml = (await textOfPart(parts, "course.yaml")) ?? "";
  const facts = [...plan.facts].flatMap(([old, id]) => {
    const fact = course.sources[old];
    return fact ? [[id, fact] as const] : [];
  });
  const next = withFactSources(yaml, Object.fromEntries(facts));
  if (next !== yaml) parts.set("course.yaml", { path: "course.yaml", text: next });
  return parts;
}

/** What a lesson says of files, packages, facts and questions, by their names in the other course. */
export function renamedText(
  text: string,
  plan: Pick<TransferPlan, "media" | "packages" | "facts">,
  checks: Renamed,
) {
  let renamed = text;
  for (const [path, to] of plan.media) if (to !== path) renamed = withMediumRenamed(renamed, path, to);
  return renamed
    .replace(
      /(::package\[[^\]]*\]\{[^}]*?name=)([a-z0-9-]+)/g,
      (_, begin: string, name: string) => begin + (plan.packages.get(name) ?? name),
    )
    .replace(/(::check\{#)([^}\s]+)/g, (_, begin: string, key: string) => begin + (checks.get(key) ?? key))
    .replace(
      /(:cite\[)([^\]]*)\]/g,
      (_, begin: string, ids: string) =>
        `${begin}${ids
          .split(/(\s+)/)
          .map((id) => plan.facts.get(id) ?? id)
          .join("")}]`,
    );
}

async function withFiles(
  to: FolderParts,
  from: FolderParts,
  plan: TransferPlan,
  checks: Renamed,
): Promise<FolderParts> {
  const parts: FolderParts = new Map(to);
  const { activity } = plan;
  for (const [path, part] of from) {
    const renamed = plan.media.get(path) ?? packagePath(path, plan.packages);
    if (renamed !== undefined && !parts.has(renamed)) parts.set(renamed, { ...part, path: renamed });
  }
  if (activity.kind !== "lesson") return parts;
  const { texts } = await readSources(to);
  for (const tag of texts.keys()) {
    const text = await textOfPart(from, `lessons/${activity.lesson}/${tag}.md`);
    const path = `lessons/${plan.id}/${tag}.md`;
    if (text !== null) parts.set(path, { path, text: renamedText(text, plan, checks) });
  }
  return parts;
}

/** Packages are folders, archives or single files. */
function packagePath(path: string, packages: Renamed): string | undefined {
  const [, name = "", rest = ""] = /^packages\/([^/.]+)(.*)$/.exec(path) ?? [];
  const renamed = packages.get(name);
  return renamed === undefined ? undefined : `packages/${renamed}${rest}`;
}

/** What it waited for and its section stay behind. */
function renamedActivity(
  { activity, id, media }: TransferPlan,
  { quiz }: BankNames,
  from: LessonOrigin | undefined,
): Activity {
  const { section: _section, ...plain } = activity;
  let written = JSON.stringify(plain);
  for (const [path, renamed] of media) written = withMediumRenamed(written, path, renamed);
  const moved = { ...(JSON.parse(written) as Activity), id, after: [] };
  if (moved.kind === "lesson") return { ...moved, lesson: id, ...(from && { from }) };
  if (moved.kind === "package") return { ...moved, package: id };
  return quiz === null ? moved : withQuizAsked(moved, quiz);
}
