/** What the formulas count: sentences and words of running text. */
export type TextFigures = {
  sentences: number;
  words: string[];
  /** Letters and digits of all words. */
  letters: number;
};

/** Counts each paragraph for itself, so that one without a full stop is a sentence too. */
export function textFigures(paragraphs: string[], language: string): TextFigures {
  const segmenter = new Intl.Segmenter(language, { granularity: "sentence" });
  const sentences = paragraphs
    .flatMap((paragraph) => [...segmenter.segment(paragraph)].map(({ segment }) => wordsIn(segment)))
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  return {
    sentences: sentences.length,
    words,
    letters: words.reduce((sum, word) => sum + lettersIn(word), 0),
  };
}

export function wordsPerSentence({ words, sentences }: TextFigures): number {
  return words.length / sentences;
}

export function lettersPerWord({ words, letters }: TextFigures): number {
  return letters / words.length;
}

/** Hyphens, apostrophes and full stops inside a word are no letters of it. */
export function lettersIn(word: string): number {
  return [...word.matchAll(/[\p{L}\p{N}]\p{M}*/gu)].length;
}

/** A word stands between spaces and has a letter or a digit; marks around it are left out. */
function wordsIn(sentence: string): string[] {
  return sentence.split(/[\s\u2013\u2014/]+/u).flatMap((piece) => {
    const word = piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");
    return word ? [word] : [];
  });
}
