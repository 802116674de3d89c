import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { envSchema, parseEnv } from "#app/platform/env.server.ts";

const example = readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8");
const shown = Object.fromEntries(
  [...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

test(".env.example lists every setting, and only those, with values that are accepted", () => {
  expect(Object.keys(shown).sort()).toEqual(Object.keys(envSchema.shape).sort());
  expect(parseEnv(shown)).toMatchObject({ APP_ORIGIN: "https://learn.example.org", TRUST_PROXY: 0 });
});

test("every wrong or missing setting is named in one message", () => {
  const wrong = { PORT: "eighty", APP_ORIGIN: "learn.example.org", SMTP_URL: "mail" };
  expect(() => parseEnv(wrong)).toThrow(/PORT[\s\S]*APP_ORIGIN|APP_ORIGIN[\s\S]*PORT/);
  expect(() => parseEnv(wrong)).toThrow("SMTP_URL");
  expect(() => parseEnv({})).toThrow("DATABASE_URL: missing");
});

test("packages of others never get the site's own host", () => {
  const given = { DATABASE_URL: "postgresql://127.0.0.1/sigurna" };
  expect(parseEnv(given)).toMatchObject({ CONTENT_ORIGIN: "http://127.0.0.1:3000" });
  const site = { ...given, APP_ORIGIN: "https://learn.example.org" };
  expect(() => parseEnv(site)).toThrow("CONTENT_ORIGIN: missing");
  const same = { ...site, CONTENT_ORIGIN: "https://learn.example.org:8443" };
  expect(() => parseEnv(same)).toThrow("CONTENT_ORIGIN: must not have the host");
});
