import { sealAt, unsealAt } from "#app/platform/sealed.ts";

import type { AnswerDisk } from "./answer-disk.ts";
import type { AnswerMark } from "./answer-mark.ts";
import type { AnswerReceipt } from "./answer-receipt.ts";
import type { Delivery } from "./answer-request.ts";
import type { ServerClock } from "./server-clock.ts";

/** How it stands with the answer of a question that was changed on this page. */
export type SaveState =
  | { kind: "unchanged" | "saving" | "signed-out" }
  /** Not at the server yet; kept: it outlives this page, and the browser. */
  | { kind: "waiting"; isKept: boolean }
  | { kind: "received"; receipt: AnswerReceipt }
  /** It cannot be saved any more; the sentence says why. */
  | { kind: "refused"; sentence: string };

type Queued = {
  position: number;
  body: string;
  /** When it is to be sent, by the server's clock; and since when the server lacks something of this question. */
  due: number;
  since: number;
  isKept: boolean;
  /** Half an answer, which the server does not take: it is for a reload. */
  isDraft: boolean;
};

export type QueueParts = {
  attemptId: string;
  /** Of this document, as long as it lives. */
  page: string;
  clock: ServerClock;
  /** Seals what is kept in the browser. */
  key: Uint8Array;
  disk: AnswerDisk;
  post: (position: number, body: string) => Promise<Delivery>;
  /** Runs `work` after so many milliseconds, in place of what was to run before. */
  later: (work: () => void, milliseconds: number) => void;
};

export type AnswerQueue = {
  /** The form's fields after a change. Returns what they are marked with. */
  give(position: number, fields: URLSearchParams, revision: number): AnswerMark;
  /** When what earlier pages of the attempt left in this browser has been taken over. */
  restored: Promise<void>;
  /** What was given to a question and is not at the server yet, for a page that showed that version of its answer. */
  pending(position: number, revision: number): URLSearchParams | null;
  /** Tells of each change; returns how to stop. */
  watch(position: number, tell: (state: SaveState) => void): () => void;
  /** How many answers the server does not have. */
  unsent(): number;
  /** Whether they wait for something that has failed. */
  isInTrouble(): boolean;
  /** Their bodies, to be sent when there is no time to wait for an answer. */
  bodies(): { position: number; body: string }[];
  /** Sends at once what there is; whether the server has everything then. */
  flush(): Promise<boolean>;
};

const pauseBeforeSaving = 700;
/** Who writes on and on is saved in between. */
const longestPause = 5_000;
const firstRetry = 1_000;
const longestRetry = 15_000;

/**
 * The answers of an attempt on their way to the server: one request at a time and again until the server has each. Of
 * each question and page the newest is enough, and whichever order they arrive in, the server knows which one counts.
 */
export function openAnswerQueue(parts: QueueParts): AnswerQueue {
  const { attemptId, page, clock, disk, key: sealKey } = parts;
  const queued = new Map<string, Queued>();
  const watchers = new Map<number, Set<(state: SaveState) => void>>();
  let change = 0;
  let failures = 0;
  let trouble: "waiting" | "signed-out" | null = null;
  let sending: Promise<void> | null = null;

  const idOf = (position: number) => `${attemptId}/${position}/${page}`;
  const waiting = () => [...queued].filter(([, { isDraft }]) => !isDraft);

  function tell(position: number, state: SaveState) {
    for (const watcher of watchers.get(position) ?? []) watcher(state);
  }

  function tellTrouble({ position, isKept }: Queued) {
    if (trouble === "waiting") tell(position, { kind: "waiting", isKept });
    if (trouble === "signed-out") tell(position, { kind: "signed-out" });
  }

  function keep(id: string, answer: Queued) {
    const box = sealAt(sealKey, id, { position: answer.position, body: answer.body });
    void disk.write(id, box).then((isKept) => {
      answer.isKept = isKept;
      if (queued.get(id) === answer && !answer.isDraft) tellTrouble(answer);
    });
  }

  function scheduleNext() {
    const dues = waiting().map(([, { due }]) => due);
    if (dues.length > 0) parts.later(() => void send(), Math.max(0, Math.min(...dues) - clock.now()));
  }

  async function sendAll(isHurried: boolean) {
    const next = () => waiting().find(([, { due }]) => isHurried || due <= clock.now());
    for (let found = next(); found; found = next()) {
      const [id, answer] = found;
      const delivery = await parts.post(answer.position, answer.body);
      if (delivery.kind !== "received" && delivery.kind !== "refused") {
        failures += 1;
        trouble = delivery.kind;
        for (const [, other] of waiting()) tellTrouble(other);
        const pause = Math.min(longestRetry, firstRetry * 2 ** (failures - 1));
        // Not all at the same moment: a whole class may have lost its line together.
        parts.later(() => void send(true), pause * (0.5 + Math.random() / 2));
        return;
      }
      failures = 0;
      trouble = null;
      settle(id, answer, delivery);
    }
    scheduleNext();
  }

  function settle(id: string, answer: Queued, delivery: Extract<Delivery, { kind: "received" | "refused" }>) {
    if (delivery.kind === "received") clock.hear(delivery.receipt.time);
    if (queued.get(id) !== answer) return;
    if (delivery.kind === "received" && delivery.receipt.outcome === "unfinished") {
      answer.isDraft = true;
    } else {
      queued.delete(id);
      void disk.write(id, null);
    }
    const isLast = waiting().every(([, { position }]) => position !== answer.position);
    if (isLast) tell(answer.position, delivery);
  }

  async function send(isHurried = false): Promise<void> {
    while (sending) await sending;
    sending = sendAll(isHurried).finally(() => (sending = null));
    return sending;
  }

  async function restore() {
    for (const [id, box] of await disk.read(`${attemptId}/`)) {
      const kept = unsealAt(sealKey, id, box) as Pick<Queued, "position" | "body"> | null;
      if (kept && !queued.has(id)) {
        queued.set(id, { ...kept, due: 0, since: 0, isKept: true, isDraft: false });
      }
    }
    if (waiting().length > 0) void send(true);
  }

  return {
    restored: restore(),
    pending(position, revision) {
      const given = [...queued.values()].filter((answer) => answer.position === position);
      const fields = new URLSearchParams((queued.get(idOf(position)) ?? given.at(-1))?.body);
      // Half an answer that a whole one has replaced since is of no use.
      const isOld = given.every(({ isDraft }) => isDraft) && Number(fields.get("revision")) < revision;
      return given.length === 0 || isOld ? null : fields;
    },
    give(position, fields, revision) {
      change += 1;
      const mark = { key: randomName(), page, change, ...clock.stamp(), revision };
      const marked = new URLSearchParams(fields);
      for (const [name, value] of Object.entries(mark)) marked.set(name, String(value));
      const id = idOf(position);
      const now = clock.now();
      const before = queued.get(id);
      const since = before && !before.isDraft ? before.since : now;
      const due = Math.min(now + pauseBeforeSaving, since + longestPause);
      const answer = { position, body: marked.toString(), due, since, isKept: false, isDraft: false };
      queued.set(id, answer);
      keep(id, answer);
      if (failures === 0) {
        tell(position, { kind: "saving" });
        scheduleNext();
      }
      return mark;
    },
    watch(position, watcher) {
      const known = watchers.get(position) ?? new Set();
      watchers.set(position, known.add(watcher));
      return () => known.delete(watcher);
    },
    unsent: () => waiting().length,
    isInTrouble: () => trouble !== null,
    bodies: () => waiting().map(([, { position, body }]) => ({ position, body })),
    async flush() {
      if (waiting().length > 0) await send(true);
      return waiting().length === 0;
    },
  };
}

/** Also where a page is not served over HTTPS, and has no `crypto.randomUUID`. */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
