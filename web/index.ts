/** The web process: `npm run web`. With WEB_CONCURRENCY above one, a primary keeps that many of them running. */
import cluster from "node:cluster";

import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";

import { serve } from "./server.ts";

if (cluster.isPrimary && env().WEB_CONCURRENCY > 1) {
  let isStopping = false;
  for (let index = 0; index < env().WEB_CONCURRENCY; index += 1) cluster.fork();
  cluster.on("exit", (worker, code) => {
    if (isStopping) return;
    log.error({ pid: worker.process.pid, code }, "web process ended; starting another");
    cluster.fork();
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill("SIGTERM");
    });
  }
} else {
  await serve();
}
