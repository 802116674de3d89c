/** Vowels that are written and not spoken: "named", "makes", "office", "colleague", "statement"; but "wanted", "houses". */
const silent = [
  /[^aeiouytd]ed$/,
  /(?<![cs]h|[aeiouylsxzcg])es$/,
  /[^aeiouyl]e$/,
  /[aeiouy]les?$|[gq]ues?$/,
  /^some(?=[^d])|[^aeiouyl]e(?=(?:ful|less|ly|ments?|ness)$)/,
];

/** Two vowels that are two syllables: "diary", "violence", "serious", "reality", "evaluate", "being", "quiet". */
const apart =
  /(?<![cgst])ia|(?<![cgtx])iou|i(?:o(?!u?[ns]|r$)|u)|(?<![ct])ie(?=nt|t)|i(?=e(?:r|st)$)|eo(?![pu])|ea(?=l?it|te$|tion)|(?<![gq])ua(?!r?[dr])|[eouy]ing|ii/g;

/**
 * Syllables of an English word, by its spelling: groups of vowels, less those that are not spoken, plus those that are
 * spoken apart. Single words may be wrong by one; it is for averages over a text, which come within half a point of Reading
 * Ease of those of a dictionary of exceptions.
 */
export function englishSyllables(word: string): number {
  const parts = word
    .toLowerCase()
    .replace(/['\u2019]/g, "")
    .split(/[^a-z]+/);
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + ofPart(part), 0),
  );
}

function ofPart(part: string): number {
  const groups = part.match(/[aeiouy]+/g)?.length ?? 0;
  const unspoken = silent.filter((letters) => letters.test(part)).length;
  const spokenApart = part.match(apart)?.length ?? 0;
  return part ? Math.max(1, groups - unspoken + spokenApart) : 0;
}
