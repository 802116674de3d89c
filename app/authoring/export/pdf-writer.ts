import type { HtmlNode } from "#app/platform/html-tree.ts";
import { hasClass, isBlock, type Run, runsOf } from "./pdf-runs.ts";

/** PNG or JPEG by address, with its size in pixels. */
export type PdfPictures = Map<string, { bytes: Buffer; width: number; height: number }>;

const ink = "#12343b";
const sizes: Record<string, number> = { h1: 24, h2: 17, h3: 13.5, h4: 12, h5: 11, h6: 11 };
const textSize = 10.5;

type Parent = PDFKit.PDFStructureElement;

/** Writes trees of HTML into a tagged document: every block is an element of its structure, in reading order. */
export class PdfWriter {
  constructor(
    readonly document: PDFKit.PDFDocument,
    readonly pictures: PdfPictures,
  ) {}

  /** Blocks one below the other; words between them are paragraphs. */
  write(nodes: HtmlNode[], parent: Parent, indent = 0) {
    let words: HtmlNode[] = [];
    const flush = () => {
      this.#paragraph("P", runsOf(words), parent, indent);
      words = [];
    };
    for (const node of nodes) {
      if (!isBlock(node)) {
        words.push(node);
        continue;
      }
      flush();
      this.#block(node, parent, indent);
    }
    flush();
  }

  #block(node: HtmlNode, parent: Parent, indent: number) {
    const { tagName = "", children = [] } = node;
    switch (tagName) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        this.#heading(tagName, node, parent, indent);
        break;
      case "p":
        if (children.some(isBlock)) this.write(children, parent, indent);
        else this.#paragraph("P", runsOf(children, { isBold: hasClass(node, "strong") }), parent, indent);
        break;
      case "ul":
      case "ol":
        this.#list(node, parent, indent);
        break;
      case "img":
        this.#picture(node, parent);
        break;
      case "table":
        this.#table(node, parent);
        break;
      case "figcaption":
        this.#paragraph("Caption", runsOf(children, { isItalic: true }), parent, indent);
        break;
      case "aside":
      case "blockquote":
        this.#section(children, parent, indent + 14);
        break;
      default:
        if (hasClass(node, "card")) this.#section(children, parent, indent + 14);
        else this.write(children, parent, indent);
    }
  }

  #section(children: HtmlNode[], parent: Parent, indent: number) {
    const section = this.document.struct("Sect");
    parent.add(section);
    this.write(children, section, indent);
  }

  #heading(tagName: string, node: HtmlNode, parent: Parent, indent: number) {
    const { document } = this;
    const size = sizes[tagName] ?? textSize;
    // Not alone at the end of a page.
    if (document.y > document.page.height - document.page.margins.bottom - 4 * size - 20) document.addPage();
    else document.y += size * 0.5;
    const runs = runsOf(node.children ?? [], { isBold: true });
    this.#paragraph(tagName.toUpperCase(), runs, parent, indent, size);
  }

  #paragraph(tag: string, runs: Run[], parent: Parent, indent: number, size = textSize) {
    if (runs.length === 0) return;
    const element = this.document.struct(tag);
    parent.add(element);
    this.#runs(runs, element, indent, size);
    this.document.y += size * 0.55;
  }

  #runs(runs: Run[], element: Parent, indent: number, size = textSize) {
    const { document } = this;
    const left = document.page.margins.left + indent;
    const width = document.page.width - left - document.page.margins.right;
    document.x = left;
    for (const [index, run] of runs.entries()) {
      const draw = () => {
        document
          .font(run.isBold ? "sansBold" : run.isItalic ? "sansItalic" : "sans")
          .fontSize(run.isSmall ? size * 0.75 : size)
          .fillColor(ink);
        document.text(run.text, {
          width,
          continued: index < runs.length - 1,
          lineGap: 2.5,
          link: run.link,
          underline: run.link !== null,
        });
      };
      element.add(run.link === null ? draw : this.document.struct("Link", { alt: run.text }, draw));
    }
    document.x = document.page.margins.left;
  }

  #list(node: HtmlNode, parent: Parent, indent: number) {
    const { document } = this;
    const list = document.struct("L");
    parent.add(list);
    const items = (node.children ?? []).filter(({ tagName }) => tagName === "li");
    for (const [index, item] of items.entries()) {
      const entry = document.struct("LI");
      list.add(entry);
      if (document.y > document.page.height - document.page.margins.bottom - 2 * textSize) document.addPage();
      const { y } = document;
      const label = node.tagName === "ol" ? `${index + 1}.` : "•";
      entry.add(
        document.struct("Lbl", {}, () => {
          document.font("sans").fontSize(textSize).fillColor(ink);
          document.text(label, document.page.margins.left + indent, y, { lineBreak: false });
        }),
      );
      document.y = y;
      const lang = item.properties?.lang;
      const body = document.struct("LBody", typeof lang === "string" ? { lang } : {});
      entry.add(body);
      this.write(item.children ?? [], body, indent + 20);
    }
  }

  #picture(node: HtmlNode, parent: Parent) {
    const { document } = this;
    const { src, alt } = node.properties ?? {};
    const picture = this.pictures.get(String(src));
    const text = String(alt ?? "");
    if (!picture) {
      this.#paragraph("P", runsOf([{ type: "text", value: text }], { isItalic: true }), parent, 0);
      return;
    }
    const { left, right, bottom } = document.page.margins;
    const scale = Math.min((document.page.width - left - right) / picture.width, 300 / picture.height, 0.75);
    const [width, height] = [picture.width * scale, picture.height * scale];
    if (document.y + height > document.page.height - bottom) document.addPage();
    const top = document.y;
    const options = {
      alt: text,
      bbox: [left, top, left + width, top + height] as [number, number, number, number],
    };
    parent.add(
      document.struct(
        "Figure",
        options,
        () => void document.image(picture.bytes, left, top, { width, height }),
      ),
    );
    document.y = top + height + 8;
  }

  /** Columns of one width. */
  #table(node: HtmlNode, parent: Parent) {
    const { document } = this;
    const table = document.struct("Table");
    parent.add(table);
    for (const row of rowsIn(node)) {
      const line = document.struct("TR");
      table.add(line);
      const { left, right, bottom } = document.page.margins;
      const width = (document.page.width - left - right) / Math.max(1, row.length) - 8;
      const words = row.map((cell) =>
        runsOf(cell.children ?? [])
          .map(({ text }) => text)
          .join(""),
      );
      document.font("sans").fontSize(textSize);
      const height = Math.max(...words.map((text) => document.heightOfString(text, { width })));
      if (document.y + height > document.page.height - bottom) document.addPage();
      const top = document.y;
      for (const [index, cell] of row.entries()) {
        const isHead = cell.tagName === "th";
        const draw = () => {
          document
            .font(isHead ? "sansBold" : "sans")
            .fontSize(textSize)
            .fillColor(ink);
          document.text(words[index] ?? "", left + index * (width + 8), top, { width });
        };
        line.add(document.struct(isHead ? "TH" : "TD", (isHead ? { scope: "Column" } : {}) as object, draw));
      }
      document.y = top + height + 6;
      document.x = left;
    }
  }
}

function rowsIn(node: HtmlNode): HtmlNode[][] {
  if (node.tagName === "tr") {
    return [(node.children ?? []).filter(({ tagName }) => tagName === "td" || tagName === "th")];
  }
  return (node.children ?? []).flatMap(rowsIn);
}
