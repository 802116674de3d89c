import { foreignStems, serbianLetters } from "./transliterate.ts";

/** By the Latin letter or letters; digraphs first, also as the single signs that Unicode has for them. */
const cyrillic = new Map([
  ...Object.entries(serbianLetters).map(([own, latin]) => [latin, own] as const),
  ["ǆ", "џ"],
  ["ǉ", "љ"],
  ["ǌ", "њ"],
]);

/**
 * Where n + j, d + ž and l + j are two sounds, mostly between a prefix and what follows: „injekcija” is „инјекција”,
 * „nadživeti” „надживети”. Source: Pravopis srpskoga jezika (Matica srpska, 2010), on digraphs.
 */
const apart =
  /inje(?=k[ct])|inji(?=c)|konju(?=[nkg])|konje(?=kt)|tanju(?=g)|(?<!\p{L})anjo(?=n)|vanje(?=zič)|nadž(?=iv|njev|et|up|eže|drel)|odž(?=ali|alj|iv|vak|vrl|mir)|podž(?=up|anr|eći|eg|ež|ig|iv)|predž(?=iv|etv)/giu;

/** Abbreviations that are written in Latin letters in Cyrillic text, too: names of formats, of devices' parts, of laws. */
const abbreviations = new Set(
  (
    "API CCTV CD CMS CSS CSV DMCA DNS DOC DOCX DSA DVD EPUB EXIF FTC GDPR GIF GPS GSM GREVIO HDMI HTML HTTP HTTPS IBAN ID " +
    "IEC IMEI IMSI IP ISO ISP JPEG JPG JSON LMS LTE MAC MIME MMS NCMEC NFC ODT OK OS PC PDF PNG PUK QR RAM RCS RSS " +
    "SCORM SD SHA SIM SMS SMTP SSD SSL SVG TCP TLS TOR UDP UN URI URL USB UUID VLAN VOIP VPN WPA XML ZIP"
  ).split(" "),
);

/** Names of programs and services that have nothing un-Serbian in their spelling. */
const names = [
  "Adobe",
  "Alphabet",
  "Amazon",
  "Android",
  "Bing",
  "Bluetooth",
  "Bumble",
  "Content Credentials",
  "Digital Services Act",
  "Discord",
  "Facebook",
  "Instagram",
  "Match Group",
  "Microsoft",
  "Pinterest",
  "Pornhub",
  "Reddit",
  "Signal",
  "Snap",
  "Telegram",
  "Threads",
  "Viber",
  "Zoom",
];

/** How Serbian inflects such a name. */
const ending = "(?:a|u|om|em|e|i|ima|ov\\p{L}{0,4}|in\\p{L}{0,3})?";

/** Letters and pairs of letters that no Serbian word has. */
const unSerbian =
  /[^abcčćdđefghijklmnoprsštuvzžǆǉǌ]|ck(?=$|e[drt]|s$|ing)|ph|ch|gh|sch|bb|cc|ff|gg|hh|kk|ll|mm|pp|rr|ss|tt|vv|zz|ee(?!k)|oo(?=[gkmn])/iu;

/** A text in Cyrillic, and the words of it that stayed in Latin letters, each once. */
export type InCyrillic = { text: string; kept: string[] };

/**
 * Serbian Latin to Serbian Cyrillic. Words that are not spelt as Serbian ones are, abbreviations of technology, names of
 * services and what `keep` lists (words, or several together) stay as they are; a capital letter counts there.
 */
export function toSerbianCyrillic(text: string, keep: readonly string[] = []): InCyrillic {
  const kept = new Set<string>();
  const pieces = text.normalize("NFC").split(keptPattern(keep));
  const written = pieces.map((piece, index) => {
    // What the pattern has caught stands between the rest.
    if (index % 2 === 1) {
      kept.add(piece);
      return piece;
    }
    return withForeignStems(piece).replace(/[\p{L}\p{M}\p{N}_]+/gu, (word) => {
      if (!/[a-z]/iu.test(word)) return inLetters(word);
      if (!staysLatin(word)) return inLetters(word);
      kept.add(word);
      return word;
    });
  });
  return { text: written.join(""), kept: [...kept].filter((piece) => /[a-z]/i.test(piece)) };
}

function keptPattern(keep: readonly string[]): RegExp {
  const listed = [...keep, ...names]
    .filter((word) => word.trim() !== "")
    .sort((a, b) => b.length - a.length)
    .map((word) => word.trim().replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}_])((?:${listed.join("|")})${ending})(?![\\p{L}\\p{N}_])`, "u");
}

function withForeignStems(text: string): string {
  return foreignStems.reduce(
    (changed, [own, latin]) => changed.replace(new RegExp(`(?<!\\p{L})${latin}`, "gu"), own),
    text,
  );
}

function staysLatin(word: string): boolean {
  return (
    abbreviations.has(word) ||
    /[\p{N}_]/u.test(word) ||
    (/\p{Ll}\p{Lu}/u.test(word) && !/^BiH/.test(word)) ||
    unSerbian.test(withoutCyrillic(word))
  );
}

/** A word of which a part is Cyrillic already is judged by the rest. */
function withoutCyrillic(word: string): string {
  return word.replace(/[\u0400-\u04FF]/g, "");
}

function inLetters(word: string): string {
  return word
    .replace(apart, (pair) => pair.replace(/(?<=[nNdD])(?=[jJžŽ])/u, "\u200b"))
    .replace(/d\u200b?ž|l\u200b?j|n\u200b?j|\p{L}/giu, (letters) => {
      if (letters.includes("\u200b")) return letters.split("\u200b").map(inLetter).join("");
      return inLetter(letters);
    });
}

function inLetter(letters: string): string {
  const own = cyrillic.get(letters.toLowerCase());
  if (own === undefined) return letters;
  return letters[0] === letters[0]?.toLowerCase() ? own : own.toUpperCase();
}
