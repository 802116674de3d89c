import { catalogue } from "#app/locales/catalogue.ts";
import { getPackageVersion, type StoredPackage } from "#app/library/stored-package.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { defaultLanguage, isLanguage, type Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import type { RunActivity } from "#prisma/generated/client.ts";

import { activityIri } from "./activity-iri.server.ts";
import type { ActivityResult, Boot } from "./boot.ts";
import { fileToken } from "./file-token.server.ts";
import {
  holderOf,
  type LaunchWithAttempt,
  opaqueLearnerId,
  sealKeyOf,
  type TokenHolder,
} from "./run-launch.server.ts";
import type { ActivityValues } from "./run-elements.ts";
import { restoredText } from "./storable-text.ts";

export type BootAnswer =
  { kind: "boot"; boot: Boot } | { kind: "refused"; reason: "unknown" | "expired" | "superseded" };

/** What the shell needs to run the package of a launch or a try-out. */
export async function bootOf(token: string): Promise<BootAnswer> {
  const holder = await holderOf(token);
  if (holder.kind === "unknown") return { kind: "refused", reason: "unknown" };
  if (holder.kind === "tryout") return { kind: "boot", boot: await tryoutBoot(holder) };
  if (holder.isExpired) return { kind: "refused", reason: "expired" };
  if (holder.isSuperseded) return { kind: "refused", reason: "superseded" };
  return { kind: "boot", boot: await launchBoot(holder.launch) };
}

/** The package behind a token; null when the token is unknown. For the shell's page, which an old token may still load. */
export async function packageOfToken(token: string): Promise<StoredPackage | null> {
  const holder = await holderOf(token);
  if (holder.kind === "unknown") return null;
  const { packageVersionId } = holder.kind === "tryout" ? holder.tryout : holder.launch.attempt;
  return getPackageVersion(packageVersionId);
}

async function launchBoot({ attempt, ...launch }: LaunchWithAttempt): Promise<Boot> {
  await db.runLaunch.update({ where: { id: launch.id }, data: { lastSeenAt: clock.now() } });
  const unit = await getPackageVersion(attempt.packageVersionId);
  const [values, activities, learner, id] = await Promise.all([
    db.runValue.findMany({
      where: { attemptId: attempt.id },
      select: { activity: true, element: true, value: true },
    }),
    db.runActivity.findMany({ where: { attemptId: attempt.id } }),
    db.user.findFirstOrThrow({ where: { enrolments: { some: { id: attempt.enrolmentId } } } }),
    opaqueLearnerId(attempt.enrolmentId),
  ]);
  return {
    ...(await common(unit, launch.id, attempt.id)),
    mode: launch.mode === "review" ? "review" : "normal",
    attemptNumber: attempt.number,
    learner: { id, name: unit.isOutsideAllowed ? "" : learner.name },
    ...wordsIn(isLanguage(launch.language) ? launch.language : defaultLanguage),
    values: valuesByActivity(values),
    results: Object.fromEntries(activities.map((row) => [restoredText(row.activity), resultIn(row)])),
  };
}

async function tryoutBoot({ tryout }: Extract<TokenHolder, { kind: "tryout" }>): Promise<Boot> {
  const { packageVersionId, actorId, language, expiresAt } = tryout;
  const unit = await getPackageVersion(packageVersionId);
  const actor = await db.user.findUnique({ where: { id: actorId }, select: { name: true } });
  return {
    ...(await common(unit, `tryout-${expiresAt}`, actorId)),
    mode: "tryout",
    attemptNumber: 1,
    learner: {
      id: await opaqueLearnerId(actorId),
      name: unit.isOutsideAllowed ? "" : (actor?.name ?? ""),
    },
    ...wordsIn(language),
    values: {},
    results: {},
  };
}

async function common(
  { id, structure, isOutsideAllowed }: StoredPackage,
  launchId: string,
  audience: string,
) {
  const token = await fileToken({ packageVersionId: id, isOutsideAllowed }, audience);
  return {
    launchId,
    sealKey: (await sealKeyOf(launchId)).toString("base64url"),
    structure,
    filesBase: `/files/${token}/`,
    isOutsideAllowed,
    packageIri: activityIri(id),
  };
}

/** The shell's own words are those of "player" whose key begins with "shell". */
function wordsIn(language: Language) {
  const { t } = i18nFor(language);
  const keys = Object.keys(catalogue.en.player).filter((key) => key.startsWith("shell"));
  return {
    language,
    texts: Object.fromEntries(keys.map((key) => [key, t(`player.${key}` as MessageKey)])),
  };
}

function valuesByActivity(rows: { activity: string; element: string; value: string }[]) {
  const byActivity = new Map<string, [string, string][]>();
  for (const { activity, element, value } of rows) {
    const name = restoredText(activity);
    const values = byActivity.get(name) ?? [];
    values.push([restoredText(element), restoredText(value)]);
    byActivity.set(name, values);
  }
  return Object.fromEntries(
    [...byActivity].map(([activity, values]): [string, ActivityValues] => [
      activity,
      Object.fromEntries(values),
    ]),
  );
}

export function resultIn(row: Omit<RunActivity, "attemptId" | "activity">): ActivityResult {
  return {
    completion: row.completion as ActivityResult["completion"],
    success: row.success as ActivityResult["success"],
    scaled: row.scaled,
    raw: row.raw,
    min: row.min,
    max: row.max,
    seconds: row.seconds,
  };
}
