import type { MessageKey, MessageValues } from "./i18n.tsx";

/** A refusal whose reason the person may read: `key` names the translated sentence. */
export class RefusalError extends Error {
  readonly status: number;
  readonly key: MessageKey;
  readonly values: MessageValues;

  constructor(status: number, key: MessageKey, values: MessageValues = {}) {
    super(key);
    this.status = status;
    this.key = key;
    this.values = values;
  }
}

export class UnauthenticatedError extends RefusalError {
  constructor(key: MessageKey = "errors.signInFirst") {
    super(401, key);
  }
}

export class ForbiddenError extends RefusalError {
  constructor(key: MessageKey = "errors.forbidden", values?: MessageValues) {
    super(403, key, values);
  }
}

export class NotFoundError extends RefusalError {
  constructor(key: MessageKey = "errors.notFound", values?: MessageValues) {
    super(404, key, values);
  }
}

/** The request is well-formed but the state of things does not allow it. */
export class ConflictError extends RefusalError {
  constructor(key: MessageKey, values?: MessageValues) {
    super(409, key, values);
  }
}

export class TooManyRequestsError extends RefusalError {
  constructor(key: MessageKey, values?: MessageValues) {
    super(429, key, values);
  }
}
