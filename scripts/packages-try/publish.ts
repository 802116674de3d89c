import { randomUUID } from "node:crypto";
import { copyFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";

import { newCourseForm } from "#app/authoring/publication-form.ts";
import { publishCourse } from "#app/authoring/publication.server.ts";
import { uploadPath } from "#app/authoring/upload-files.server.ts";
import { beginUpload, receiveUpload } from "#app/authoring/upload.server.ts";
import { type Actor } from "#app/identity/actor.ts";
import { actorOf } from "#app/identity/session.server.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import type { PackageRefusal } from "#app/library/package-refusal.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { getPackageVersion, type StoredPackage } from "#app/library/stored-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { RefusalError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/id.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

/** A person with the role, who can be signed in. */
export async function newPerson(role: "learner" | "trainer" | "administrator"): Promise<Actor> {
  const id = newId();
  const email = `${id}@example.org`;
  const language = "en";
  const user = await db.user.create({
    data: { id, email, name: "Ana Primer", role, language, createdAt: clock.now() },
  });
  return actorOf(user);
}

/** Has an archive uploaded and checked as a trainer's would be; the refusal is a sentence. */
export async function takeIn(
  author: Actor,
  path: string,
): Promise<{ package: StoredPackage } | { refused: string }> {
  const { t } = i18nFor("en");
  const { size: bytes } = await stat(path);
  const id = newId();
  const purpose = { kind: "package", packageId: null } as const;
  const upload = { id, bytes, fileName: basename(path), purpose };
  try {
    await beginUpload(author, upload);
  } catch (error) {
    if (error instanceof RefusalError) return { refused: t(error.key, error.values) };
    throw error;
  }
  await copyFile(path, uploadPath(id));
  await receiveUpload(author, upload);
  for (;;) {
    const { state, refusal } = await db.packageVersion.findUniqueOrThrow({ where: { id } });
    if (state === "ready") return { package: await getPackageVersion(id) };
    if (state === "refused") {
      const { key, values } = refusal as PackageRefusal;
      return { refused: t(key, values) };
    }
    await setTimeout(100);
  }
}

export type PublishedPackage = { courseSlug: string; activityId: string; playerPath: string };

/** Publishes a package as a course of its own, in which the learners are enrolled. */
export async function publishFor(
  learners: Actor[],
  author: Actor,
  stored: StoredPackage,
): Promise<PublishedPackage> {
  const { courseSlug } = await publishCourse(
    author,
    { packageId: stored.packageId, number: stored.number },
    newCourseForm.parse({
      publication: randomUUID(),
      minutes: 10,
      title: stored.structure.title.trim().slice(0, 200) || stored.fileName,
      summary: stored.fileName,
      objectives: stored.fileName,
      contentNote: stored.fileName,
    }),
  );
  const course = await getCurrentCourse(courseSlug);
  await db.$transaction(async (tx) => {
    for (const { id } of learners) await enrol(tx, author, course, id);
  });
  const activityId = course.structure.course.outline[0]?.id as string;
  return { courseSlug, activityId, playerPath: `/learn/${courseSlug}/packages/${activityId}/player` };
}
