import { randomBytes } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import type { FileStore } from "#app/platform/file-store.ts";
import { localStore } from "#app/platform/local-store.server.ts";
import { objectStore } from "#app/platform/object-store.server.ts";
import { type S3Server, startS3Server } from "#tests/builders/s3-server.ts";
import { scratchFolder } from "#tests/builders/scratch-folder.ts";

let server: S3Server;

beforeAll(async () => {
  server = await startS3Server();
});

afterAll(() => server.stop());

const stores: [string, () => FileStore][] = [
  ["a bucket", () => objectStore(server.bucket)],
  ["a folder", () => localStore(scratchFolder("store"))],
];

test.each(stores)(
  "%s keeps files, gives them back whole and in parts, and forgets them",
  async (_name, open) => {
    const store = open();
    const film = randomBytes(3_000_000);
    const path = join(scratchFolder("film"), "film");
    writeFileSync(path, film);
    await store.takeOver("packages/ab/film", path, film.length);
    expect(existsSync(path)).toBe(false);
    await store.put("packages/ab/page š+1", Buffer.from("a page"));
    await store.put("packages/cd/empty", new Uint8Array());
    await store.put("media/picture", Buffer.from("elsewhere"));

    expect((await buffer(await store.read("packages/ab/film"))).equals(film)).toBe(true);
    const part = await buffer(await store.read("packages/ab/film", { start: 1_000_000, end: 1_000_009 }));
    expect(part.equals(film.subarray(1_000_000, 1_000_010))).toBe(true);
    expect((await buffer(await store.read("packages/ab/page š+1"))).toString()).toBe("a page");
    expect(await buffer(await store.read("packages/cd/empty"))).toHaveLength(0);

    const listed: string[] = [];
    for await (const { key, modifiedAt } of store.list("packages")) {
      expect(Math.abs(modifiedAt.getTime() - Date.now())).toBeLessThan(60_000);
      listed.push(key);
    }
    expect(listed.sort()).toEqual(["packages/ab/film", "packages/ab/page š+1", "packages/cd/empty"]);

    await store.delete("packages/ab/film");
    await store.delete("packages/ab/film");
    expect(await store.has("packages/ab/film")).toBe(false);
    expect(await store.has("packages/cd/empty")).toBe(true);
    await expect(store.read("packages/ab/film").then(buffer)).rejects.toThrow();
    expect(await store.isUsable()).toBe(true);
  },
);

test("a bucket that does not know the key, or does not answer, is not usable and stores nothing", async () => {
  const stranger = objectStore({ ...server.bucket, secret: "another" });
  expect(await stranger.isUsable()).toBe(false);
  await expect(stranger.put("packages/x", Buffer.from("x"))).rejects.toThrow("403");
  expect(server.objects.has("packages/x")).toBe(false);
  const gone = await startS3Server();
  await gone.stop();
  expect(await objectStore(gone.bucket).isUsable()).toBe(false);
});

test("a file that is shorter than was said is not stored", async () => {
  const path = join(scratchFolder("cut"), "cut");
  writeFileSync(path, "short");
  await expect(objectStore(server.bucket).takeOver("packages/cut", path, 500)).rejects.toThrow();
  expect(server.objects.has("packages/cut")).toBe(false);
});

test("no key leads out of the folder", async () => {
  const store = localStore(scratchFolder("store"));
  await expect(store.put("../outside", Buffer.from("x"))).rejects.toThrow("out of the store");
});
