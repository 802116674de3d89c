import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import PDFDocument from "pdfkit";

type Faces = Record<"serif" | "sans" | "sansBold" | "sansItalic", Buffer>;

const require = createRequire(import.meta.url);
const fontFile = (family: string, file: string) =>
  readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), file));
let faces: Faces | undefined;

/** A tagged document by PDF/UA with its language and title, and faces for Latin and Cyrillic by the names of `Faces`. */
export function taggedPdf(
  options: PDFKit.PDFDocumentOptions & { lang: string; info: PDFKit.DocumentInfo },
): PDFKit.PDFDocument {
  const document = new PDFDocument({
    size: "A4",
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    ...options,
  } as unknown as PDFKit.PDFDocumentOptions);
  faces ??= {
    serif: fontFile("literata", "600SemiBold/Literata_600SemiBold.ttf"),
    sans: fontFile("noto-sans", "400Regular/NotoSans_400Regular.ttf"),
    sansBold: fontFile("noto-sans", "700Bold/NotoSans_700Bold.ttf"),
    sansItalic: fontFile("noto-sans", "400Regular_Italic/NotoSans_400Regular_Italic.ttf"),
  };
  for (const [name, bytes] of Object.entries(faces)) document.registerFont(name, bytes);
  return document;
}

/** The bytes of a document, once it has ended. */
export function pdfBytes(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    document.on("data", (part: Buffer) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}
