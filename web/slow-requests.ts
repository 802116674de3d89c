import type { NextFunction, Request, Response } from "express";

import { minutes, seconds } from "#app/platform/clock.ts";

const longestRequest = seconds(60);
/** For a file of 50 MB over a slow line. */
export const longestUpload = minutes(10);

const answerFile = /^\/learn\/[^/]+\/quizzes\/[^/]+\/attempts\/\d+\/questions\/\d+\/file$/;

/** Cuts off whoever takes too long to send a request, and so holds a connection; the file of an answer may take longer. */
export function cutOffSlowRequests(request: Request, _response: Response, next: NextFunction): void {
  const hasBody = "content-length" in request.headers || "transfer-encoding" in request.headers;
  if (hasBody && !answerFile.test(request.path)) {
    const cutOff = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, longestRequest);
    request.once("close", () => clearTimeout(cutOff));
  }
  next();
}
