import { resolve } from "node:path";

import { z } from "zod";

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);
const port = z.coerce.number().int().min(1).max(65535);

/** Every setting there is; `.env.example` explains each (a test holds the two together). */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  APP_ORIGIN: httpUrl.optional(),
  CONTENT_ORIGIN: httpUrl.optional(),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Sigurna <no-reply@localhost>"),
  WEB_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(1),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  SITE_NAME: z.string().min(1).max(60).default("Sigurna"),
  EXIT_URL: z.url({ protocol: /^https$/ }).default("https://www.wikipedia.org/"),
  TRAINED_TARGET: z.coerce.number().int().min(1).default(120),
  COURSE_MEDIA_MB: z.coerce.number().int().min(1).max(1_000_000).default(500),
  STORAGE_S3_URL: z.url({ protocol: /^https?$/ }).optional(),
  STORAGE_S3_REGION: z.string().min(1).default("us-east-1"),
  STORAGE_S3_KEY_ID: z.string().default(""),
  STORAGE_S3_SECRET: z.string().default(""),
  XAPI_FORWARD_URL: z.url({ protocol: /^https?$/ }).optional(),
  XAPI_FORWARD_USER: z.string().default(""),
  XAPI_FORWARD_PASSWORD: z.string().default(""),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = Omit<z.infer<typeof envSchema>, "APP_ORIGIN" | "CONTENT_ORIGIN" | "DATABASE_URL"> & {
  APP_ORIGIN: string;
  CONTENT_ORIGIN: string;
  DATABASE_URL: string;
};

/**
 * Parses settings. An empty value counts as missing. Throws an Error that names every wrong or missing variable
 * in one line each.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    throw settingsError(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  }
  const env = parsed.data;
  const appOrigin = env.APP_ORIGIN ?? `http://localhost:${env.PORT}`;
  const contentOrigin = env.CONTENT_ORIGIN ?? otherLoopbackName(appOrigin);
  const faults: string[] = [];
  if (!env.DATABASE_URL) {
    faults.push("DATABASE_URL: missing; name a PostgreSQL database (npm start brings its own)");
  }
  if (!contentOrigin) {
    faults.push("CONTENT_ORIGIN: missing; name a second host name of this server, for packages of others");
  } else if (new URL(contentOrigin).hostname === new URL(appOrigin).hostname) {
    faults.push("CONTENT_ORIGIN: must not have the host of APP_ORIGIN, so that packages are kept apart");
  }
  if (env.STORAGE_S3_URL && !(env.STORAGE_S3_KEY_ID && env.STORAGE_S3_SECRET)) {
    faults.push("STORAGE_S3_KEY_ID, STORAGE_S3_SECRET: missing; STORAGE_S3_URL needs them");
  }
  if (faults.length > 0) throw settingsError(faults);
  return {
    ...env,
    APP_ORIGIN: appOrigin,
    CONTENT_ORIGIN: contentOrigin as string,
    DATABASE_URL: env.DATABASE_URL as string,
    DATA_DIR: resolve(env.DATA_DIR),
  };
}

function settingsError(faults: string[]) {
  return new Error(`Settings are wrong or missing:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
}

/** On one's own machine, the other name of the same loopback address; elsewhere there is nothing to guess. */
function otherLoopbackName(origin: string): string | undefined {
  const url = new URL(origin);
  const other = { localhost: "127.0.0.1", "127.0.0.1": "localhost" }[url.hostname];
  if (!other) return undefined;
  url.hostname = other;
  return url.origin;
}

let parsed: Env | undefined;

/** The settings of this process, parsed at first use. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
