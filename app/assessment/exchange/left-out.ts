import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import { type Sentence, sentence } from "./exchange.ts";

/** Thrown while one question is read; the rest of the file goes on. */
export class LeftOutError extends Error {
  readonly reason: Sentence;

  constructor(reason: Sentence) {
    super(reason.key);
    this.reason = reason;
  }
}

export function leaveOut(key: MessageKey, values: MessageValues = {}): never {
  throw new LeftOutError(sentence(key, values));
}
