import { localeOf } from "#app/platform/locale.ts";
import { formatMessage } from "#app/platform/message-format.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import type { CourseWords } from "./course-data.ts";

declare global {
  var courseWords: CourseWords | undefined;
}

/** A text of the copy's language. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  const { language, messages } = globalThis.courseWords ?? { language: "en" as const, messages: {} };
  return formatMessage(language, messages[key] ?? [key], values);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(numbers(), { maximumFractionDigits: 1 }).format(value);
}

/** `ratio` from 0 to 1. */
export function formatPercent(ratio: number): string {
  return new Intl.NumberFormat(numbers(), { style: "percent", maximumFractionDigits: 0 }).format(ratio);
}

function numbers(): string {
  return localeOf(globalThis.courseWords?.language ?? "en").numbers;
}
