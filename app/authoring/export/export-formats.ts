/** What a course can be taken elsewhere as. */
export const exportFormats = ["scorm-1.2", "scorm-2004", "offline", "epub", "pdf"] as const;

export type ExportFormat = (typeof exportFormats)[number];
