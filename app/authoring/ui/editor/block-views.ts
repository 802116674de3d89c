import type { Node } from "prosemirror-model";
import type { EditorView, NodeView, NodeViewConstructor } from "prosemirror-view";

import type { MessageKey } from "#app/platform/i18n.tsx";

import { changeBlock } from "./editor-commands.ts";
import { type Drawing, element, namedView, pageView, titleView } from "./named-views.ts";

/** How blocks look that are more than text: what they are in words, and what they hold. */
export function blockViews(drawing: Drawing): Record<string, NodeViewConstructor> {
  const placed: NodeViewConstructor = (node) => placedView(node, drawing);
  return {
    check: placed,
    package: placed,
    tool: placed,
    download: placed,
    jurisdiction: placed,
    figure: placed,
    video: placed,
    audio: placed,
    opaque: (node, view, getPos) => opaqueView(node, view, getPos, drawing),
    box: (node) =>
      namedView(node, "section", () => drawing.t(boxLabels[String(node.attrs.name)] ?? "editor.note")),
    steps: (node) => namedView(node, "section", () => drawing.t("editor.steps")),
    roles: (node) => namedView(node, "section", () => drawing.t("editor.roles")),
    role: (node) => namedView(node, "section", () => sectorLabel(String(node.attrs.sector), drawing)),
    accordion: (node) => namedView(node, "section", () => drawing.t("editor.accordion")),
    part: (node) => namedView(node, "section", () => drawing.t("editor.part")),
    boxTitle: (node) => titleView(node, drawing),
    page: (node) => pageView(node, drawing),
  };
}

const boxLabels: Record<string, MessageKey> = {
  note: "editor.note",
  scenario: "editor.scenario",
  "first-step": "editor.firstStep",
};

function sectorLabel(sector: string, { t }: Drawing): string {
  return t(`common.sector_${sector.replaceAll("-", "_")}` as MessageKey);
}

/** A block without text in one line of words: read out when it is chosen, and shown. */
export function blockSummary(node: Node, { t, choices }: Drawing): string {
  const { id, name, title, topic, alt, decorative, src } = node.attrs as Record<string, string>;
  const titled = (list: { id: string; title: string }[], wanted?: string) =>
    list.find((choice) => choice.id === wanted)?.title ?? wanted ?? "";
  switch (node.type.name) {
    case "figure":
      return `${t("editor.figure")}: ${alt || t(decorative ? "editor.decorative" : "editor.withoutAlt")}`;
    case "video":
      return `${t("editor.video")}: ${title || src}`;
    case "audio":
      return `${t("editor.audio")}: ${title || src}`;
    case "check":
      return `${t("editor.check")}: ${titled(choices.checks, id)}`;
    case "package":
      return `${t("editor.package")}: ${title || name}`;
    case "tool":
      return `${t("editor.tool")}: ${title || name}`;
    case "download":
      return `${t("editor.download")}: ${title || String(node.attrs.file)}`;
    case "jurisdiction":
      return `${t("editor.jurisdiction")}: ${topic ? titled(choices.topics, topic) : t("editor.allTopics")}`;
    case "opaque":
      return t("editor.opaque");
    case "cite":
      return `${t("editor.cite")}: ${String(node.attrs.facts)}`;
    default:
      return "";
  }
}

/** A block that is chosen as a whole; Enter or a double click opens its dialog. */
function placedView(first: Node, drawing: Drawing): NodeView {
  const dom = element("div", "lesson-placed");
  const draw = (node: Node) => {
    dom.replaceChildren();
    const picture = drawing.choices.pictures.find(({ path }) => path === node.attrs.src);
    if (picture) {
      const image = element("img", "") as HTMLImageElement;
      image.src = picture.address;
      image.alt = "";
      dom.append(image);
    }
    dom.append(element("p", "lesson-name", blockSummary(node, drawing)));
    if (node.attrs.caption) dom.append(element("p", "", String(node.attrs.caption)));
  };
  draw(first);
  return {
    dom,
    update(node) {
      if (node.type !== first.type) return false;
      draw(node);
      return true;
    },
    ignoreMutation: () => true,
  };
}

/** What the editor has no form for, as it stands in the file; it can be changed there. */
function opaqueView(
  first: Node,
  view: EditorView,
  getPos: () => number | undefined,
  { t }: Drawing,
): NodeView {
  const dom = element("div", "lesson-opaque");
  const source = element("textarea", "control") as HTMLTextAreaElement;
  const show = (text: string) => {
    if (source.value !== text) source.value = text;
    source.rows = Math.min(16, text.split("\n").length + 1);
  };
  show(String(first.attrs.text));
  source.setAttribute("aria-label", t("editor.opaque"));
  source.spellcheck = false;
  source.addEventListener("input", () => {
    const pos = getPos();
    if (pos !== undefined) changeBlock(pos, { text: source.value })(view.state, view.dispatch);
  });
  source.addEventListener("keydown", (event) => {
    if (event.key === "Escape") view.focus();
  });
  dom.append(element("p", "lesson-name", t("editor.opaque")), source);
  return {
    dom,
    update(node) {
      if (node.type !== first.type) return false;
      show(String(node.attrs.text));
      return true;
    },
    stopEvent: (event) => event.target === source,
    ignoreMutation: () => true,
  };
}
