import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import { type MediaFile, type Sentence, sentence } from "./exchange.ts";
import {
  classesOf,
  element,
  markable,
  paragraph,
  picturesApart,
  rawTextOf,
  splitBlocks,
  tableParts,
  withName,
  withoutName,
} from "./html-nodes.ts";
import { leaveOut } from "./left-out.ts";
import { mathText, subscript, superscript } from "./math-text.ts";
import { drawingFile, type FoundFile, type MediaFinder, nameOfMedium } from "./media-intake.ts";
import type { HtmlNode } from "#app/platform/html-tree.ts";
import { isFormatted, isRich, markdownOf, plainTextOf, svgOf } from "./rich-text.ts";

/** Class of the paragraph that asks, in HTML that we wrote. */
export const askingClass = "question-text";

const kept = new Set(
  "p br hr strong em code pre blockquote ul ol li table thead tbody tr th td del div caption".split(" "),
);
const renamed: Record<string, string> = {
  b: "strong",
  i: "em",
  s: "del",
  strike: "del",
  tt: "code",
  section: "div",
  article: "div",
  figure: "div",
  figcaption: "p",
  dl: "ul",
  dt: "li",
  dd: "li",
  center: "div",
};
const dropped = new Set(
  "script style template noscript head title meta link base applet param track".split(" "),
);
const unsafe = new Set("script applet".split(" "));

/**
 * Takes in the texts of one question: only known elements without attributes, pictures by the names of the question's
 * own files, addresses of the web only. Gathers what was changed, and the files that are used.
 */
export class TextIntake {
  readonly notes: Sentence[] = [];
  readonly media: MediaFile[] = [];
  private readonly said = new Set<string>();
  /** Pictures of answers, to be shown above the question. */
  private readonly pictures: HtmlNode[] = [];
  private readonly names = new Map<string, string>();
  private readonly find: MediaFinder;

  constructor(find: MediaFinder) {
    this.find = find;
  }

  note(key: MessageKey, values: MessageValues = {}): void {
    const said = JSON.stringify([key, values]);
    if (this.said.has(said)) return;
    this.said.add(said);
    this.notes.push(sentence(key, values));
  }

  /** The words of an answer. Its pictures are shown above the question, under their description. */
  answer(nodes: HtmlNode[]): string {
    const clean = this.clean(nodes);
    const pictures = withName(clean, "img");
    if (pictures.length === 0) return this.words(clean);
    const text = plainTextOf(withoutName(clean, "img")) || plainTextOf(clean);
    if (text === "") leaveOut("exchange.leftPictureAnswer");
    this.note("exchange.notePictureMoved");
    for (const picture of pictures) this.pictures.push(paragraph([picture]));
    this.pictures.push(paragraph([element("em", [{ type: "text", value: text }])]));
    return text;
  }

  /** The words of an explanation. */
  explanation(nodes: HtmlNode[]): string {
    const clean = this.clean(nodes);
    if (withName(clean, "img").length > 0) this.note("exchange.notePictureExplanation");
    return this.words(clean);
  }

  /** A single line, for what can be one only. */
  line(nodes: HtmlNode[]): string {
    return this.words(this.clean(nodes)).replace(/\s+/g, " ");
  }

  private words(clean: HtmlNode[]): string {
    if (clean.some(isFormatted)) this.note("exchange.noteFormatting");
    return plainTextOf(clean);
  }

  /**
   * What is asked: the last plain paragraph, rather one with a question mark; all else stands above it as Markdown. Call
   * it after the answers, whose pictures go there too. `name` asks when the text does not.
   */
  question(nodes: HtmlNode[], name: string): { q: string; context?: string } {
    return this.asked(splitBlocks(this.clean(nodes)), name);
  }

  private asked(blocks: HtmlNode[], name: string): { q: string; context?: string } {
    const isPlain = (block: HtmlNode) => block.tagName === "p" && !isRich(block);
    const paragraphs = blocks.some(isPlain) ? blocks : blocks.flatMap(picturesApart);
    const plain = paragraphs.filter(isPlain);
    const asking =
      plain.find(({ properties }) => properties?.isAsking) ??
      plain.findLast((block) => /\?\s*$/.test(plainTextOf([block]))) ??
      plain.at(-1);
    const above = [...paragraphs.filter((block) => block !== asking), ...this.pictures];
    const q = asking ? this.words([asking]) : name;
    return above.length > 0 ? { q, context: markdownOf(above) } : { q };
  }

  /** A text with gaps, marked by `gapMark`; what stands before the first gap's paragraph asks or stands above. */
  gapText(nodes: HtmlNode[], fallback: string): { q: string; context?: string; body: string } {
    const paragraphs = splitBlocks(this.clean(nodes));
    const first = paragraphs.findIndex((block) => rawTextOf(block).includes(gapStart));
    if (first < 0) leaveOut("exchange.leftNoGap");
    const gapped = paragraphs.slice(first);
    for (const picture of withName(gapped, "img")) this.pictures.push(paragraph([picture]));
    const asked = this.asked(paragraphs.slice(0, first), fallback);
    const body = this.words(withoutName(gapped, "img"))
      .replaceAll("{{", "{ {")
      .replace(/\uE000(\w+)\uE001/g, "{{$1}}");
    return { ...asked, body };
  }

  /** Adds a file that no text names, such as the picture of a hotspot. Returns its name. */
  file(address: string): string {
    const found = this.find(address);
    if (!found) leaveOut("exchange.leftNoPicture", { name: printable(address) });
    return this.nameFor(found);
  }

  private clean(nodes: HtmlNode[]): HtmlNode[] {
    return nodes.flatMap((node) => this.cleanNode(node));
  }

  private cleanNode(node: HtmlNode): HtmlNode[] {
    if (node.type === "text") return [{ type: "text", value: storable(node.value ?? "") }];
    if (node.type !== "element") return [];
    const name = renamed[node.tagName ?? ""] ?? node.tagName ?? "";
    const properties = node.properties ?? {};
    if (unsafe.has(name) || Object.keys(properties).some((key) => /^on/i.test(key)))
      this.note("exchange.noteUnsafe");
    if (dropped.has(name)) return [];
    const inner = () => this.clean(node.children ?? []);
    if (name === "table") return tableParts(inner());
    if (/^h[1-6]$/.test(name)) return [paragraph([element("strong", inner())])];
    if (kept.has(name)) {
      const isAsking = name === "p" && classesOf(properties).includes(askingClass);
      return [markable(name, inner(), isAsking ? { isAsking } : {})];
    }
    switch (name) {
      case "img":
        return this.picture(properties.src, String(properties.alt ?? properties.title ?? ""), properties);
      case "svg":
        return this.drawing(node);
      case "object":
        return /^image\//.test(String(properties.type ?? "")) ||
          withName(node.children ?? [], "img").length === 0
          ? this.embedded(
              properties.data,
              plainTextOf(this.clean(node.children ?? [])),
              String(properties.type ?? ""),
            )
          : inner();
      case "audio":
      case "video":
      case "embed":
      case "iframe": {
        const source = properties.src ?? withName(node.children ?? [], "source")[0]?.properties?.src;
        return this.embedded(source, plainTextOf(this.clean(node.children ?? [])), name);
      }
      case "a":
        return this.link(properties.href, inner());
      case "math":
        return [{ type: "text", value: mathText(node) }];
      case "sup":
        return [{ type: "text", value: superscript(plainTextOf(inner())) }];
      case "sub":
        return [{ type: "text", value: subscript(plainTextOf(inner())) }];
      case "input":
      case "button":
      case "form":
      case "select":
      case "textarea":
        this.note("exchange.noteUnsafe");
        return inner();
      default:
        return inner();
    }
  }

  private picture(source: unknown, alt: string, properties: Record<string, unknown> = {}): HtmlNode[] {
    const address = typeof source === "string" ? source.trim() : "";
    const formula = properties.dataEquationContent;
    const found = this.find(address);
    if (found) return [element("img", [], { src: this.nameFor(found), alt: storable(alt) })];
    if (typeof formula === "string") return [{ type: "text", value: storable(formula) }];
    if (/^https?:/i.test(address)) {
      this.note("exchange.notePictureElsewhere");
      return [element("a", [{ type: "text", value: storable(alt || address) }], { href: address })];
    }
    this.note("exchange.notePictureMissing", { name: printable(address) });
    // Some programs describe a picture by its name.
    return [{ type: "text", value: /\.(png|jpe?g|gif|svg|webp)$/i.test(alt) ? "" : storable(alt) }];
  }

  private drawing(node: HtmlNode): HtmlNode[] {
    const label = node.properties?.ariaLabel;
    const [title] = withName(node.children ?? [], "title");
    const alt = storable(typeof label === "string" ? label : title ? plainTextOf([title]) : "");
    if (node.children?.length) {
      const name = this.nameFor(drawingFile(Buffer.from(svgOf(node))));
      return [element("img", [], { src: name, alt })];
    }
    this.note("exchange.noteNotDrawn", { name: "svg" });
    return [{ type: "text", value: alt }];
  }

  private embedded(source: unknown, label: string, type: string): HtmlNode[] {
    const address = typeof source === "string" ? source.trim() : "";
    if (type.startsWith("image/")) return this.picture(address, label);
    const found = this.find(address);
    const text = [{ type: "text", value: label || printable(address.split("/").at(-1) ?? "") }];
    if (found) return [element("a", text, { href: this.nameFor(found) })];
    if (/^https?:/i.test(address)) {
      this.note("exchange.noteEmbedded");
      return [element("a", text, { href: address })];
    }
    this.note("exchange.notePictureMissing", { name: printable(address) });
    return text;
  }

  private link(href: unknown, inner: HtmlNode[]): HtmlNode[] {
    const address = typeof href === "string" ? href.trim() : "";
    if (/^(https?:|mailto:)/i.test(address)) return [markable("a", inner, { href: address })];
    const found = this.find(address);
    if (found) return [markable("a", inner, { href: this.nameFor(found) })];
    if (/^(javascript|data|vbscript):/i.test(address.replace(/[\s\p{Cc}]/gu, "")))
      this.note("exchange.noteUnsafe");
    return inner;
  }

  private nameFor(found: FoundFile): string {
    const key = found.path;
    const known = this.names.get(key);
    if (known) return known;
    const name = nameOfMedium(key, [...this.names.values()]);
    this.names.set(key, name);
    this.media.push({ name, contentType: found.contentType, read: found.read });
    return name;
  }
}

const gapStart = "\uE000";

/** Stands in a text where a gap is, until it is a plain text. */
export function gapMark(id: string): string {
  return `\uE000${id}\uE001`;
}

/** Without what the database cannot hold, and with ordinary spaces. */
export function storable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Cs}]/gu, "").replaceAll("\u00A0", " ");
}

function printable(address: string): string {
  return storable(address).slice(0, 80);
}
