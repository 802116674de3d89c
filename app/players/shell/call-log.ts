import { maxLoggedAnswer } from "#app/players/run-limits.ts";

import type { NewRecord, WriteAheadLog } from "./write-ahead-log.ts";

/** Records the calls of one activity. */
export type CallLog = {
  /** Whether it is kept for good. */
  append(record: Omit<NewRecord, "activity">): boolean;
  /** Whether the newest value of an element could not be kept. */
  isUnkept(element: string): boolean;
  got(element: string, value: string): void;
  refused(call: string, value: string, error: string): void;
};

export function callLog(log: WriteAheadLog, activity: string): CallLog {
  const answers = new Map<string, string>();
  return {
    append: (record) => log.append({ activity, ...record }),
    isUnkept: (element) => log.isUnkept(activity, element),
    got(element, answer) {
      const value = answer.slice(0, maxLoggedAnswer);
      if (answers.get(element) === value) return;
      answers.set(element, value);
      log.note({ activity, kind: "get", element, value });
    },
    refused(call, value, error) {
      log.note({ activity, kind: "refused", element: call, value: value.slice(0, maxLoggedAnswer), error });
    },
  };
}
