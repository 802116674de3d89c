/** What came of saving a lesson's text: when, and the basis for the next time; or what somebody else has saved. */
export type SavedText =
  { basis: string; savedAt: string } | { theirs: { text: string; basis: string }; by: string | null };
