import { type BrowserContext, expect, test as base } from "@playwright/test";

import type { Actor } from "#app/identity/actor.ts";

import { type FaultySite, startFaultySite } from "./site.ts";

type Fixtures = {
  /** A learner of the probe course, signed in on this context. */
  learner: Actor;
};

/** Each worker has a whole site of its own to break; a test leaves it whole. */
export const test = base.extend<Fixtures, { site: FaultySite }>({
  site: [
    async ({}, use) => {
      const site = await startFaultySite();
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  learner: async ({ context, site }, use) => {
    const { probeLearner } = await import("./prepare.ts");
    const learner = await probeLearner();
    await signIn(context, site, learner);
    await use(learner);
    site.proxy.heal();
  },
});

export { expect };

export async function signIn(context: BrowserContext, { appOrigin }: FaultySite, person: { id: string }) {
  const { startSession } = await import("#app/identity/session.server.ts");
  const [pair = ""] = (await startSession(person.id)).split(";");
  const [name = "", value = ""] = pair.split("=");
  await context.addCookies([
    { name, value, url: appOrigin },
    { name: "language", value: "en", url: appOrigin },
  ]);
}
