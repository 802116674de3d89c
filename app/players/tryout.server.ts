import type { Actor } from "#app/identity/actor.ts";
import { isAdministrator, isTrainer } from "#app/identity/actor.ts";
import { getPackageVersion } from "#app/library/stored-package.server.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { Language } from "#app/platform/languages.ts";

import type { OpenedLaunch } from "./launch.server.ts";
import { registrationKey, shellUrl } from "./launch.server.ts";
import { newTryoutToken } from "./launch-token.server.ts";

/**
 * Opens the player for a trainer who wants to see a package: nothing of it is stored. Throws ForbiddenError for a
 * learner, NotFoundError for a package that is neither hers nor in a course she teaches.
 */
export async function openTryout(
  actor: Actor,
  packageVersionId: string,
  language: Language,
): Promise<Omit<OpenedLaunch, "launchId"> & { launchId: null }> {
  await requireSight(actor, packageVersionId);
  const { isOutsideAllowed } = await getPackageVersion(packageVersionId);
  const { token, expiresAt } = await newTryoutToken({ packageVersionId, actorId: actor.id, language });
  return {
    kind: "opened",
    launchId: null,
    token,
    shellUrl: shellUrl(token),
    expiresAt,
    mode: "tryout",
    attemptNumber: 1,
    // Another one each time: a try-out begins with nothing.
    registrationKey: await registrationKey(token),
    isOutsideAllowed,
  };
}

async function requireSight(actor: Actor, packageVersionId: string) {
  if (isAdministrator(actor)) return;
  if (!isTrainer(actor)) throw new ForbiddenError();
  const taught = { trainers: { some: { userId: actor.id } } };
  const seen = await db.packageVersion.findFirst({
    where: {
      id: packageVersionId,
      OR: [
        { package: { OR: [{ ownerId: actor.id }, { course: taught }] } },
        { courses: { some: { courseVersion: { course: taught } } } },
      ],
    },
    select: { id: true },
  });
  if (!seen) throw new NotFoundError();
}
