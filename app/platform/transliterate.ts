/** The letters of Serbian Cyrillic, each with what Serbian Latin writes for it. */
export const serbianLetters: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  ђ: "đ",
  е: "e",
  ж: "ž",
  з: "z",
  и: "i",
  ј: "j",
  к: "k",
  л: "l",
  љ: "lj",
  м: "m",
  н: "n",
  њ: "nj",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ћ: "ć",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "č",
  џ: "dž",
  ш: "š",
};

/**
 * Serbian Cyrillic to Serbian Latin, letter by letter; everything that is not Serbian Cyrillic stays as it is.
 * A capital digraph is "Lj" before a small letter and "LJ" within capitals. Source: Pravopis srpskoga jezika
 * (Matica srpska, 2010), on the correspondence of the two alphabets.
 */
export function toSerbianLatin(text: string): string {
  return text.replace(/[\u0400-\u04FF]/g, (letter, index: number) => {
    const small = letter.toLowerCase();
    const latin = serbianLetters[small];
    if (latin === undefined) return letter;
    if (letter === small) return latin;
    const isWithinCapitals =
      isCapital(text[index + 1]) || (!isSmall(text[index + 1]) && isCapital(text[index - 1]));
    return isWithinCapitals ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1);
  });
}

/** Words that Serbian in Latin letters keeps as they are spelt elsewhere, by their beginning. */
export const foreignStems: readonly (readonly [cyrillic: string, latin: string])[] = [
  ["фишинг", "phishing"],
  ["Фишинг", "Phishing"],
  ["Мудл", "Moodle"],
];

const foreignWords = foreignStems.map(
  ([cyrillic, latin]) => [new RegExp(`(?<!\\p{L})${cyrillic}`, "gu"), latin] as const,
);

/** A text in Serbian Cyrillic as readers of Serbian Latin get it: letter by letter, foreign words excepted. */
export function serbianLatinText(text: string): string {
  return toSerbianLatin(foreignWords.reduce((changed, [word, latin]) => changed.replace(word, latin), text));
}

/** Everything that is written in a value, as `serbianLatinText`. */
export function inSerbianLatin<Value>(value: Value): Value {
  return JSON.parse(serbianLatinText(JSON.stringify(value))) as Value;
}

function isCapital(letter: string | undefined) {
  return letter !== undefined && letter !== letter.toLowerCase();
}

function isSmall(letter: string | undefined) {
  return letter !== undefined && letter !== letter.toUpperCase();
}
