import { isCaptions, mediumType } from "#app/library/media-file.server.ts";

import { type DraftMedium, listDraftMedia } from "./draft-media.server.ts";
import type { Draft } from "./draft.server.ts";
import type { StepMedia } from "./step-rule-form.ts";

/** The files of a draft's media that steps of its outline may name. */
export async function stepMedia(draft: Draft): Promise<StepMedia> {
  return mediaOfSteps(await listDraftMedia(draft));
}

/** Of files of media/ those that steps may name: any file but captions can be downloaded. */
export function mediaOfSteps(media: DraftMedium[]): StepMedia {
  const paths = media.map(({ path }) => path);
  return {
    videos: paths.filter((path) => mediumType(path).startsWith("video/")),
    captions: paths.filter(isCaptions),
    files: paths.filter((path) => !isCaptions(path)),
  };
}
