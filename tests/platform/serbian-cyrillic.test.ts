import fc from "fast-check";
import { expect, test } from "vitest";

import { toSerbianCyrillic } from "#app/platform/serbian-cyrillic.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";

test.each([
  [
    "Ljubav i njena džepna ćuprija, NJEGOŠ, Njegoš, VOŽNJA",
    "Љубав и њена џепна ћуприја, ЊЕГОШ, Његош, ВОЖЊА",
  ],
  [
    "injekcija, konjunkcija, konjugacija, vanjezički, anjon",
    "инјекција, конјункција, конјугација, ванјезички, анјон",
  ],
  [
    "Nadživeti, odžaliti, podžanr; ali džak, odžak i budžet",
    "Надживети, оджалити, поджанр; али џак, оџак и буџет",
  ],
  ["Tanjug i tanjir, TANJUG", "Танјуг и тањир, ТАНЈУГ"],
  [
    "pre dva dana, zoološki vrt, najjači, koordinacija, preeksponiran",
    "пре два дана, зоолошки врт, најјачи, координација, преекспониран",
  ],
  ["ǈubav", "Љубав"],
  ["c\u030Cas", "час"],
])("%s is written %s in Cyrillic", (latin, cyrillic) => {
  expect(toSerbianCyrillic(latin).text).toBe(cyrillic);
});

test.each([
  ["PDF i SCORM preko USB", "PDF и SCORM преко USB", ["PDF", "SCORM", "USB"]],
  [
    "WhatsApp, StopNCII-ju, iOS-u, SHA-256",
    "WhatsApp, StopNCII-ју, iOS-у, SHA-256",
    ["WhatsApp", "StopNCII", "iOS", "SHA", "256"],
  ],
  ["na Facebooku ili Instagramu", "на Facebooku или Instagramu", ["Facebooku", "Instagramu"]],
  ["passkey i hardware", "passkey и hardware", ["passkey", "hardware"]],
  ["phishing u Moodleu", "фишинг у Мудлу", []],
])("of %s the foreign words stay", (latin, cyrillic, kept) => {
  const found = toSerbianCyrillic(latin);
  expect(found.text).toBe(cyrillic);
  expect(found.kept).toEqual(kept.filter((word) => /[a-z]/i.test(word)));
});

test("a course can name words of its own that stay", () => {
  expect(toSerbianCyrillic("Take It Down i Signala, hash", ["Take It Down", "hash"])).toEqual({
    text: "Take It Down и Signala, hash",
    kept: ["Take It Down", "Signala", "hash"],
  });
});

test("words of Serbian letters come back as they were", () => {
  // нј, дж and лј are told from њ, џ and љ by a list of words, and doubled letters are taken for foreign.
  const letters = fc.constantFrom(..."абвгдђежзиклљмнњопрстћуфхцчџшј");
  const words = fc
    .string({ unit: letters, minLength: 1 })
    .filter((word) => !/нј|лј|дж|([бвгзкмпрстфхц])\1|л[лљ]|цк|пх|цх|гх|ее|оо/.test(word));
  fc.assert(
    fc.property(fc.array(words), (all) => {
      const text = all.join(" ");
      expect(toSerbianCyrillic(toSerbianLatin(text)).text).toBe(text);
    }),
  );
});
