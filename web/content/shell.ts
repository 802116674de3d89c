import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Request, Response } from "express";
import { z } from "zod";

import { env } from "#app/platform/env.server.ts";
import { packageOfToken } from "#app/players/boot.server.ts";

import { allow, shellPolicy } from "./policies.ts";

export const playerFolder = join(process.cwd(), "build/player");

/** Vite's manifest, as far as it is used here. */
const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    css: z.array(z.string()).default([]),
  }),
);

let page: string | undefined;

/** `GET /shell/:token`: the page that the learner's page frames. It reads its token from its own address. */
export async function sendShell(request: Request, response: Response): Promise<void> {
  const unit = await packageOfToken(request.params.token ?? "");
  if (!unit) {
    response.status(404).type("text/plain").send("Not found.\n");
    return;
  }
  page ??= shellPage();
  allow(response, shellPolicy(unit.structure.standard, unit.isOutsideAllowed), unit.isOutsideAllowed);
  response.set("Cache-Control", "no-store").type("html").send(page);
}

function shellPage(): string {
  const built = manifest.parse(JSON.parse(readFileSync(join(playerFolder, "manifest.json"), "utf8")));
  const entry = Object.values(built).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error("build/player/manifest.json names no entry: npm run build");
  const styles = entry.css.map((file) => `<link rel="stylesheet" href="/player/${file}">`).join("");
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="app-origin" content="${env().APP_ORIGIN}"><title>Sigurna</title>${styles}` +
    `<script type="module" src="/player/${entry.file}"></script></head><body></body></html>`
  );
}
