import { type Language, writtenLanguages } from "#app/platform/languages.ts";

/** The name of a film's captions in a language: "talk.sr-cyrl.vtt" for "media/talk.mp4"; null without a language. */
export function captionsOfFilm(path: string, language: Language | null): string | null {
  const stem = path.replace(/^media\//, "").replace(/\.[^.]*$/, "");
  return language && `${stem}.${language.toLowerCase()}.vtt`;
}

/** The language of captions, as their name says it. */
export function languageOfCaptions(name: string): Language | null {
  const [, tag = ""] = /\.([a-z]{2,3}(?:-[a-z]+)?)\.vtt$/.exec(name) ?? [];
  return writtenLanguages.find((one) => one.toLowerCase() === tag) ?? null;
}
