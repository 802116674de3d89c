import { type DOMOutputSpec, type Node, type NodeSpec, Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

/** Every block may have come from the file; what is pasted or made here did not. */
const origin = { default: null };

/** A node without text, drawn by its view in the editor. */
function placed(attrs: Record<string, string>): NodeSpec {
  return {
    group: "block",
    atom: true,
    attrs: {
      origin,
      ...Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, { default: value }])),
    },
  };
}

/** Blocks without text carry their attributes in the clipboard's HTML, so that they can be cut and pasted. */
function asData(name: string, spec: NodeSpec): NodeSpec {
  return {
    ...spec,
    toDOM: ({ attrs }: Node): DOMOutputSpec => {
      const { origin: _ownOnly, ...said } = attrs;
      return ["div", { "data-lesson": name, "data-attrs": JSON.stringify(said) }];
    },
    parseDOM: [
      {
        tag: `div[data-lesson=${name}]`,
        getAttrs: (element) => JSON.parse(element.dataset.attrs ?? "{}") as Record<string, unknown>,
      },
    ],
  };
}

/** A block with others in it. */
function around(name: string, content: string, attrs: Record<string, string> = {}): NodeSpec {
  return {
    content,
    defining: true,
    attrs: {
      origin,
      ...Object.fromEntries(Object.entries(attrs).map(([key, value]) => [key, { default: value }])),
    },
    toDOM: ({ attrs: said }) => [
      "div",
      {
        "data-lesson": name,
        ...Object.fromEntries(Object.keys(attrs).map((key) => [`data-${key}`, said[key] as string])),
      },
      0,
    ],
    parseDOM: [{ tag: `div[data-lesson=${name}]`, getAttrs: (element) => ({ ...element.dataset }) }],
  };
}

const tables = tableNodes({
  tableGroup: "block",
  cellContent: "paragraph",
  cellAttributes: { align: { default: null } },
});

const placedNodes = {
  figure: placed({ src: "", alt: "", caption: "", description: "", decorative: "" }),
  video: placed({ src: "", title: "", captions: "", transcript: "" }),
  audio: placed({ src: "", title: "", captions: "", transcript: "" }),
  check: placed({ id: "" }),
  package: placed({ name: "", title: "" }),
  tool: placed({ name: "", title: "" }),
  download: placed({ file: "", title: "" }),
  jurisdiction: placed({ topic: "" }),
  opaque: placed({ text: "" }),
} satisfies Record<string, NodeSpec>;

/** What a lesson can be made of in the editor; its JSON is a `LessonDocument`. */
export const lessonSchema = new Schema({
  nodes: {
    // The first in the group is what a new line becomes.
    doc: { content: "(block | page)+", attrs: { head: { default: "" }, tail: { default: "\n" } } },
    paragraph: {
      group: "block",
      content: "inline*",
      attrs: { origin },
      parseDOM: [{ tag: "p" }],
      toDOM: () => ["p", 0],
    },
    text: { group: "inline" },
    hardBreak: {
      group: "inline",
      inline: true,
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    cite: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { facts: { default: "" } },
      toDOM: ({ attrs }) => ["sup", { "data-cite": attrs.facts as string }, `[${attrs.facts as string}]`],
      parseDOM: [{ tag: "sup[data-cite]", getAttrs: (element) => ({ facts: element.dataset.cite ?? "" }) }],
    },
    heading: {
      group: "block",
      content: "inline*",
      defining: true,
      attrs: { origin, level: { default: 2 } },
      toDOM: ({ attrs }) => [`h${attrs.level as number}`, 0],
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}:not([data-page])`, attrs: { level } })),
    },
    page: {
      content: "text*",
      marks: "",
      defining: true,
      attrs: { origin, id: { default: "" } },
      toDOM: ({ attrs }) => ["h2", { "data-page": attrs.id as string }, 0],
      parseDOM: [{ tag: "h2[data-page]", getAttrs: (element) => ({ id: element.dataset.page ?? "" }) }],
    },
    bulletList: {
      group: "block",
      content: "listItem+",
      attrs: { origin, isLoose: { default: false } },
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    orderedList: {
      group: "block",
      content: "listItem+",
      attrs: { origin, isLoose: { default: false }, start: { default: 1 } },
      parseDOM: [{ tag: "ol", getAttrs: (element) => ({ start: (element as HTMLOListElement).start }) }],
      toDOM: ({ attrs }) => ["ol", { start: attrs.start as number }, 0],
    },
    listItem: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    quote: {
      group: "block",
      content: "block+",
      defining: true,
      attrs: { origin },
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    rule: { group: "block", attrs: { origin }, parseDOM: [{ tag: "hr" }], toDOM: () => ["hr"] },
    table: { ...tables.table, content: "tableRow+", attrs: { origin } },
    tableRow: { ...tables.table_row, content: "(tableCell | tableHeader)*" },
    tableCell: tables.table_cell,
    tableHeader: tables.table_header,
    box: { group: "block", ...around("box", "boxTitle block+", { name: "note" }) },
    boxTitle: {
      content: "text*",
      marks: "",
      defining: true,
      parseDOM: [{ tag: "p[data-title]" }],
      toDOM: () => ["p", { "data-title": "" }, 0],
    },
    steps: { group: "block", ...around("steps", "orderedList") },
    roles: { group: "block", ...around("roles", "role+") },
    role: around("role", "block+", { sector: "" }),
    accordion: { group: "block", ...around("accordion", "part+") },
    part: around("part", "boxTitle block+"),
    ...Object.fromEntries(Object.entries(placedNodes).map(([name, spec]) => [name, asData(name, spec)])),
  } as Record<string, NodeSpec>,
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (element) => ({ href: element.getAttribute("href") ?? "" }) }],
      toDOM: ({ attrs }) => ["a", { href: attrs.href as string }, 0],
    },
    term: {
      attrs: { id: {} },
      inclusive: false,
      excludes: "term link",
      parseDOM: [{ tag: "dfn[data-term]", getAttrs: (element) => ({ id: element.dataset.term ?? "" }) }],
      toDOM: ({ attrs }) => ["dfn", { "data-term": attrs.id as string }, 0],
    },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
    emphasis: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    delete: { parseDOM: [{ tag: "s" }, { tag: "del" }], toDOM: () => ["s", 0] },
    code: { parseDOM: [{ tag: "code" }], toDOM: () => ["code", 0] },
  },
});
