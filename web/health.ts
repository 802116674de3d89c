import type { Request, Response } from "express";

import { systemHealth } from "#app/platform/health.server.ts";

/** `GET /health`: 200 while everything a learner needs works, 503 otherwise. */
export async function health(_request: Request, response: Response) {
  const report = await systemHealth();
  response
    .status(report.status === "down" ? 503 : 200)
    .set("Cache-Control", "no-store")
    .json(report);
}
