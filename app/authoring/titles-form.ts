import { z } from "zod";

import { defaultLanguage } from "#app/platform/languages.ts";

const title = z.string().trim().max(200, "authoring.titleLong");
const neededTitle = title.min(1, "authoring.titleMissing");

/** A title for each language that the course is written in; but in English, one may be left out. */
export function titlesForm(languages: readonly string[]) {
  const fields = Object.fromEntries(
    languages.map((language) => [
      `title_${language}`,
      language === defaultLanguage ? neededTitle : title.default(""),
    ]),
  );
  return z.object(fields).transform((given) => ({
    titles: Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        value === "" ? [] : [[name.replace("title_", ""), value]],
      ),
    ) as Record<string, string>,
  }));
}
