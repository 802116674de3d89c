/** What is shown of a video, a file or a page elsewhere; addresses are the site's own but that of a link. */
export type MaterialView = { title: string; summary: string | null; address: string } & (
  | {
      kind: "video";
      captions: { address: string; language: string } | null;
      /** Paragraphs; null without one. */
      transcript: string[] | null;
      /** It is not written in the reader's language. */
      isTranscriptEnglish: boolean;
    }
  /** `ending` as people know it, for instance PDF. */
  | { kind: "file"; bytes: number; ending: string; language: string }
  | { kind: "link"; language: string }
);
