import { request } from "node:http";

import { afterAll, beforeAll, expect, test } from "vitest";

import { env } from "#app/platform/env.server.ts";
import type { Boot } from "#app/players/boot.ts";
import { contentServer } from "#tests/builders/content-server.ts";
import { learnerWithPackage, opened, scorm12Files } from "#tests/builders/runs.ts";

let server: Awaited<ReturnType<typeof contentServer>>;
let token: string;
let base: string;

const script = "console.log('a line that compresses well');\n".repeat(100);
const video = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

beforeAll(async () => {
  server = await contentServer();
  const files = { ...scorm12Files(), "Scripts/App.js": script, "video.mp4": video, "empty.txt": "" };
  ({ token } = await opened(await learnerWithPackage(files)));
  const boot = (await (await fetch(`${server.content}/run/${token}/boot`)).json()) as Boot;
  base = `${server.content}${boot.filesBase}`;
});

afterAll(() => server.close());

/** By node:http, which sends paths as they are and does not decode what it gets. */
function get(address: string, headers: Record<string, string> = {}, method = "GET") {
  const { hostname, port } = new URL(address);
  const path = address.slice(new URL(address).origin.length);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((done, fail) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on("error", fail)
      .end();
  });
}

test("a file comes with its type, a tag by content and leave to keep it; asked again, it is not sent again", async () => {
  const { status, headers, body } = await get(`${base}s1.html?session=1#top`);
  expect(status).toBe(200);
  expect(body.toString()).toContain("<title>s1</title>");
  expect(headers["content-type"]).toMatch(/^text\/html/);
  expect(headers["cache-control"]).toBe("private, max-age=31536000, immutable");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  const again = await get(`${base}s1.html`, { "If-None-Match": `W/${headers.etag as string}` });
  expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
});

test.each([
  ["bytes=0-9", 206, "bytes 0-9/1000", 0, 10],
  ["bytes=990-", 206, "bytes 990-999/1000", 990, 1000],
  ["bytes=-5", 206, "bytes 995-999/1000", 995, 1000],
  ["bytes=-5000", 206, "bytes 0-999/1000", 0, 1000],
  ["bytes=10-99999", 206, "bytes 10-999/1000", 10, 1000],
  ["bytes=1000-", 416, "bytes */1000", 0, 0],
  ["bytes=-0", 416, "bytes */1000", 0, 0],
  ["bytes=5-2", 200, undefined, 0, 1000],
  ["bytes=0-1,5-6", 200, undefined, 0, 1000],
  ["lines=0-1", 200, undefined, 0, 1000],
])("Range: %s is answered with %i", async (range, status, contentRange, start, end) => {
  const answer = await get(`${base}video.mp4`, { Range: range });
  expect(answer.status).toBe(status);
  expect(answer.headers["content-range"]).toBe(contentRange);
  expect(answer.body.equals(video.subarray(start, end))).toBe(true);
});

test("If-Range with another tag asks for the whole file, with ours for the part", async () => {
  const { etag } = (await get(`${base}video.mp4`, {}, "HEAD")).headers as { etag: string };
  const range = { Range: "bytes=0-9" };
  expect((await get(`${base}video.mp4`, { ...range, "If-Range": etag })).status).toBe(206);
  expect((await get(`${base}video.mp4`, { ...range, "If-Range": `"other"` })).status).toBe(200);
});

test("HEAD tells the size and sends nothing; an empty file is a file", async () => {
  const head = await get(`${base}video.mp4`, {}, "HEAD");
  expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  expect(head.headers["content-length"]).toBe("1000");
  expect(await get(`${base}empty.txt`)).toMatchObject({ status: 200, body: Buffer.alloc(0) });
});

test("text is sent compressed to those who take it, under a tag of its own", async () => {
  const plain = await get(`${base}Scripts/App.js`);
  const small = await get(`${base}Scripts/App.js`, { "Accept-Encoding": "gzip, br" });
  expect(plain.body.toString()).toBe(script);
  expect(small.headers["content-encoding"]).toBe("br");
  expect(small.body.length).toBeLessThan(script.length / 10);
  expect(small.headers.etag).not.toBe(plain.headers.etag);
  const decoded = await fetch(`${base}Scripts/App.js`, { headers: { "Accept-Encoding": "br" } });
  expect(await decoded.text()).toBe(script);
  const part = await get(`${base}Scripts/App.js`, { "Accept-Encoding": "br", Range: "bytes=0-6" });
  expect(part.body.toString()).toBe("console");
});

test("names in another case are found; folders, unknown names and ways out are not", async () => {
  expect((await get(`${base}scripts/app.JS`)).status).toBe(200);
  for (const path of [
    "",
    "Scripts",
    "Scripts/",
    "nothing.js",
    "../s1.html",
    "..%2fs1.html",
    "%2e%2e/s1.html",
    "..\\s1.html",
    "%00",
    "s1.html%00",
    "/etc/passwd",
    "%c0%ae%c0%ae/s1.html",
    "%",
  ]) {
    expect((await get(`${base}${path}`)).status, path).toBeGreaterThanOrEqual(400);
    expect((await get(`${base}${path}`)).status, path).toBeLessThan(500);
  }
});

test("a token for files opens one package only, and cannot be changed", async () => {
  const other = await opened(await learnerWithPackage({ ...scorm12Files(), "secret.txt": "s" }));
  const { filesBase } = (await (await fetch(`${server.content}/run/${other.token}/boot`)).json()) as Boot;
  expect((await get(`${server.content}${filesBase}secret.txt`)).status).toBe(200);
  expect((await get(`${base}secret.txt`)).status).toBe(404);
  const forged = base.replace(/\/files\/(.)/, (_all, first) => `/files/${first === "A" ? "B" : "A"}`);
  expect((await get(`${forged}s1.html`)).status).toBe(404);
  expect((await get(`${server.content}/files/${token}/s1.html`)).status).toBe(404);
});

test("nobody can put a service worker between packages and the server", async () => {
  for (const path of [
    `${base}Scripts/App.js`,
    `${server.content}/player/x.js`,
    `${server.content}/shell/${token}`,
  ]) {
    expect((await get(path, { "Service-Worker": "script" })).status).toBe(403);
  }
});

test("a package may do much inside and nothing outside", async () => {
  const { headers } = await get(`${base}s1.html`);
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("connect-src 'self' data: blob:;");
  expect(policy).toContain("form-action 'self'");
  expect(policy).toContain(`frame-ancestors 'self' ${env().APP_ORIGIN}`);
  expect(policy).not.toMatch(/https:/);
  expect(headers["permissions-policy"]).toMatch(/unload=\*.*camera=\(\).*geolocation=\(\)/);
  expect(headers["referrer-policy"]).toBe("no-referrer");
});

test("the content host knows no page of the site, the site no package, and the content host sets no cookie", async () => {
  for (const path of [
    "/",
    "/sign-in",
    "/assets/x.js",
    "/learn",
    "/files/",
    "/shell/",
    `/shell/${"A".repeat(43)}`,
  ]) {
    const { status, headers, body } = await get(`${server.content}${path}`, { Cookie: "session=1" });
    expect(status, path).toBe(404);
    expect(body.toString()).not.toContain("the site");
    expect(headers["set-cookie"]).toBeUndefined();
  }
  for (const address of [`${base}s1.html`, `${server.content}/run/${token}/boot`]) {
    expect((await get(address)).headers["set-cookie"]).toBeUndefined();
    const onSite = await get(address.replace(server.content, server.site));
    expect(onSite.body.toString()).toBe("the site");
  }
});
