import { parse } from "yaml";

import type { FolderParts } from "#app/library/folder-part.ts";
import { type Glossary, glossaryFile, glossaryPath } from "#app/library/glossary.ts";

import { textOfPart } from "./version-folder.server.ts";

/** The glossary of a folder; empty where there is none, or it is not in order, which the check of the draft tells. */
export async function glossaryIn(parts: FolderParts): Promise<Glossary> {
  return glossaryOf(await textOfPart(parts, glossaryPath));
}

/** The same of the file's text; null where there is none. */
export function glossaryOf(source: string | null): Glossary {
  if (source === null) return [];
  try {
    return glossaryFile.parse(parse(source)).terms;
  } catch {
    return [];
  }
}
