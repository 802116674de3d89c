import { z } from "zod";

import { numberField } from "#app/assessment/quiz-fields.ts";
import type { Activity } from "#app/library/course-format.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";
import { defaultLanguage } from "#app/platform/languages.ts";

/** A day as fields for dates have it; undefined when left empty. */
const dayField = z
  .string()
  .trim()
  .default("")
  .transform((value, context): string | undefined => {
    if (value === "" || z.iso.date().safeParse(value).success) return value || undefined;
    context.addIssue({ code: "custom", message: "outline.dayWrong" satisfies MessageKey });
    return z.NEVER;
  });

/** Rules by time, which every activity may have. */
export const dayFields = {
  availableFrom: dayField,
  availableUntil: dayField,
  dueAfterDays: numberField({ least: 1, most: 3650, empty: undefined }, "outline.dueWrong"),
};

const minimumMinutes = numberField({ least: 1, most: 600, empty: undefined }, "outline.minimumWrong");

export const addressField = z
  .string()
  .trim()
  .max(2000, "outline.addressWrong" satisfies MessageKey)
  .pipe(z.url({ protocol: /^https$/, error: "outline.addressWrong" satisfies MessageKey }));

const text = z.string().trim().default("");

/** What an activity of a kind says beside its title and common rules; the texts of a video by language. */
type KindFields = { rules: Partial<Activity>; transcripts?: Record<string, string> };

/** The fields of an activity's form that only its kind has. `media` are the files that may be chosen. */
export function kindFields(kind: Activity["kind"], languages: readonly string[], media: StepMedia) {
  switch (kind) {
    case "lesson":
      return z
        .object({ minimumMinutes })
        .transform(({ minimumMinutes: minimum }): KindFields => ({ rules: { minimumMinutes: minimum } }));
    case "video":
      return videoFields(languages, media);
    case "file":
      return byLanguage("file", languages, (isNeeded) =>
        chosen(media.files, isNeeded ? "outline.fileMissing" : null),
      ).transform(({ given, minimum }): KindFields => ({
        rules: { files: given, minimumMinutes: minimum } as never,
      }));
    case "link":
      return byLanguage("address", languages, (isNeeded) =>
        isNeeded ? addressField : z.union([z.literal(""), addressField], "outline.addressWrong").default(""),
      ).transform(({ given, minimum }): KindFields => ({
        rules: { addresses: given, minimumMinutes: minimum } as never,
      }));
    default:
      return z.object({}).transform((): KindFields => ({ rules: {} }));
  }
}

/** Files of a draft's media that an activity may name, by their paths. */
export type StepMedia = { videos: string[]; captions: string[]; files: string[] };

function videoFields(languages: readonly string[], media: StepMedia) {
  const fields = {
    minimumMinutes,
    video: chosen(media.videos, "outline.videoMissing"),
    ...ofEach("captions", languages, () => chosen(media.captions, null)),
    ...ofEach("transcript", languages, () => text),
  };
  return z.object(fields).transform((values): KindFields => {
    const given = values as Record<string, unknown> as Record<string, string>;
    return {
      rules: {
        video: values.video,
        captions: filledIn("captions", languages, given),
        minimumMinutes: values.minimumMinutes,
      } as never,
      transcripts: Object.fromEntries(languages.map((tag) => [tag, given[`transcript_${tag}`] ?? ""])),
    };
  });
}

/** One value for each language; only English needs one. */
function byLanguage(
  name: string,
  languages: readonly string[],
  field: (isNeeded: boolean) => z.ZodType<string>,
) {
  return z
    .object({ minimumMinutes, ...ofEach(name, languages, (tag) => field(tag === defaultLanguage)) })
    .transform(({ minimumMinutes: minimum, ...values }) => ({
      minimum,
      given: filledIn(name, languages, values as Record<string, string>),
    }));
}

function ofEach(name: string, languages: readonly string[], field: (tag: string) => z.ZodType<string>) {
  return Object.fromEntries(languages.map((tag) => [`${name}_${tag}`, field(tag)]));
}

function filledIn(name: string, languages: readonly string[], values: Record<string, string>) {
  return Object.fromEntries(
    languages.flatMap((tag) => {
      const value = values[`${name}_${tag}`];
      return value ? [[tag, value]] : [];
    }),
  );
}

/** A path among those that are there; nothing chosen is a fault where something is `missing`. */
function chosen(paths: string[], missing: MessageKey | null): z.ZodType<string> {
  return z
    .string()
    .default("")
    .refine((path) => (path === "" ? missing === null : paths.includes(path)), {
      error: missing ?? ("outline.fileMissing" satisfies MessageKey),
    });
}
