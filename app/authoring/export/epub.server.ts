import { createHash } from "node:crypto";

import { runsOf } from "#app/library/outline-sections.ts";
import { clock } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { bookChapters, type Chapter } from "./book-chapters.server.tsx";
import { copiedMedia, type CopiedMedium, withCopiedMedia } from "./copied-media.server.ts";
import type { CourseContent } from "./course-content.server.ts";
import { epubStyle } from "./epub-style.ts";
import { escaped, xhtml } from "./html-tree.ts";
import type { ArchiveFile } from "./zipped.server.ts";

/** The lessons as a book by EPUB 3.3 with what EPUB Accessibility 1.1 asks to be said of it. */
export async function epubFiles(content: CourseContent): Promise<ArchiveFile[]> {
  const { language } = content;
  const chapters = bookChapters(content);
  const texts = new Map(
    chapters.map(({ id, title, tree }) => [`${id}.xhtml`, page(language, title, xhtml(tree))]),
  );
  texts.set("nav.xhtml", page(language, content.text.title, navigation(content, chapters), "epub"));
  const media = await copiedMedia(content.course.versionId, texts.values());
  const files: ArchiveFile[] = [
    // Readers know the kind of file by this being first and not compressed.
    { path: "mimetype", bytes: Buffer.from("application/epub+zip"), isStored: true },
    { path: "META-INF/container.xml", bytes: Buffer.from(container) },
    { path: "book/content.opf", bytes: Buffer.from(packageDocument(content, chapters, [...media.values()])) },
    { path: "book/style.css", bytes: Buffer.from(epubStyle) },
  ];
  for (const [path, text] of texts) {
    files.push({ path: `book/${path}`, bytes: Buffer.from(withCopiedMedia(text, media, "")) });
  }
  for (const { path, bytes } of media.values()) files.push({ path: `book/${path}`, bytes });
  return files;
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function page(language: string, title: string, body: string, kind: "text" | "epub" = "text"): string {
  const epub = kind === "epub" ? ' xmlns:epub="http://www.idpf.org/2007/ops"' : "";
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"${epub} lang="${language}" xml:lang="${language}">
<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>${body}</body>
</html>
`;
}

function navigation({ language }: CourseContent, chapters: Chapter[]): string {
  const title = escaped(i18nFor(language).t("portable.contents"));
  const item = ({ id, title, places }: Chapter) => {
    const inside = places.map(
      (place) => `<li><a href="${id}.xhtml#${place.id}">${escaped(place.title)}</a></li>`,
    );
    const list = inside.length > 0 ? `<ol>${inside.join("")}</ol>` : "";
    return `<li><a href="${id}.xhtml">${escaped(title)}</a>${list}</li>`;
  };
  const items = runsOf(chapters).map(({ section, activities }) => {
    const inside = activities.map(item).join("\n");
    return section === null ? inside : `<li><span>${escaped(section)}</span><ol>${inside}</ol></li>`;
  });
  return `<nav epub:type="toc" id="toc" role="doc-toc"><h1>${title}</h1><ol>${items.join("\n")}</ol></nav>`;
}

function packageDocument(content: CourseContent, chapters: Chapter[], media: CopiedMedium[]): string {
  const { language, text, course } = content;
  const identifier = identifierOf(course.versionId, language);
  const now = clock
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
  const summary = i18nFor(language).t("portable.accessibility");
  const meta = (property: string, value: string) =>
    `    <meta property="${property}">${escaped(value)}</meta>`;
  const features = [
    "alternativeText",
    "longDescription",
    "readingOrder",
    "structuralNavigation",
    "tableOfContents",
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">${identifier}</dc:identifier>
    <dc:title>${escaped(text.title)}</dc:title>
    <dc:language>${language}</dc:language>
    <dc:publisher>${escaped(env().SITE_NAME)}</dc:publisher>
    <dc:description>${escaped(text.summary)}</dc:description>
${[
  meta("dcterms:modified", now),
  meta("schema:accessMode", "textual"),
  meta("schema:accessMode", "visual"),
  meta("schema:accessModeSufficient", "textual"),
  ...features.map((feature) => meta("schema:accessibilityFeature", feature)),
  meta("schema:accessibilityHazard", "none"),
  meta("schema:accessibilitySummary", summary),
].join("\n")}
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="style" href="style.css" media-type="text/css"/>
${[
  ...chapters.map(
    ({ id }) => `    <item id="${idOf(id)}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`,
  ),
  ...media.map(
    ({ path, contentType }) => `    <item id="${idOf(path)}" href="${path}" media-type="${contentType}"/>`,
  ),
].join("\n")}
  </manifest>
  <spine>
${chapters.map(({ id }) => `    <itemref idref="${idOf(id)}"/>`).join("\n")}
  </spine>
</package>
`;
}

/** An id of XML may not begin with a digit. */
function idOf(name: string): string {
  return `x-${name.replace(/[^A-Za-z0-9.-]/g, "-")}`;
}

/** The same for the same version in the same language: a reading system knows the book again. */
function identifierOf(versionId: string, language: string): string {
  const hash = createHash("sha256").update(`${versionId} ${language}`).digest("hex");
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}
