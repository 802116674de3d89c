import { languageName } from "#app/platform/languages.ts";

import type { Fault } from "./fault.ts";
import { isBehind, type TranslatedFile } from "./translation-source.server.ts";

/** Translations whose source has changed since, and those of which nobody knows what they were made of. */
export function translationWarnings(translated: TranslatedFile[]): Fault[] {
  return translated.flatMap((one) => {
    const { file, from, language, recorded } = one;
    if (recorded !== null && !isBehind(one)) return [];
    const key = recorded === null ? "faults.sourceUnrecorded" : "faults.sourceChanged";
    return [{ file, line: 1, key, values: { from: languageName(from), language: languageName(language) } }];
  });
}
