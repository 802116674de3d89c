import { join } from "node:path";

import { chromium } from "@playwright/test";
import express from "express";

import { browserFlags, findBrowser } from "#scripts/browser.js";
import { buildPlayer } from "#scripts/build-player.ts";
import { freePort } from "#scripts/free-port.ts";

/**
 * Our two sites on one port, the player as it is built, and a browser whose page frames the shell as the learner's
 * page does. Import it before anything that reads the settings.
 */
export async function playerHost() {
  process.env.PORT = String(await freePort());
  const { env } = await import("#app/platform/env.server.ts");
  const { contentSite } = await import("#web/content/content-site.ts");
  const { onContentHost } = await import("#web/content/content-host.ts");
  await buildPlayer(join(import.meta.dirname, "../.."));
  const app = express();
  app.use(onContentHost(contentSite()));
  app.get("/host", (request, response) => void response.send(hostPage(String(request.query.shell))));
  const server = await new Promise<ReturnType<typeof app.listen>>((done) => {
    const listening = app.listen(env().PORT, "127.0.0.1", () => done(listening));
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  // One learner's browser: what a closed tab left in its storage is there for the next.
  const context = await browser.newContext();
  return {
    /** A page with the shell at this address; `told` is what the shell has said so far. */
    async open(shellUrl: string) {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      await page.goto(`${env().APP_ORIGIN}/host?shell=${encodeURIComponent(shellUrl)}`);
      const told = () => page.evaluate(() => (window as unknown as { told: { sigurna: string }[] }).told);
      return { page, told, errors, shell: page.frameLocator("#shell") };
    },
    async close() {
      await browser.close();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function hostPage(shellUrl: string): string {
  return `<!doctype html><title>host</title><script>
window.told = [];
addEventListener("message", ({ data, source }) => {
  told.push(data);
  if (data.sigurna === "ready") source.postMessage({ sigurna: "start", clearStorage: false }, "*");
});
</script><iframe id="shell" src="${shellUrl}" width="800" height="600" allow="fullscreen"
sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals"></iframe>`;
}
