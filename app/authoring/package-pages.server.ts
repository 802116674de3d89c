import type { Actor } from "#app/identity/actor.ts";
import type { PackageRefusal } from "#app/library/package-refusal.ts";
import { type PackageFinding, packageStructure } from "#app/library/package-structure.ts";
import { packagesFor } from "#app/library/uploaded-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";
import type { Prisma } from "#prisma/generated/client.ts";

import { taughtCourses, usesOf } from "./package-uses.server.ts";

const newestFirst = { orderBy: { number: "desc" } } as const;

/** The packages the actor may use, the ones uploaded last first. Throws ForbiddenError for a learner. */
export async function listPackages(actor: Actor, language: Language) {
  const packages = await db.package.findMany({
    where: packagesFor(actor),
    include: { versions: { ...newestFirst, omit: { findings: true } } },
  });
  const courses = await taughtCourses(actor, language);
  const uses = await usesOf(courses, { packageId: { in: packages.map(({ id }) => id) } });
  return packages
    .flatMap(({ id, versions }) => {
      const newest = versions[0];
      if (!newest) return [];
      return {
        id,
        title: titleOf(versions),
        standard: standardOf(structureOf(versions.find(({ state }) => state === "ready"))),
        versions: versions.length,
        state: newest.state,
        uploadedAt: newest.createdAt,
        courses: uses.filter(({ packageId }) => packageId === id).map(({ course }) => course.title),
      };
    })
    .sort((a, b) => b.uploadedAt.getTime() - a.uploadedAt.getTime());
}

export type PackageRow = Awaited<ReturnType<typeof listPackages>>[number];

/**
 * A package with one of its versions (the newest, or `number`): what the check found, where it is used, what can be
 * done with it. Throws ForbiddenError for a learner, NotFoundError.
 */
export async function packagePage(
  actor: Actor,
  packageId: string,
  number: number | null,
  language: Language,
) {
  const found = await db.package.findFirst({
    where: { AND: [{ id: packageId }, packagesFor(actor)] },
    include: { versions: newestFirst },
  });
  const shown = found?.versions.find((version) => number === null || version.number === number);
  if (!found || !shown) throw new NotFoundError();
  const courses = await taughtCourses(actor, language);
  const [files, uses] = await Promise.all([
    db.packageFile.aggregate({
      where: { packageVersionId: shown.id },
      _count: true,
      _sum: { bytes: true },
    }),
    usesOf(courses, { packageId }),
  ]);
  const isUploaded = found.origin === null;
  return {
    id: packageId,
    title: titleOf(found.versions),
    isUploaded,
    version: {
      id: shown.id,
      number: shown.number,
      state: shown.state,
      fileName: shown.fileName,
      archiveBytes: Number(shown.bytes),
      uploadedAt: shown.createdAt,
      structure: structureOf(shown),
      findings: shown.findings as PackageFinding[],
      refusal: shown.refusal as PackageRefusal | null,
      isOutsideAllowed: shown.isOutsideAllowed,
      files: files._count,
      bytes: Number(files._sum.bytes ?? 0),
    },
    versions: found.versions.map((version) => ({
      number: version.number,
      state: version.state,
      uploadedAt: version.createdAt,
    })),
    uses: uses.map(({ course, number: used, activities }) => ({ course, number: used, activities })),
    unused: courses
      .filter(({ slug }) => !uses.some(({ course }) => course.slug === slug))
      .map(({ slug, title }) => ({ slug, title })),
  };
}

export type PackagePage = Awaited<ReturnType<typeof packagePage>>;

function structureOf(version: { structure: Prisma.JsonValue } | undefined) {
  return version?.structure ? packageStructure.parse(version.structure) : null;
}

function titleOf(versions: { structure: Prisma.JsonValue; fileName: string }[]): string {
  const structure = structureOf(versions.find((version) => version.structure !== null));
  return structure?.title || versions[0]?.fileName || "";
}

/** What `standardWords` needs. */
function standardOf(structure: ReturnType<typeof structureOf>) {
  if (!structure) return null;
  return {
    standard: structure.standard,
    edition: structure.standard === "scorm-2004" ? structure.edition : undefined,
  };
}
