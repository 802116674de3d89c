import QRCode from "qrcode";

import { env } from "#app/platform/env.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { pdfBytes, taggedPdf } from "#app/platform/pdf.server.ts";

export type CertificateContent = {
  serial: string;
  holderName: string;
  courseTitle: string;
  versionLabel: string;
  language: string;
  hours: number;
  score: number | null;
  issuedAt: Date;
};

const ink = "#12343b";
const accent = "#8a5200";
const paper = "#fbf8f2";

/** Address of the public page that says whether a certificate is valid. */
export function publicCheckAddress(serial: string): string {
  return `${env().APP_ORIGIN}/certificates/${serial}`;
}

/**
 * A certificate as PDF/UA: A4 landscape, tagged in reading order, with language, title and embedded fonts for Latin and
 * Cyrillic. The one way certificates are drawn, preview and final alike.
 */
export async function certificatePdf(content: CertificateContent): Promise<Buffer> {
  const { t, formatDate, formatNumber } = i18nFor(content.language as Language);
  const address = publicCheckAddress(content.serial);
  const lines = {
    site: env().SITE_NAME,
    title: t("certificate.pdfTitle"),
    intro: t("certificate.pdfIntro"),
    name: content.holderName,
    completed: t("certificate.pdfCompleted"),
    course: content.courseTitle,
    details: [
      t("certificate.pdfHours", { hours: formatNumber(content.hours) }),
      t("certificate.pdfVersion", { version: content.versionLabel }),
      ...(content.score === null ? [] : [t("certificate.pdfScore", { score: content.score })]),
      formatDate(content.issuedAt),
    ].join("  ·  "),
    serial: t("certificate.pdfSerial", { serial: content.serial }),
    check: t("certificate.pdfCheck"),
    address,
  };
  const document = taggedPdf({
    layout: "landscape",
    margin: 0,
    lang: content.language,
    info: { Title: `${lines.title} ${content.serial}`, Author: lines.site, CreationDate: content.issuedAt },
  });
  const finished = pdfBytes(document);
  drawGround(document);
  await drawContent(document, lines, t("certificate.pdfQr", { address }));
  document.end();
  return finished;
}

type Lines = Record<
  "site" | "title" | "intro" | "name" | "completed" | "course" | "details" | "serial" | "check" | "address",
  string
>;

/** Each line is one element of the structure tree, in the order in which it is read. */
async function drawContent(document: PDFKit.PDFDocument, lines: Lines, qrText: string) {
  const root = document.struct("Document");
  document.addStructure(root);
  const line = (tag: string, text: string, font: string, size: number, y: number, colour = ink) =>
    root.add(
      document.struct(tag, {}, () => {
        document
          .font(font === "serif" && !hasLetters(document, text) ? "sans" : font)
          .fontSize(fitting(document, text, size))
          .fillColor(colour);
        document.text(text, margin, y, { width: pageWidth - 2 * margin, align: "center", lineGap: 2 });
      }),
    );
  line("P", lines.site, "serif", 16, 62, accent);
  line("H1", lines.title, "serif", 40, 92);
  line("P", lines.intro, "sans", 14, 160);
  line("P", lines.name, "serif", 34, 188);
  line("P", lines.completed, "sans", 14, 248);
  line("H2", lines.course, "serif", 24, 274);
  line("P", lines.details, "sans", 13, 344);
  line("P", lines.serial, "sansBold", 13, 420);
  line("P", lines.check, "sans", 11, 442);
  line("P", lines.address, "sans", 11, 460);
  root.add(await qrFigure(document, lines.address, qrText));
  root.end();
}

const pageWidth = 841.89;
const pageHeight = 595.28;
const margin = 70;

/** Whether the serif face can write a text; a rare letter it lacks (ѐ) would otherwise be an empty box. */
function hasLetters(document: PDFKit.PDFDocument, text: string): boolean {
  const { font } = (document.font("serif") as unknown as EmbeddedFont)._font;
  return [...text.normalize("NFC")].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/** What pdfkit knows of the face in use; its types leave it out. */
type EmbeddedFont = { _font: { font: { hasGlyphForCodePoint: (codePoint: number) => boolean } } };

/** Long names and titles get smaller letters rather than a second page. */
function fitting(document: PDFKit.PDFDocument, text: string, size: number): number {
  const width = document.fontSize(size).widthOfString(text);
  const room = (pageWidth - 2 * margin) * (size > 20 ? 1.9 : 1);
  return width > room ? Math.max(9, (size * room) / width) : size;
}

async function qrFigure(document: PDFKit.PDFDocument, address: string, alternative: string) {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: "M" });
  const quiet = 2;
  const side = 78;
  const cell = side / (modules.size + 2 * quiet);
  const left = (pageWidth - side) / 2;
  const top = 484;
  return document.struct(
    "Figure",
    { alt: alternative, bbox: [left, top, left + side, top + side] } as never,
    () => {
      document.rect(left, top, side, side).fill("#ffffff");
      for (let row = 0; row < modules.size; row += 1) {
        for (let column = 0; column < modules.size; column += 1) {
          if (modules.get(row, column)) {
            document.rect(
              left + (column + quiet) * cell,
              top + (row + quiet) * cell,
              cell + 0.05,
              cell + 0.05,
            );
          }
        }
      }
      document.fill("#000000");
    },
  );
}

/** Ground, frame and the knot of the mark: decoration, so outside the reading order. */
function drawGround(document: PDFKit.PDFDocument) {
  document.markContent("Artifact", { type: "Layout" });
  document.rect(0, 0, pageWidth, pageHeight).fill(paper);
  document.lineWidth(1.2).strokeColor(ink);
  document.rect(24, 24, pageWidth - 48, pageHeight - 48).stroke();
  document.lineWidth(0.6).strokeColor(accent);
  document.rect(30, 30, pageWidth - 60, pageHeight - 60).stroke();
  document.save();
  document.translate(pageWidth / 2 - 24, 390).scale(1.5);
  document
    .path(
      "M3 12C9 12 11 -2 18 -2a5 5 0 0 1 0 10c-5 0-8-6-12-6M29 0c-6 0-8 14-15 14a5 5 0 0 1 0-10c5 0 8 6 12 6",
    )
    .lineWidth(1.6)
    .lineCap("round")
    .strokeColor(accent)
    .stroke();
  document.restore();
  document.endMarkedContent();
}
