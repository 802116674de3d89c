import { defaultLanguage, isLanguage, type Language, languageName } from "#app/platform/languages.ts";

import type { CourseStructure } from "./course-format.ts";
import type { Fault, Report } from "./fault.ts";
import { forReader, transcriptsOf } from "./material.ts";
import { isCaptions, type MediumFile } from "./media-file.server.ts";

type Path = (string | number)[];
type Outline = CourseStructure["course"]["outline"];
type Texts = Parameters<typeof transcriptsOf>[0];

/** What is wrong with videos and files of an outline: they lie in media/, and a video has words for who does not hear it. */
export function materialFaults(
  outline: Outline,
  { lineOf, media, texts }: { lineOf: (...path: Path) => number; media: MediumFile[]; texts: Texts },
): Fault[] {
  const faults: Fault[] = [];
  const add: Report<Path> = (path, key, values = {}) =>
    faults.push({ file: "course.yaml", line: lineOf("outline", ...path), key, values });
  const known = (path: string) => media.find((one) => one.path === path);
  outline.forEach((activity, index) => {
    if (activity.kind === "file") {
      for (const [tag, name] of Object.entries(activity.files)) {
        if (!known(name)) add([index, "files", tag], "faults.fileUnknown", { name });
      }
    }
    if (activity.kind !== "video") return;
    const { id, video: name, captions } = activity;
    if (!known(name)?.contentType.startsWith("video/"))
      add([index, "video"], "faults.videoUnknown", { name });
    for (const [tag, path] of Object.entries(captions)) {
      if (!known(path) || !isCaptions(path))
        add([index, "captions", tag], "faults.captionsUnknown", { name: path });
    }
    const words = { ...transcriptsOf(texts, id), ...captions };
    if (!words[defaultLanguage]) add([index], "faults.videoActivityWordless", { id });
  });
  return faults;
}

/** Videos whose words are not in a language of the course: its readers get those of another. */
export function materialWarnings(
  { outline, languages }: Pick<CourseStructure["course"], "outline" | "languages">,
  lineOf: (...path: Path) => number,
  texts: Texts,
): Fault[] {
  const all = [...texts];
  return outline.flatMap((activity, index) => {
    if (activity.kind !== "video") return [];
    const words = { ...transcriptsOf(all, activity.id), ...activity.captions };
    const missing = languages.filter((tag) => isLanguage(tag) && !hasWords(words, tag));
    if (missing.length === 0) return [];
    const values = { id: activity.id, languages: missing.map(languageName).join(", ") };
    const key = "faults.videoWordsMissing" as const;
    return [{ file: "course.yaml", line: lineOf("outline", index), key, values }];
  });
}

/** What is based on a language may be read with its words. */
function hasWords(words: Record<string, string | undefined>, language: Language): boolean {
  return (
    language === defaultLanguage ||
    (forReader(words, language)?.language ?? defaultLanguage) !== defaultLanguage
  );
}
