import { readFileSync } from "node:fs";

import { captionFault } from "./captions.ts";
import { isDocumentType } from "./document-kind.ts";
import { documentTypeOf } from "./document-type.server.ts";
import type { Fault } from "./fault.ts";
import { isCaptions, isMedium, type MediumFile } from "./media-file.server.ts";

/** The files in media/ that browsers do not show, captions that are none, and documents that are something else. */
export async function mediaContentFaults(media: MediumFile[]): Promise<Fault[]> {
  return [
    ...media.filter(({ path }) => !isMedium(path)).map(({ path }) => notAMedium(path)),
    ...media.flatMap(captionFaults),
    ...(await documentFaults(media)),
  ];
}

function notAMedium(file: string): Fault {
  return { file, line: 1, key: "faults.notAMedium", values: {} };
}

function captionFaults({ path, file }: MediumFile): Fault[] {
  const found = isCaptions(path) ? captionFault(readFileSync(file, "utf8")) : null;
  if (!found) return [];
  return [
    { file: path, line: found.line, key: `media.captions_${found.problem}`, values: { line: found.line } },
  ];
}

/** The documents in media/ that are not what the endings of their names say, or hold macros. */
async function documentFaults(media: MediumFile[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { path, file, contentType } of media.filter((one) => isDocumentType(one.contentType))) {
    const type = await documentTypeOf(file);
    if (type === "hasMacros") faults.push({ file: path, line: 1, key: "media.hasMacros", values: {} });
    else if (type?.contentType !== contentType)
      faults.push({ file: path, line: 1, key: "faults.otherDocument", values: {} });
  }
  return faults;
}
