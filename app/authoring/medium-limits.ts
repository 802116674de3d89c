import type { Medium } from "#app/library/media-kind.ts";

/** What may be sent for a course, in bytes; pictures are made smaller here. */
export const largestSent: Record<Medium | "document", number> = {
  image: 20 * 1024 ** 2,
  audio: 50 * 1024 ** 2,
  video: 200 * 1024 ** 2,
  document: 50 * 1024 ** 2,
};

/** Of the form that a medium is sent with. */
export const mediumFormLimits = {
  maxFileBytes: largestSent.video,
  maxFormBytes: largestSent.video + 1024 ** 2,
};
