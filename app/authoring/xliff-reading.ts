import { refuse } from "#app/library/package-refusal.ts";
import {
  attribute,
  childNamed,
  childrenNamed,
  parseXml,
  type XmlElement,
} from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";

import { type Xliff, xliffNamespace, type XliffState, type XliffUnit } from "./xliff.ts";

/**
 * Reads a file of XLIFF 2.0 or 2.1. What tools have added (marks, codes, further segments) is read as its text. `file` is
 * for refusals: throws PackageRefusedError for what is no XML, defines entities, is too large, or is no XLIFF 2.
 */
export function readXliff(bytes: Uint8Array, file: string): Xliff {
  const { root } = parseXml(decodeXml(bytes, file, []), file);
  const isXliff = root.name === "xliff" && root.namespace === xliffNamespace;
  if (!isXliff || !/^2\.[01]$/.test(attribute(root, "version") ?? ""))
    refuse("workbench.refusedNoXliff", { file });
  return {
    source: attribute(root, "srcLang") ?? "",
    target: attribute(root, "trgLang") ?? "",
    files: childrenNamed(root, "file").map((element) => ({
      id: attribute(element, "id") ?? "",
      original: attribute(element, "original") ?? "",
      units: unitsBelow(element),
    })),
  };
}

function unitsBelow(element: XmlElement): XliffUnit[] {
  return element.children.flatMap((child) => {
    if (child.name === "group") return unitsBelow(child);
    return child.name === "unit" ? [unitOf(child)] : [];
  });
}

/** Tools divide a unit into sentences: what stands between them is ignorable, and belongs to the text. */
function unitOf(unit: XmlElement): XliffUnit {
  const pieces = unit.children.filter(({ name }) => name === "segment" || name === "ignorable");
  const segments = pieces.filter(({ name }) => name === "segment");
  const hasTarget = segments.some((segment) => childNamed(segment, "target"));
  return {
    id: attribute(unit, "id") ?? "",
    source: pieces.map((piece) => words(childNamed(piece, "source"))).join(""),
    target: hasTarget
      ? pieces.map((piece) => words(childNamed(piece, "target") ?? ofGap(piece))).join("")
      : "",
    state: leastOf(segments),
    notes: [],
  };
}

/** A gap without a target of its own is the same in both languages. */
function ofGap(piece: XmlElement): XmlElement | undefined {
  return piece.name === "ignorable" ? childNamed(piece, "source") : undefined;
}

const states: XliffState[] = ["initial", "translated", "reviewed", "final"];

/** A unit has come as far as the least of its segments; one that says nothing has not begun. */
function leastOf(segments: XmlElement[]): XliffState {
  const reached = segments.map((segment) =>
    Math.max(
      0,
      states.findIndex((state) => state === attribute(segment, "state")),
    ),
  );
  return states[Math.min(...reached)] ?? "initial";
}

function words(element: XmlElement | undefined): string {
  return (element?.nodes ?? [])
    .map((node) => {
      if (typeof node === "string") return node;
      return node.name === "cp" ? letterOf(node) : words(node);
    })
    .join("");
}

function letterOf(element: XmlElement): string {
  const code = Number.parseInt(attribute(element, "hex") ?? "", 16);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}
