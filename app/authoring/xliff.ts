/** XLIFF 2.1 (OASIS, 13 February 2018), as much of its core as translators' tools need. */
export const xliffNamespace = "urn:oasis:names:tc:xliff:document:2.0";

/** How far a unit has come: final is what a native speaker has checked. */
export type XliffState = "initial" | "translated" | "reviewed" | "final";

/** `target` is empty where nothing is written. */
export type XliffUnit = {
  id: string;
  source: string;
  target: string;
  state: XliffState;
  notes: string[];
};

/** `original` is the path of the translated file in the course's folder. */
export type XliffFile = { id: string; original: string; units: XliffUnit[] };

export type Xliff = { source: string; target: string; files: XliffFile[] };

/** Inline Markdown stays in the text: tools show it, and what is written comes back as it was. */
export function writeXliff({ source, target, files }: Xliff): string {
  const attributes = `version="2.1" srcLang="${attribute(source)}" trgLang="${attribute(target)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${xliffNamespace}" ${attributes}>`,
    ...files.filter(({ units }) => units.length > 0).flatMap(fileLines),
    "</xliff>",
    "",
  ].join("\n");
}

function fileLines({ id, original, units }: XliffFile): string[] {
  return [
    `  <file id="${attribute(id)}" original="${attribute(original)}" xml:space="preserve">`,
    ...units.flatMap(unitLines),
    "  </file>",
  ];
}

function unitLines({ id, source, target, state, notes }: XliffUnit): string[] {
  return [
    `    <unit id="${attribute(id)}">`,
    ...(notes.length > 0
      ? [`      <notes>${notes.map((note) => `<note>${content(note)}</note>`).join("")}</notes>`]
      : []),
    `      <segment state="${state}">`,
    `        <source>${content(source)}</source>`,
    ...(target === "" ? [] : [`        <target>${content(target)}</target>`]),
    "      </segment>",
    "    </unit>",
  ];
}

/** What XML cannot hold is written as `cp`; a line end of Windows would be read as a plain one. */
function content(text: string): string {
  return escaped(text)
    .replace(/\r/g, "&#13;")
    .replace(
      /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu,
      (letter) => `<cp hex="${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}"/>`,
    );
}

function attribute(text: string): string {
  return escaped(text).replace(/"/g, "&quot;");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
