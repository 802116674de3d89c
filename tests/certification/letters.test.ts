import { expect, test } from "vitest";

import { certificatePdf } from "#app/certification/certificate-pdf.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { toSerbianLatin } from "#app/platform/transliterate.ts";
import { readPdf, readQr } from "#tests/builders/pdf.ts";

const cyrillic = "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш";

const alphabets = {
  Albanian: "ABCÇDEËFGHIJKLMNOPQRSTUVXYZ abcçdeëfghijklmnopqrstuvxyz",
  Macedonian: "АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ абвгдѓежзѕијклљмнњопрстќуфхцчџш Ѐѐ Ѝѝ",
  "Serbian Cyrillic": `${cyrillic.slice(0, 30)} ${cyrillic.slice(30)}`,
  "Serbian Latin, Bosnian, Croatian": toSerbianLatin(`${cyrillic.slice(0, 30)} ${cyrillic.slice(30)}`),
  Montenegrin: "ŚŹĆČŽŠĐ śźćčžšđ С́З́ с́з́",
  Turkish: "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ abcçdefgğhıijklmnoöprsştuüvyz ÂÎÛâîû",
  Romani: "AĂÁÂBCČĆDĐEÉFGHXIÍJKLMNŇOÓPRŘSŠŚTŤUÚVZŽŹ aăáâbcčćdđeéfghxiíjklmnňoóprřsšśtťuúvzžź",
};

test.each(Object.entries(alphabets))(
  "every letter of %s names can be read out of a certificate",
  async (_, letters) => {
    const words = letters.split(" ");
    const found: string[] = [];
    for (const word of words) {
      const half = Math.ceil(word.length / 2);
      for (const holderName of [word.slice(0, half), word.slice(half)].filter(Boolean)) {
        const pdf = await readPdf(await certificatePdf({ ...content, holderName }));
        found.push(
          pdf.text.replaceAll(/\s+/g, "").includes(holderName.normalize("NFC"))
            ? ""
            : `${holderName} in ${pdf.text.slice(0, 80)}`,
        );
      }
    }
    expect(found.filter(Boolean)).toEqual([]);
  },
);

test("a certificate is one tagged page in reading order, in its language, with a code that leads to the check", async () => {
  const bytes = await certificatePdf({ ...content, holderName: "Љубица Ђорђевић", language: "sr-Cyrl" });
  expect(await readQr(bytes)).toBe("http://localhost:3000/certificates/SG-2345-6789-ABCD");
  const pdf = await readPdf(bytes);
  expect(pdf).toMatchObject({ pages: 1, isTagged: true, language: "sr-Cyrl" });
  expect(pdf.roles.filter((role) => role !== "Root")).toEqual(
    expect.arrayContaining(["Document", "H1", "H2", "P", "Figure"]),
  );
  expect(pdf.title).toContain("Сертификат");
  const [first, second] = [pdf.text.indexOf("Љубица"), pdf.text.indexOf("SG-2345")];
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
});

test.each([
  ["mk", "Ѓорѓија Ќосевска", "Дигитална безбедност", "1 март 2026 г."],
  ["sr-Latn", "Đurđa Šćepanović", "Digitalna bezbednost", "1. mart 2026."],
  ["cnr", "Śenka Źukić", "Digitalna bezbjednost", "1. mart 2026."],
  ["sq", "Çlirimta Gjoçaj", "Siguria digjitale", "1 mars 2026"],
] as const)(
  "a certificate in %s is in that language from title to date",
  async (language, holderName, courseTitle, date) => {
    const { t } = i18nFor(language);
    const pdf = await readPdf(await certificatePdf({ ...content, holderName, courseTitle, language }));
    expect(pdf).toMatchObject({ pages: 1, isTagged: true, language });
    const text = pdf.text.replaceAll(/\s+/g, " ");
    for (const words of [
      holderName,
      courseTitle,
      date,
      t("certificate.pdfTitle"),
      t("certificate.pdfCompleted"),
    ]) {
      expect(text.replaceAll(" ", "")).toContain(words.replaceAll(/\s+/g, ""));
    }
  },
);

test("a very long name stays on the page", async () => {
  const holderName = "Анастасија-Магдалена Константиновић Хаџи-Поповић Стојадиновић Милосављевић";
  const pdf = await readPdf(await certificatePdf({ ...content, holderName }));
  expect(pdf.pages).toBe(1);
  expect(pdf.text.replaceAll(/\s+/g, "")).toContain(holderName.replaceAll(" ", ""));
});

const content = {
  serial: "SG-2345-6789-ABCD",
  holderName: "",
  courseTitle: "Digital safety",
  versionLabel: "1.0.0",
  language: "en",
  hours: 1.5,
  score: null,
  issuedAt: new Date("2026-03-01T10:00:00Z"),
};
