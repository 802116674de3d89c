import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import type { PackageActivity } from "#app/library/course-format.ts";
import { storeFolderPackage } from "#app/library/package-intake.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import type { LaunchMode } from "#app/players/boot.ts";
import { openLaunch } from "#app/players/launch.server.ts";
import type { RunRecord } from "#app/players/run-record.ts";

import { administrator, learner } from "./people.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** Files of a package by path. */
export type PackageFiles = Record<string, string | Uint8Array>;

export type ScoGiven = {
  id: string;
  type?: "sco" | "asset";
  /** Elements inside the item: adlcp:masteryscore, imsss:sequencing … */
  inside?: string;
};

/** A SCORM 1.2 package with an item for each SCO; `s1` is shown by `s1.html`. */
export function scorm12Files(scos: ScoGiven[] = [{ id: "s1" }]): PackageFiles {
  return scormFiles(
    scos,
    `xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"`,
    "1.2",
    "scormtype",
  );
}

/** The same as SCORM 2004, 4th edition. */
export function scorm2004Files(scos: ScoGiven[] = [{ id: "s1" }]): PackageFiles {
  return scormFiles(
    scos,
    `xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"`,
    "2004 4th Edition",
    "scormType",
  );
}

function scormFiles(scos: ScoGiven[], namespaces: string, version: string, typeAttribute: string) {
  const items = scos.map(
    ({ id, inside = "" }) =>
      `<item identifier="${id}" identifierref="r-${id}"><title>Unit ${id}</title>${inside}</item>`,
  );
  const resources = scos.map(
    ({ id, type = "sco" }) =>
      `<resource identifier="r-${id}" type="webcontent" adlcp:${typeAttribute}="${type}" href="${id}.html"><file href="${id}.html"/></resource>`,
  );
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest identifier="m" ${namespaces}><metadata><schema>ADL SCORM</schema><schemaversion>${version}</schemaversion></metadata><organizations default="o"><organization identifier="o"><title>A unit</title>${items.join("")}</organization></organizations><resources>${resources.join("")}</resources></manifest>`;
  return {
    "imsmanifest.xml": manifest,
    ...Object.fromEntries(scos.map(({ id }) => [`${id}.html`, `<!doctype html><title>${id}</title>`])),
  };
}

/** Takes a package in, as a course folder would. Returns the id of its version. */
export async function storedPackage(files: PackageFiles, origin: string = newId()): Promise<string> {
  const folder = scratchFolder("package");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const outcome = await storeFolderPackage(origin, folder, "unit");
  if ("refusal" in outcome) throw new Error(`refused: ${outcome.refusal.key}`);
  return outcome.packageVersionId;
}

export const unitId = "unit";

type Rules = Partial<Pick<PackageActivity, "complete" | "attempts" | "scoring">>;

/** A published course of packages: each a required activity, `unit`, `unit-2`, … */
export async function publishedPackageCourse(
  packages: PackageFiles | PackageFiles[],
  rules: Rules = {},
): Promise<PublishedCourse> {
  const slug = `course-${newId()}`;
  const units = await Promise.all(
    [packages].flat().map(async (files, index) => ({
      id: index === 0 ? unitId : `${unitId}-${index + 1}`,
      packageVersionId: await storedPackage(files),
    })),
  );
  const course = {
    id: slug,
    version: "1.0.0",
    languages: ["en"],
    audience: ["social-work" as const],
    hours: 1,
    certificate: { showScore: false },
    outline: units.map(({ id }) => ({
      kind: "package" as const,
      id,
      minutes: 10,
      required: true,
      after: [],
      package: id,
      complete: "auto" as const,
      scoring: "best" as const,
      isUploaded: false,
      ...rules,
    })),
    sources: {},
    review: [],
  };
  const titles = Object.fromEntries(units.map(({ id }) => [id, { title: `Title of ${id}` }]));
  const text = { title: "A course of units", summary: "s", contentNote: "n", objectives: ["o"] };
  const courseId = newId();
  const versionId = newId();
  await db.course.create({ data: { id: courseId, slug } });
  await db.courseVersion.create({
    data: {
      id: versionId,
      courseId,
      number: 1,
      label: "1.0.0",
      contentHash: newId(),
      structure: { course, surveys: {}, lessons: {} },
      texts: {
        create: {
          language: "en",
          text: { course: text, activities: titles, surveys: {} },
        },
      },
      packages: { create: units.map(({ id, packageVersionId }) => ({ name: id, packageVersionId })) },
    },
  });
  await db.course.update({ where: { id: courseId }, data: { currentVersionId: versionId } });
  return getCurrentCourse(slug);
}

/** A learner enrolled in a course. */
export async function learnerOf(course: PublishedCourse): Promise<Actor> {
  const actor = await learner();
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
  return actor;
}

/** A learner in a course of these packages. */
export async function learnerWithPackage(files: PackageFiles | PackageFiles[], rules: Rules = {}) {
  const course = await publishedPackageCourse(files, rules);
  return { course, place: { courseSlug: course.slug, activityId: unitId }, actor: await learnerOf(course) };
}

export type OpenedRun = { launchId: string; token: string; mode: LaunchMode; attemptNumber: number };

/** Opens the player, taking over where it is open. */
export async function opened(
  { actor, place }: Pick<Awaited<ReturnType<typeof learnerWithPackage>>, "actor" | "place">,
  { newAttempt = null }: { newAttempt?: number | null } = {},
): Promise<OpenedRun> {
  const launch = await openLaunch(actor, place, { newAttempt, isTakeOver: true, language: "en" });
  if (launch.kind !== "opened") throw new Error("busy");
  return launch;
}

/** The number of an attempt that would be the learner's next. */
export async function nextAttempt({
  actor,
  place,
}: {
  actor: { id: string };
  place: { activityId: string };
}): Promise<number> {
  const { activityId } = place;
  return (await db.runAttempt.count({ where: { enrolment: { userId: actor.id }, activityId } })) + 1;
}

export type RecordGiven = Pick<RunRecord, "kind"> & Partial<RunRecord>;

/** Numbered records of a SCO, a second apart. */
export function recordsOf(
  given: RecordGiven[],
  { activity = "s1", from = 1, at = Date.UTC(2026, 10, 24, 9) } = {},
): RunRecord[] {
  return given.map((record, index) => ({ seq: from + index, at: at + index * 1000, activity, ...record }));
}

/** A value the package was told is stored. */
export const setting = (element: string, value: string): RecordGiven => ({ kind: "set", element, value });
