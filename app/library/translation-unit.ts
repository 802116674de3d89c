/** One text of a translated file beside the text that it is made of. `id` is a name token, unique in its file. */
export type TranslationUnit = {
  id: string;
  /** The page of a lesson that it is on; null in the texts of a course. */
  page: string | null;
  /**
   * A whole page is translated as one where the translation has not the same blocks, or no such page; the source of a
   * page that only the translation has is empty.
   */
  isPage: boolean;
  source: string;
  /** Empty where nothing is written. */
  target: string;
};

/** What a file in another language stands on. */
export type SourceText = {
  text: string;
  /** The translation says only what differs from it. */
  isBase: boolean;
};

/** As forms and other programs may have changed a text without anybody having written in it. */
export function asTyped(text: string): string {
  return text.replace(/\r\n?/g, "\n").trim();
}
