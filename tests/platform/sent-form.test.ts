import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";

import { createRemixRequest } from "@remix-run/express/dist/server.js";
import express from "express";
import { expect, test } from "vitest";

import { RefusalError } from "#app/platform/errors.ts";
import { type SentForm, withSentForm } from "#app/platform/sent-form.server.ts";
import { listFiles } from "#app/platform/storage.server.ts";

const kilobyte = 1024;
const limits = { maxFileBytes: 100 * kilobyte, maxFormBytes: 300 * kilobyte };

async function leftBehind(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of listFiles("incoming")) keys.push(key);
  return keys;
}

function formOf(files: Record<string, string>, fields: Record<string, string> = {}): Request {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, content] of Object.entries(files)) body.append(name, new File([content], `${name}.txt`));
  return new Request("http://localhost/", { method: "POST", body });
}

/** A form of one file whose content comes chunk by chunk, as `send` says. */
function slowForm(send: (controller: ReadableStreamDefaultController<Uint8Array>) => void, length?: number) {
  const start = Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
  let isBegun = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isBegun) return send(controller);
      isBegun = true;
      controller.enqueue(start);
    },
  });
  return new Request("http://localhost/", {
    method: "POST",
    body,
    duplex: "half",
    headers: {
      "Content-Type": "multipart/form-data; boundary=x",
      ...(length ? { "Content-Length": String(length) } : {}),
    },
  } as RequestInit);
}

const none = () => Promise.resolve(expect.fail("the form was taken"));

test("fields and files come together, and the files are gone when the work is done", async () => {
  const request = formOf({ file: "content", other: "more" }, { title: "Наслов" });
  const seen = await withSentForm(request, limits, async ({ fields, files }: SentForm) => {
    const file = files.get("file") ?? expect.fail("no file");
    expect(await readFile(file.path, "utf8")).toBe("content");
    expect(files.get("other")).toMatchObject({ name: "other.txt", bytes: 4, isTooLarge: false });
    expect(fields).toEqual({ title: "Наслов" });
    return file.path;
  });
  expect(existsSync(seen)).toBe(false);
  expect(await leftBehind()).toEqual([]);
});

test("files are gone also when the work fails", async () => {
  const failing = withSentForm(formOf({ file: "content" }), limits, () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await leftBehind()).toEqual([]);
});

test("a file above its limit is cut off there; what else was filled in is still known", async () => {
  const request = formOf({ file: "x".repeat(150 * kilobyte) }, { title: "typed" });
  await withSentForm(request, limits, async ({ fields, files }) => {
    expect(files.get("file")).toMatchObject({ isTooLarge: true, bytes: limits.maxFileBytes });
    expect(fields.title).toBe("typed");
  });
  expect(await leftBehind()).toEqual([]);
});

test.each<[string, () => Request]>([
  ["a form", () => formOf({ a: "x".repeat(90 * kilobyte), b: "x".repeat(250 * kilobyte) })],
  ["a form that never ends", () => slowForm((stream) => stream.enqueue(Buffer.alloc(64 * kilobyte, "x")))],
  ["a form that says so and is not sent yet", () => slowForm(() => undefined, 101 * kilobyte ** 2)],
])("%s above its limit is refused in words and leaves no file", async (_name, request) => {
  await expect(withSentForm(request(), limits, none)).rejects.toMatchObject({
    status: 413,
    key: "errors.formTooLarge",
  });
  expect(await leftBehind()).toEqual([]);
});

test("a line of 20 MB in a field is refused", async () => {
  const request = formOf({}, { pasted: "x".repeat(20 * kilobyte ** 2) });
  const roomy = { ...limits, maxFormBytes: 30 * kilobyte ** 2 };
  await expect(withSentForm(request, roomy, none)).rejects.toMatchObject({ status: 413 });
});

test("a form that breaks off in the middle of a file leaves no file", async () => {
  let chunks = 0;
  const request = slowForm((stream) => {
    chunks += 1;
    if (chunks < 3) stream.enqueue(Buffer.alloc(10 * kilobyte, "x"));
    else stream.error(new Error("the connection is gone"));
  });
  await expect(withSentForm(request, limits, none)).rejects.toMatchObject({ status: 400 });
  expect(await leftBehind()).toEqual([]);
});

test("a sender who hears nothing before everything is sent hears the refusal", async () => {
  const app = express().post("/", async (request, response) => {
    const sent = createRemixRequest(request, response);
    const refusal = await withSentForm(sent, limits, none).catch((error: unknown) => error);
    response.status(refusal instanceof RefusalError ? refusal.status : 500).end();
  });
  const server: Server = app.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  try {
    const form = formOf({ file: "x".repeat(20 * kilobyte ** 2) });
    const headers = { "Content-Type": form.headers.get("Content-Type") ?? "" };
    const body = Buffer.from(await form.arrayBuffer());
    const status = await new Promise((answered, failed) => {
      const post = httpRequest({ port, method: "POST", headers }, (response) =>
        answered(response.statusCode),
      );
      post.on("error", failed);
      post.end(body);
    });
    expect(status).toBe(413);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
