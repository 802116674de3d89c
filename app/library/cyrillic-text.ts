import { type InCyrillic, toSerbianCyrillic } from "#app/platform/serbian-cyrillic.ts";

/** Attributes of directives that readers read; all others are names and files. */
const readAttributes = /((?:^|[\s{])caption=)("[^"\n]*"|'[^'\n]*')/g;

/** What is no words: the head of a lesson, code, directives' names and attributes, links' targets, placeholders, tags, addresses, files. */
const noWords = new RegExp(
  [
    "(?<![^])---\\n[^]*?\\n---(?=\\n|$)",
    "^(?<fence>```+|~~~+)[^]*?^\\k<fence>.*$",
    "(?<tick>`+)(?!`)[^]*?(?<!`)\\k<tick>(?!`)",
    "(?<![\\w:]):{1,9}[a-z][a-z0-9-]*(?=[\\[{]|[ \\t]*$)",
    "(?<=cite)\\[[^\\]\\n]*\\]",
    "\\{\\{[^{}\\n]*\\}\\}",
    "\\{[^{}\\n]*\\}",
    "(?<=\\]\\()<?[^\\s()<>]+>?",
    "</?[a-z][^<>\\n]*>",
    "&#?[a-z0-9]+;",
    '[a-z][a-z+.-]*://[^\\s<>"“”„)\\]]+',
    "(?:mailto|tel):\\S+",
    "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
    "[@#][\\w-]+",
    "(?<![\\p{L}\\p{N}])[\\w-]+(?:\\.[\\w-]+)*\\.[a-z][a-z0-9]{1,6}(?![\\p{L}\\p{N}])(?:/[\\w/.-]*\\w)?",
  ].join("|"),
  "gimu",
);

/**
 * Serbian text in Latin letters as Cyrillic, also within Markdown: what is not read as words (code, directives, addresses)
 * stays, and so do foreign words, which are named in `kept`.
 */
export function inCyrillic(text: string, keep: readonly string[] = []): InCyrillic {
  const kept = new Set<string>();
  const words = (piece: string) => {
    const written = toSerbianCyrillic(piece, keep);
    for (const word of written.kept) kept.add(word);
    return written.text;
  };
  let [result, end] = ["", 0];
  for (const { 0: found, index } of text.matchAll(noWords)) {
    result +=
      words(text.slice(end, index)) + found.replace(readAttributes, (_, name, value) => name + words(value));
    end = index + found.length;
  }
  return { text: result + words(text.slice(end)), kept: [...kept] };
}
