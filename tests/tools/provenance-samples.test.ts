import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import init, { WasmReader } from "@contentauth/c2pa-wasm";
import { beforeAll, expect, test } from "vitest";

import { readCredentials } from "#app/tools/provenance/credentials.ts";
import { lookingScore } from "#app/tools/provenance/looking-score.ts";
import { readMetadata } from "#app/tools/provenance/metadata.ts";
import { addressOf, samples } from "#app/tools/provenance/samples.ts";

const root = join(import.meta.dirname, "../../public");

beforeAll(async () => {
  const path = createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm");
  await init({ module_or_path: readFileSync(path) });
});

function bytesOf(name: string) {
  return new Uint8Array(
    readFileSync(join(root, addressOf({ name: name as (typeof samples)[number]["name"] }))),
  );
}

async function credentialsIn(name: string) {
  try {
    return readCredentials((await WasmReader.fromBytes("image/jpeg", bytesOf(name))).json());
  } catch (error) {
    if (String(error).includes("JumbfNotFound")) return null;
    throw error;
  }
}

test.each(samples.map((sample) => [sample.name, sample] as const))(
  "the sample %s is light and carries the credentials that are said of it",
  async (name, sample) => {
    expect(statSync(join(root, addressOf(sample))).size).toBeLessThanOrEqual(60_000);
    const credentials = await credentialsIn(name);
    const found = credentials === null ? "none" : credentials.isValid ? "valid" : "invalid";
    expect(found).toBe(sample.credentials);
    if (credentials) expect(credentials.organisation).toBe("For training only");
  },
);

test("credentials are read in our own words: who, how it was made, what was done", async () => {
  expect(await credentialsIn("jug")).toMatchObject({
    problems: [],
    signer: "Training editor",
    steps: [
      { action: "created", source: "capture" },
      { action: "edited", source: null },
    ],
  });
  expect((await credentialsIn("hall"))?.steps).toMatchObject([{ action: "created", source: "model" }]);
});

test("a picture that was changed after signing is said to be another than the signed one", async () => {
  expect(await credentialsIn("dunes")).toMatchObject({ isValid: false, problems: ["changed"] });
});

test("a single changed bit in the picture is enough", async () => {
  const bytes = bytesOf("lake");
  const at = bytes.length - 1000;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  const { isValid, problems } = readCredentials((await WasmReader.fromBytes("image/jpeg", bytes)).json());
  expect({ isValid, problems }).toEqual({ isValid: false, problems: ["changed"] });
});

test("credentials with anything in them are read without trusting it", () => {
  const odd = {
    active_manifest: "a",
    validation_state: "Invalid",
    validation_status: [
      { code: "claimSignature.mismatch" },
      { code: "signingCredential.expired" },
      { code: "x" },
    ],
    manifests: {
      a: {
        signature_info: { common_name: { toString: "x" }, issuer: "y".repeat(1000) },
        assertions: [
          { label: "c2pa.actions" },
          {
            label: "c2pa.actions.v2",
            data: { actions: [{ action: "constructor" }, { digitalSourceType: 7 }] },
          },
        ],
      },
    },
  };
  const read = readCredentials(JSON.stringify(odd));
  expect(read).toMatchObject({ isValid: false, problems: ["signature", "certificate", "other"], signer: "" });
  expect(read.organisation).toHaveLength(200);
  expect(read.steps).toEqual([
    { action: null, code: "constructor", source: null },
    { action: null, code: "", source: null },
  ]);
  expect(readCredentials("{}")).toMatchObject({ isValid: false, steps: [] });
});

test("metadata are read, with the place apart from the other values", async () => {
  const metadata = await readMetadata(new Blob([bytesOf("field")]));
  expect(metadata).toMatchObject({
    device: "Training Example phone",
    software: "Example camera 1.0",
    place: { latitude: 42.25, longitude: 17 },
  });
  expect(metadata.lines.map(({ name }) => name)).toContain("Model");
  expect(JSON.stringify(metadata.lines)).not.toMatch(/GPS|42/);
});

test("a picture without metadata, and what is no picture, have none", async () => {
  for (const file of [new Blob([bytesOf("moon")]), new Blob(["abc"])]) {
    expect(await readMetadata(file)).toMatchObject({ device: "", place: null, lines: [] });
  }
});

test.each([
  [[], null],
  [[[true, true, 1]], { right: 1, accuracy: 1, confidence: 1, sureness: "fits" }],
  [
    [
      [true, false, 1],
      [false, false, 1],
    ],
    { n: 2, right: 1, accuracy: 0.5, overConfidence: 0.5, sureness: "over" },
  ],
  [
    [
      [true, true, 0.5],
      [false, false, 0.6],
    ],
    { accuracy: 1, confidence: 0.55, sureness: "under" },
  ],
] as const)("answers %j give the score %j", (answers, score) => {
  const looks = answers.map(([isAltered, saysAltered, confidence]) => ({
    isAltered,
    saysAltered,
    confidence,
  }));
  if (score === null) expect(lookingScore(looks)).toBeNull();
  else expect(lookingScore(looks)).toMatchObject(score);
});
