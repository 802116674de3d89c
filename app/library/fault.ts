import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

/** Sentences of the interface: what is wrong, and what to do about it. */
export type FaultSentence = {
  key: MessageKey;
  values: MessageValues;
};

/**
 * Something wrong in a course folder: where, and what. Trainers read it in their language, authors' tools in English
 * (fault-line.server.ts). `question`: the question that the sentence is about, by its id.
 */
export type Fault = FaultSentence & { file: string; line: number; question?: string };

/** Notes a fault at a place; what the place is, only the caller knows. */
export type Report<Place> = (place: Place, key: Fault["key"], values?: MessageValues) => void;
