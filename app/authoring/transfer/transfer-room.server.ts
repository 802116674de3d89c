import type { FolderParts } from "#app/library/folder-part.ts";
import { mediaFolder } from "#app/library/media-key.ts";

import { bytesOnTheirWay, mediaQuota } from "../media-room.server.ts";
import type { TransferPlan } from "./transfer-plan.server.ts";

/**
 * Whether a course (its folder and its address) has room for the media that a plan brings into it. Only a caller that
 * holds the room (`lockRoom`) and knows that the folder is still so can rely on it.
 */
export async function hasRoomForTransfer(
  to: { folder: FolderParts; slug: string },
  from: FolderParts,
  { media }: TransferPlan,
): Promise<boolean> {
  const added = [...media].filter(([, renamed]) => !to.folder.has(renamed)).map(([path]) => path);
  if (added.length === 0) return true;
  const there = [...to.folder.keys()].filter((path) => path.startsWith(`${mediaFolder}/`));
  const used = bytesOf(to.folder, there) + (await bytesOnTheirWay(to.slug));
  return used + bytesOf(from, added) <= mediaQuota();
}

function bytesOf(folder: FolderParts, paths: string[]): number {
  return paths.reduce((sum, path) => {
    const part = folder.get(path);
    return part && "bytes" in part ? sum + part.bytes : sum;
  }, 0);
}
