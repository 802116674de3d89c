import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import type * as Axe from "axe-core";
import { type ParsedMail, simpleParser } from "mailparser";

import { startSession } from "#app/identity/session.server.ts";
import type { Language } from "#app/platform/languages.ts";

type Fixtures = {
  origin: string;
  /** Signs a person in on this browser, in a language. */
  signIn: (person: { id: string }, language?: Language) => Promise<void>;
};

/** A page that writes an error to its console, or throws one, fails the test. */
export const test = base.extend<Fixtures>({
  origin: async ({}, use) => use(process.env.APP_ORIGIN as string),
  baseURL: async ({}, use) => use(process.env.APP_ORIGIN),
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      // A form that is refused is answered with 422, which browsers note in the console.
      const isRefusedForm = message.text().includes("status of 422");
      if (message.type() === "error" && !isRefusedForm) errors.push(`${page.url()} ${message.text()}`);
    });
    page.on("pageerror", (error) => {
      // Remix leaves a fetch of its own unhandled when the next form is sent before the page has been read anew.
      const isOvertaken = /AbortError: signal is aborted without reason/.test(String(error));
      if (!isOvertaken) errors.push(`${page.url()} ${error.message}`);
    });
    await use(page);
    expect(errors).toEqual([]);
  },
  signIn: async ({ context, origin }, use) =>
    use(async (person, language = "en") => {
      await signInOn(context, origin, person, language);
    }),
});

export { expect };

export async function signInOn(
  context: BrowserContext,
  origin: string,
  person: { id: string },
  language: Language = "en",
) {
  const [pair = ""] = (await startSession(person.id)).split(";");
  const [name = "", value = ""] = pair.split("=");
  await context.addCookies([
    { name, value, url: origin },
    { name: "language", value: language, url: origin },
  ]);
}

/** No page has a fault that axe can find under WCAG 2.2 A and AA. */
export async function expectAccessible(page: Page) {
  // What is half under the header that stays would count as too small to be pressed.
  await page.evaluate(() => scrollTo(0, 0));
  await bringAxe(page);
  const found = await page.evaluate(async () => {
    // A button that is just changing its colour has no contrast to speak of.
    const passing = document.getAnimations().filter(({ effect, playState }) => {
      return playState === "running" && Number.isFinite(effect?.getComputedTiming().endTime);
    });
    await Promise.allSettled(passing.map(({ finished }) => finished));
    const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
      selectors: false,
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(found, page.url()).toEqual([]);
}

/** In each frame, which may be of another origin; the one of the page asks the others. */
const axeScript = `${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")};
axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });`;

const withAxe = new WeakSet<BrowserContext>();

/** Once for each browser: from then on every page brings it along, which takes a fourth of the time. */
async function bringAxe(page: Page) {
  if (!withAxe.has(page.context())) await page.context().addInitScript(axeScript);
  withAxe.add(page.context());
  for (const frame of page.frames()) {
    if (await frame.evaluate("!('axe' in window)")) await frame.evaluate(axeScript);
  }
}

/** Nothing has to be scrolled sideways. */
export async function expectFits(page: Page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content, `${page.url()} is wider than the window`).toBeLessThanOrEqual(window as number);
}

const ofTheSite = /^\/((assets|fonts)\/[^?]+|favicon\.svg|__manifest\?(p=[%\w.-]+&)+version=\w+)$/;

/**
 * What a page asks for from now on, as "GET <address>"; but not files of the site, and not where its links lead: a busy
 * machine may come to those late, and they say nothing of what a person does.
 */
export function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin, pathname, search } = new URL(request.url());
    const isOwn = origin === new URL(page.url()).origin && ofTheSite.test(pathname + search);
    if (protocol !== "blob:" && !isOwn) requests.push(`${request.method()} ${request.url()}`);
  });
  return requests;
}

/** The mails to an address so far, oldest first. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const directory = process.env.JOURNEY_MAILS as string;
  const mails = await Promise.all(
    readdirSync(directory)
      .sort()
      .map((name) => simpleParser(readFileSync(join(directory, name)))),
  );
  return mails.filter(
    ({ to }) => to && !Array.isArray(to) && to.value.some((one) => one.address === address),
  );
}

/** Publishes the draft on the page, also where something should be looked at before. */
export async function publishDraft(page: Page): Promise<void> {
  const button = page.getByRole("button", { name: "Publish", exact: true });
  const done = page.getByText(/^Version \S+ is published/);
  const anyway = page.getByLabel("Publish all the same");
  await button.click();
  await expect(done.or(anyway)).toBeVisible();
  if (await anyway.isVisible()) {
    await anyway.check();
    await button.click();
  }
  await expect(done).toBeVisible();
}
