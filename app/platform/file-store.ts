import type { Readable } from "node:stream";

export type KeptFile = { key: string; modifiedAt: Date };

/** Both ends included. */
export type ByteSpan = { start: number; end: number };

/** Where files are kept. Keys are paths with "/". What is put is there whole or not at all, whoever reads meanwhile. */
export type FileStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** Takes over a file of this machine's disk, which is gone then. */
  takeOver: (key: string, path: string, bytes: number) => Promise<void>;
  /** The bytes of a file, or of a part of it. Rejects, or fails while read, when there is no such file. */
  read: (key: string, span?: ByteSpan) => Promise<Readable>;
  has: (key: string) => Promise<boolean>;
  /** Nothing happens when there is no such file. */
  delete: (key: string) => Promise<void>;
  /** Every file below a folder of keys. */
  list: (folder: string) => AsyncIterable<KeptFile>;
  isUsable: () => Promise<boolean>;
};
