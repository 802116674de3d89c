import { type Language, readingOrder, sourceOf } from "#app/platform/languages.ts";
import { serbianLatinText } from "#app/platform/transliterate.ts";

type Texts = Record<string, string | undefined>;

/**
 * A text in a language, transliterated where that is how the language comes about; where it is not written, in the one
 * a reader is shown instead, or in any. `language` is what it is in then. Undefined when there is none at all.
 */
export function textIn(texts: Texts, language: Language): { text: string; language: string } | undefined {
  const source = sourceOf(language);
  const written = source && texts[source];
  if (written) return { text: serbianLatinText(written), language };
  const order: string[] = [...readingOrder(language), ...Object.keys(texts)];
  const found = order.find((tag) => texts[tag]);
  return found === undefined ? undefined : { text: texts[found] as string, language: found };
}

/** The same without its language, for titles, which stand among other words. */
export function titleIn(titles: Texts, language: Language): string | undefined {
  return textIn(titles, language)?.text;
}
