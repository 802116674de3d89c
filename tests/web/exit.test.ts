import type { AddressInfo } from "node:net";
import type { Server } from "node:http";

import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";

import { env } from "#app/platform/env.server.ts";
import { refuseOtherOrigins } from "#web/origin.ts";
import { stayAway } from "#web/stay-away.ts";

let server: Server;
let site: string;

beforeAll(async () => {
  const app = express();
  app.use(refuseOtherOrigins, stayAway());
  app.all("*", (_request, response) => void response.send("our page"));
  await new Promise<void>((done) => (server = app.listen(0, "127.0.0.1", done)));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

function visit(path: string, options: RequestInit = {}) {
  return fetch(site + path, { redirect: "manual", ...options });
}

const away = { Cookie: "away=1; language=en" };

test("the exit leads to the neutral site, tells it nothing and remembers that we are left", async () => {
  const response = await visit("/exit");
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe(env().EXIT_URL);
  expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  expect(response.headers.get("Set-Cookie")).toMatch(/^away=1;.*SameSite=Lax/);
});

test("after leaving, no page is shown until the person wants to go on", async () => {
  const page = await (await visit("/learn/some-course", { headers: away })).text();
  expect(page).not.toContain("our page");
  expect(page).toContain('name="returnTo" value="/learn/some-course"');
  expect(page).not.toContain("Sigurna");
});

test("the question itself is not kept by the browser and runs no script", async () => {
  const { headers } = await visit("/learn", { headers: away });
  expect(headers.get("Cache-Control")).toBe("no-store");
  expect(headers.get("Content-Security-Policy")).toMatch(/^default-src 'none'/);
});

test("an address cannot write into the question's page", async () => {
  const page = await (await visit('/learn?x="><script>alert(1)</script>', { headers: away })).text();
  expect(page).not.toContain("<script>");
});

test("going on forgets that we were left and leads back to the same page", async () => {
  const response = await visit("/return", {
    method: "POST",
    headers: { ...away, Origin: env().APP_ORIGIN },
    body: new URLSearchParams({ returnTo: "/learn/some-course" }),
  });
  expect(response.status).toBe(303);
  expect(response.headers.get("Location")).toBe("/learn/some-course");
  expect(response.headers.get("Set-Cookie")).toMatch(/^away=;.*Expires=Thu, 01 Jan 1970/);
});

test("going on never leads to another site", async () => {
  const response = await visit("/return", {
    method: "POST",
    headers: { ...away, Origin: env().APP_ORIGIN },
    body: new URLSearchParams({ returnTo: "//example.org/" }),
  });
  expect(response.headers.get("Location")).toBe("/");
});

test("what was unsaved still arrives while the person is leaving", async () => {
  const response = await visit("/learn/some-course/quizzes/test/attempts/1/questions/1/answer", {
    method: "POST",
    headers: { ...away, Origin: env().APP_ORIGIN },
    body: new URLSearchParams({ answer: "0" }),
  });
  expect(await response.text()).toBe("our page");
});

test.each([
  ["from our own pages", { Origin: env().APP_ORIGIN }, 200],
  ["from another site", { Origin: "https://example.org" }, 403],
  ["from a page without an origin", { Origin: "null" }, 403],
  ["without any sign of where it comes from", {}, 403],
  ["that a browser says is our own", { "Sec-Fetch-Site": "same-origin" }, 200],
  ["that a browser says is of another site", { "Sec-Fetch-Site": "cross-site" }, 403],
])("a write %s is answered accordingly", async (_name, headers: Record<string, string>, status) => {
  expect((await visit("/language", { method: "POST", headers })).status).toBe(status);
});

test("reading needs no origin", async () => {
  expect((await visit("/safety")).status).toBe(200);
});
