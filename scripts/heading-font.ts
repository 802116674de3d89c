import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import subsetFont from "subset-font";

const latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÇçËëČčĆćĐđŠšŽž";
const moreLatin = "ÀÁÂÄÈÉÊÌÍÎÏÑÒÓÔÖÙÚÛÜÝàáâäèéêìíîïñòóôöùúûüýĞğİıŞşŁłŐőŰűŚśŹź";
const cyrillic = "АБВГДЂЃЕЀЖЗЅИЍЈКЌЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђѓеѐжзѕиѝјкќлљмнњопрстћуфхцчџш";
const signs = " 0123456789.,:;!?-–—…()/%&*+'\"‘’‚“”„«»§·#@";

/** Writes the heading face to public/fonts, one small file for each script, so that a page loads only what it shows. */
export async function writeHeadingFonts(publicDirectory: string): Promise<void> {
  const family = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/literata/package.json"));
  const source = readFileSync(join(family, "600SemiBold", "Literata_600SemiBold.ttf"));
  mkdirSync(join(publicDirectory, "fonts"), { recursive: true });
  for (const { script, letters, keepFeatures } of [
    { script: "latin", letters: latin + signs, keepFeatures: ["kern", "locl"] },
    { script: "latin-more", letters: moreLatin, keepFeatures: ["kern", "locl"] },
    // Kerning is a fifth of this file, and lessons in Cyrillic are the heaviest pages.
    { script: "cyrillic", letters: cyrillic + signs, keepFeatures: ["locl"] },
  ]) {
    const subset = await subsetFont(source, letters, {
      targetFormat: "woff2",
      keepFeatures,
      // Halves the files: no ligatures, small capitals or hints for old screens.
      noLayoutClosure: true,
      noHinting: true,
    });
    writeFileSync(join(publicDirectory, "fonts", `literata-${script}.woff2`), subset);
  }
}
