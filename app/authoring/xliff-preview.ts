import type { Language } from "#app/platform/languages.ts";

import type { PartName } from "./workbench-part.server.ts";

type ImportedText = {
  name: PartName;
  title: string | null;
  id: string;
  before: string;
  after: string;
};

/** What a returned file would change, before anything is written; `plan` is for `importXliff`. */
export type XliffPreview = {
  language: Language;
  changes: ImportedText[];
  done: { name: PartName; title: string | null }[];
  /** Units whose source is not what it was when the file was made: nothing of them is written. */
  changedSources: string[];
  unknown: string[];
  /** Questions that could not be saved with what has come back. */
  misfits: string[];
  plan: string;
};
