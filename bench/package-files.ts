import type { Actor } from "#app/identity/actor.ts";
import type { Boot } from "#app/players/boot.ts";
import { env } from "#app/platform/env.server.ts";

import { type Load, load } from "./load.ts";
import { tokenFor } from "./probe-course.ts";
import type { Site } from "./site.ts";

export type FileLoads = { whole: Load; known: Load; asset: Load; toAsset: number };

/**
 * A small page of a package from the content origin, whole and when the browser has it already (If-None-Match), beside
 * a file of our own build, which is served without asking the database.
 */
export async function measureFiles(site: Site, learner: Actor): Promise<FileLoads> {
  const { host } = new URL(env().CONTENT_ORIGIN);
  const token = await tokenFor(learner, "scorm2004");
  const boot = (await (await fetch(`${env().CONTENT_ORIGIN}/run/${token}/boot`)).json()) as Boot;
  const path = `${boot.filesBase}index.html`;
  const headers = { Host: host, "Accept-Encoding": "identity" };
  const whole = await load(site.address, [{ path, headers }]);
  const { headers: given } = await fetch(`${env().CONTENT_ORIGIN}${path}`, {
    headers: { "Accept-Encoding": "identity" },
  });
  const known = await load(
    site.address,
    [{ path, headers: { ...headers, "If-None-Match": given.get("ETag") ?? "" } }],
    304,
  );
  const asset = await load(site.address, [{ path: "/exit.js", headers: { "Accept-Encoding": "identity" } }]);
  return {
    whole,
    known,
    asset,
    toAsset: Number(((whole.requestsPerSecond ?? 0) / (asset.requestsPerSecond ?? 1)).toFixed(2)),
  };
}
