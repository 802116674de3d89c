import type { NextFunction, Request, Response } from "express";

/** Completed by the "exit this page" work: see docs/decisions. */
export function stayAway(_request: Request, _response: Response, next: NextFunction) {
  next();
}
