import type { Actor } from "#app/identity/actor.ts";
import { requireTeaching } from "#app/library/course-team.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { courseContent, type CourseContent } from "./course-content.server.ts";
import { epubFiles } from "./epub.server.ts";
import type { ExportFormat } from "./export-formats.ts";
import { coursePdf } from "./course-pdf.server.ts";
import { manifest12, manifest2004 } from "./scorm-manifest.ts";
import type { ScormStandard } from "./runner/course-data.ts";
import { webTree } from "./web-tree.server.tsx";
import { zipped } from "./zipped.server.ts";

export type ExportedFile = { bytes: Buffer; fileName: string; contentType: string };

/** The current version of a course as a file to take elsewhere. Throws like `requireTeaching`. */
export async function exportCourse(
  actor: Actor,
  courseSlug: string,
  format: ExportFormat,
  language: Language,
): Promise<ExportedFile> {
  const content = await courseContent(await requireTeaching(actor, courseSlug), language);
  const { slug, label } = content.course;
  const name = `${slug}-${label}-${language}`;
  switch (format) {
    case "scorm-1.2":
    case "scorm-2004":
      return archive(await scormPackage(content, format), `${name}-${format}.zip`);
    case "offline":
      return archive(await zipped(await webTree(content, null)), `${name}-offline.zip`);
    case "epub":
      return {
        bytes: await zipped(await epubFiles(content)),
        fileName: `${name}.epub`,
        contentType: "application/epub+zip",
      };
    case "pdf":
      return {
        bytes: await coursePdf(content),
        fileName: `${name}.pdf`,
        contentType: "application/pdf",
      };
  }
}

async function scormPackage(content: CourseContent, format: ScormStandard): Promise<Buffer> {
  const files = await webTree(content, format);
  const { slug, label } = content.course;
  const manifest = (format === "scorm-1.2" ? manifest12 : manifest2004)({
    identifier: `sigurna-${slug}-${content.language}`,
    title: content.text.title,
    language: content.language,
    version: label,
    files: files.map(({ path }) => path),
  });
  return zipped([{ path: "imsmanifest.xml", bytes: Buffer.from(manifest) }, ...files]);
}

function archive(bytes: Buffer, fileName: string): ExportedFile {
  return { bytes, fileName, contentType: "application/zip" };
}
