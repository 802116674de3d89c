import { expect, test } from "vitest";

import { toSerbianLatin } from "#app/platform/transliterate.ts";

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
