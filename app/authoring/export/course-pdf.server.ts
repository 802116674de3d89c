import { setImmediate } from "node:timers/promises";

import sharp from "sharp";

import { env } from "#app/platform/env.server.ts";
import { clock } from "#app/platform/clock.ts";
import { pdfBytes, taggedPdf } from "#app/platform/pdf.server.ts";

import { bookChapters } from "./book-chapters.server.tsx";
import { copiedMedia } from "./copied-media.server.ts";
import type { CourseContent } from "./course-content.server.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { xhtml } from "./html-tree.ts";
import { type PdfPictures, PdfWriter } from "./pdf-writer.ts";

/** The lessons to be printed: A4, tagged, with bookmarks; drawings as pictures of theirs. */
export async function coursePdf(content: CourseContent): Promise<Buffer> {
  const chapters = bookChapters(content);
  const pictures = await picturesOf(
    content,
    chapters.map(({ tree }) => xhtml(tree)),
  );
  const document = taggedPdf({
    margins: { top: 56, bottom: 64, left: 64, right: 64 },
    bufferPages: true,
    lang: content.language,
    info: { Title: content.text.title, Author: env().SITE_NAME, CreationDate: clock.now() },
  });
  const finished = pdfBytes(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const writer = new PdfWriter(document, pictures);
  let bookmarks = document.outline;
  for (const [index, { title, section, tree }] of chapters.entries()) {
    if (index > 0) document.addPage();
    if (section === null) bookmarks = document.outline;
    else if (section !== chapters[index - 1]?.section) bookmarks = document.outline.addItem(section);
    bookmarks.addItem(title);
    const part = document.struct("Sect");
    root.add(part);
    for (const block of blocksOf(tree)) {
      writer.write([block], part);
      // A course is seconds of work: requests of others come in between.
      await setImmediate();
    }
  }
  root.end();
  numberPages(document);
  document.end();
  return finished;
}

/** What a chapter's outermost section holds. */
function blocksOf({ children = [] }: HtmlNode): HtmlNode[] {
  return children.flatMap((child) => (child.tagName === "section" ? (child.children ?? []) : [child]));
}

/** By the addresses that the lessons show them under. */
async function picturesOf(content: CourseContent, texts: string[]): Promise<PdfPictures> {
  const media = await copiedMedia(content.course.versionId, texts);
  const pictures: PdfPictures = new Map();
  for (const [sha256, { bytes, contentType }] of media) {
    if (!contentType.startsWith("image/")) continue;
    // Of drawings twice their size, so that paper shows them sharp.
    const isDrawing = contentType === "image/svg+xml";
    const { data, info } = await sharp(bytes, isDrawing ? { density: 144 } : {})
      .flatten({ background: "#ffffff" })
      .png({ palette: isDrawing, effort: 1 })
      .toBuffer({ resolveWithObject: true });
    const factor = isDrawing ? 2 : 1;
    pictures.set(`/media/${sha256}`, {
      bytes: data,
      width: info.width / factor,
      height: info.height / factor,
    });
  }
  return pictures;
}

/** Outside the reading order, below the text. */
function numberPages(document: PDFKit.PDFDocument) {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index);
    // Below the margin a text would begin a page of its own.
    document.page.margins.bottom = 0;
    document.markContent("Artifact", { type: "Pagination" });
    document.font("sans").fontSize(9).fillColor("#435b62");
    document.text(`${index + 1} / ${count}`, 64, document.page.height - 44, {
      align: "center",
      lineBreak: false,
    });
    document.endMarkedContent();
  }
}
