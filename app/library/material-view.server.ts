import type { Language } from "#app/platform/languages.ts";
import { db } from "#app/platform/db.server.ts";
import { defaultLanguage } from "#app/platform/languages.ts";

import { forReader, type Material } from "./material.ts";
import { mediaAddress } from "./media-file.server.ts";
import type { MaterialView } from "./material-view.ts";
import { getCourseText, type PublishedCourse } from "./published-course.server.ts";

/** What a reader of a language is shown of a video, file or page elsewhere. */
export async function materialView(
  { versionId }: PublishedCourse,
  activity: Material,
  language: Language,
): Promise<MaterialView> {
  const [{ text }, english] = await Promise.all([
    getCourseText(versionId, language),
    getCourseText(versionId, defaultLanguage),
  ]);
  const said = text.activities[activity.id];
  const common = { title: said?.title ?? activity.id, summary: said?.summary ?? null };
  switch (activity.kind) {
    case "video": {
      const captions = forReader(activity.captions, language);
      const own = said?.transcript;
      const transcript = own ?? english.text.activities[activity.id]?.transcript ?? null;
      return {
        ...common,
        kind: "video",
        address: (await placed(versionId, activity.video))?.address ?? "",
        captions: captions && {
          address: (await placed(versionId, captions.value))?.address ?? "",
          language: captions.language,
        },
        transcript: transcript === null ? null : paragraphsOf(transcript),
        isTranscriptEnglish: own === undefined && transcript !== null && language !== defaultLanguage,
      };
    }
    case "file": {
      const file = forReader(activity.files, language);
      const medium = file && (await placed(versionId, file.value));
      return {
        ...common,
        kind: "file",
        address: medium?.address ?? "",
        bytes: medium?.bytes ?? 0,
        ending: (file?.value.split(".").at(-1) ?? "").toUpperCase(),
        language: file?.language ?? defaultLanguage,
      };
    }
    case "link": {
      const link = forReader(activity.addresses, language);
      return {
        ...common,
        kind: "link",
        address: link?.value ?? "",
        language: link?.language ?? defaultLanguage,
      };
    }
  }
}

async function placed(courseVersionId: string, path: string) {
  const row = await db.courseMedia.findUnique({
    where: { courseVersionId_path: { courseVersionId, path } },
    select: { sha256: true, bytes: true },
  });
  return row && { address: mediaAddress(row), bytes: row.bytes };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
