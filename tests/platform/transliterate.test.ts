import { expect, test } from "vitest";

import { serbianLatinText, toSerbianLatin } from "#app/platform/transliterate.ts";

test.each([
  ["Љубав и њена џепна ћуприја", "Ljubav i njena džepna ćuprija"],
  ["ЊЕГОШ", "NJEGOŠ"],
  ["Његош", "Njegoš"],
  ["ВОЖЊА", "VOŽNJA"],
  ["део Њ.", "deo Nj."],
  ["Apple и „Google”, {n, plural, one {# лекција}}", "Apple i „Google”, {n, plural, one {# lekcija}}"],
])("%s is written %s in Latin", (cyrillic, latin) => {
  expect(toSerbianLatin(cyrillic)).toBe(latin);
});

test("foreign words keep their own spelling in Serbian Latin, in every case", () => {
  expect(serbianLatinText("Фишинг, отпоран на фишинг; у Мудлу, Мудлом")).toBe(
    "Phishing, otporan na phishing; u Moodleu, Moodleom",
  );
});
