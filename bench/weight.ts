import { type Browser, chromium } from "@playwright/test";

import { findBrowser } from "#scripts/browser.js";

/** Bytes that a browser with an empty cache receives, headers included, as compressed on the way. */
export type Weight = { withScript: number; withoutScript: number };

export async function weigh(pages: { address: string; cookie?: string }[]): Promise<Weight[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox"] });
  try {
    const weights: Weight[] = [];
    for (const page of pages) {
      weights.push({
        withScript: await bytesOf(browser, page, true),
        withoutScript: await bytesOf(browser, page, false),
      });
    }
    return weights;
  } finally {
    await browser.close();
  }
}

async function bytesOf(
  browser: Browser,
  { address, cookie = "" }: { address: string; cookie?: string },
  javaScriptEnabled: boolean,
): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled });
  const pairs = cookie.split("; ").filter(Boolean);
  await context.addCookies(
    pairs.map((pair) => {
      const [name = "", value = ""] = pair.split("=");
      return { name, value, url: new URL(address).origin };
    }),
  );
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await network.send("Network.enable");
  const response = await page.goto(address, { waitUntil: "networkidle" });
  if (response?.status() !== 200 || page.url() !== address) throw new Error(`${address} is not to be seen`);
  await context.close();
  return bytes;
}
