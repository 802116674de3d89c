import { pino } from "pino";

import { env } from "./env.server.ts";

/** Structured log to standard output. Never log names, addresses, answers or tokens: ids only. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: { pid: process.pid },
  redact: ["*.password", "*.email", "*.token", "req.headers.cookie", "req.headers.authorization"],
});
