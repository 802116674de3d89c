import { createCanvas } from "@napi-rs/canvas";
import jsQR from "jsqr";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadPdf = {
  text: string;
  isTagged: boolean;
  language: string | null;
  title: string;
  pages: number;
  roles: string[];
};

/** Opens a PDF as a reader would and reads a page: text, structure tree, language, title. */
export async function readPdf(bytes: Buffer, pageNumber = 1): Promise<ReadPdf> {
  const document = await opened(bytes);
  const page = await document.getPage(pageNumber);
  const content = await page.getTextContent();
  const { info } = await document.getMetadata();
  const markInfo = await document.getMarkInfo();
  const tree = await page.getStructTree();
  const text = content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
  const details = info as { Language?: string; Title?: string };
  return {
    text: text.normalize("NFC"),
    isTagged: Boolean(markInfo?.Marked) && tree !== null,
    language: details.Language ?? null,
    title: details.Title ?? "",
    pages: document.numPages,
    roles: rolesOf(tree),
  };
}

function opened(bytes: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

function rolesOf(tree: unknown): string[] {
  const { role, children = [] } = (tree ?? {}) as { role?: string; children?: unknown[] };
  return [...(role ? [role] : []), ...children.flatMap(rolesOf)];
}

// A CommonJS module whose function is its "default", whichever way it is loaded.
const readCode = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR;

/** Draws the first page of a PDF and looks for a QR code in the picture, as a phone would; null when there is none. */
export async function readQr(bytes: Buffer): Promise<string | null> {
  const page = await (await opened(bytes)).getPage(1);
  const viewport = page.getViewport({ scale: 3 });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext("2d");
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return readCode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}
