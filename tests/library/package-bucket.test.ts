import { afterAll, beforeAll, expect, test } from "vitest";

import { type S3Server, startS3Server } from "#tests/builders/s3-server.ts";

let server: S3Server;

// Settings are parsed at first use: everything that asks for them is imported after this.
beforeAll(async () => {
  server = await startS3Server();
  Object.assign(process.env, {
    STORAGE_S3_URL: server.bucket.url,
    STORAGE_S3_REGION: server.bucket.region,
    STORAGE_S3_KEY_ID: server.bucket.keyId,
    STORAGE_S3_SECRET: server.bucket.secret,
  });
});

afterAll(() => server.stop());

test("with a bucket set, packages are kept and served from there, and health tells of it", async () => {
  const { learnerWithPackage, opened, scorm12Files } = await import("#tests/builders/runs.ts");
  const { contentServer } = await import("#tests/builders/content-server.ts");
  const { systemHealth } = await import("#app/platform/health.server.ts");
  const { sweepPackageFiles } = await import("#app/library/package-sweep.server.ts");
  const page = `<!doctype html><title>s1</title>${"<p>A page from the bucket.</p>".repeat(200)}`;
  const ana = await learnerWithPackage({ ...scorm12Files(), "s1.html": page });
  expect([...server.objects.keys()].some((key) => /^packages\/..\/[0-9a-f]{64}\.br$/.test(key))).toBe(true);

  const site = await contentServer();
  const { token } = await opened(ana);
  const boot = (await (await fetch(`${site.content}/run/${token}/boot`)).json()) as { filesBase: string };
  const address = `${site.content}${boot.filesBase}s1.html`;
  const whole = await fetch(address);
  expect(await whole.text()).toBe(page);
  expect(whole.headers.get("ETag")).toMatch(/^"[0-9a-f]{64}(\.br)?"$/);
  const part = await fetch(address, { headers: { Range: "bytes=10-19", "Accept-Encoding": "identity" } });
  expect(part.status).toBe(206);
  expect(await part.text()).toBe(page.slice(10, 20));
  await site.close();

  expect(await sweepPackageFiles()).toBe(0);
  expect(await systemHealth()).toMatchObject({ storage: "ok" });
  await server.stop();
  expect(await systemHealth()).toMatchObject({ storage: "down", status: "down" });
});
