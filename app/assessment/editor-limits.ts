import { largestMedia } from "#app/library/media-kind.ts";

/** Of a question's form; several files can be chosen in one. In bytes. */
export const editorLimits = { maxFileBytes: largestMedia.video, maxFormBytes: 60 * 1024 ** 2 };
