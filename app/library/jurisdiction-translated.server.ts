import type { JurisdictionFile } from "./jurisdiction-format.ts";
import { type TranslatedFile, type TranslatedText, translationsOf } from "./translation-source.server.ts";
import { joined } from "./translation-words.server.ts";

/** The notes on each jurisdiction in each language: one file holds all of them, and says of each what it was made of. */
export function translatedNotes(files: JurisdictionFile[], languages: string[]): TranslatedFile[] {
  return translationsOf(files.map(textOfNotes), languages);
}

function textOfNotes({ jurisdiction, notes, source }: JurisdictionFile): TranslatedText {
  return {
    part: { kind: "jurisdiction", id: jurisdiction },
    fileOf: () => `${jurisdiction}.yaml`,
    wordsOf: (language) => {
      const written = notes.filter(({ text }) => text[language] !== undefined);
      if (written.length === 0) return null;
      return joined(Object.fromEntries(written.map(({ id, text }) => [id, text[language]])));
    },
    recordedOf: (language) => source[language] ?? null,
  };
}
