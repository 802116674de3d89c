import type { EditorView } from "prosemirror-view";
import { NodeSelection, TextSelection } from "prosemirror-state";

import type { Choice, LessonChoices } from "../../editor/lesson-choices.ts";
import { type AskedBlock, BlockDialog, CiteDialog, isAskedBlock, LinkDialog } from "./block-dialog.tsx";
import {
  changeBlock,
  insertBlock,
  insertCite,
  linkAround,
  node,
  removeLink,
  setLink,
} from "./editor-commands.ts";

/** What the editor is asking: of a new block, of one that stands at a position, of a link or a citation. */
export type Question =
  { kind: "new"; name: AskedBlock } | { kind: "block"; pos: number } | { kind: "link" } | { kind: "cite" };

type Asking = { view: EditorView; choices: LessonChoices; language: string; onClose: () => void };

export function EditorDialogs({ question, ...asking }: Asking & { question: Question }) {
  if (question.kind === "link") return <AskLink {...asking} />;
  if (question.kind === "cite") return <AskCite {...asking} />;
  return <AskBlock {...asking} question={question} />;
}

function AskBlock({
  view,
  choices,
  language,
  onClose,
  question,
}: Asking & { question: Extract<Question, { kind: "new" | "block" }> }) {
  const block = question.kind === "block" ? view.state.doc.nodeAt(question.pos) : null;
  const name = question.kind === "new" ? question.name : block?.type.name;
  if (name === "cite") return <AskCite view={view} choices={choices} language={language} onClose={onClose} />;
  if (!name || !isAskedBlock(name)) return null;
  const given = Object.fromEntries(
    Object.entries(block?.attrs ?? {}).filter(([, value]) => typeof value === "string"),
  ) as Record<string, string>;
  return (
    <BlockDialog
      name={name}
      given={name === "page" && !block ? { id: freeId(view) } : given}
      choices={choices}
      lang={language}
      otherIds={pagesOf(view)
        .map(({ id }) => id)
        .filter((id) => id !== given.id)}
      onDone={(attributes) => {
        const command =
          question.kind === "block"
            ? changeBlock(question.pos, attributes)
            : insertBlock(node(name).create(attributes));
        command(view.state, view.dispatch);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function AskLink({ view, onClose }: Asking) {
  const around = linkAround(view.state);
  return (
    <LinkDialog
      href={around?.href ?? ""}
      pages={pagesOf(view)}
      needsText={view.state.selection.empty && !around}
      onDone={(href, text) => {
        if (around && view.state.selection.empty) {
          // The whole link gets the new address.
          const whole = TextSelection.create(view.state.doc, around.from, around.to);
          view.dispatch(view.state.tr.setSelection(whole));
        }
        (href ? setLink(href, text) : removeLink)(view.state, view.dispatch);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function AskCite({ view, choices, onClose }: Asking) {
  const { selection } = view.state;
  const cited = selection instanceof NodeSelection ? String(selection.node.attrs.facts ?? "") : "";
  return (
    <CiteDialog
      facts={choices.facts}
      given={cited.split(/[\s,]+/).filter(Boolean)}
      onDone={(facts) => {
        if (facts) insertCite(facts)(view.state, view.dispatch);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** The pages of the lesson. */
function pagesOf(view: EditorView): Choice[] {
  const pages: Choice[] = [];
  view.state.doc.forEach((block) => {
    if (block.type === node("page")) pages.push({ id: String(block.attrs.id), title: block.textContent });
  });
  return pages;
}

function freeId(view: EditorView): string {
  const taken = pagesOf(view).map(({ id }) => id);
  let number = taken.length + 1;
  while (taken.includes(`page-${number}`)) number++;
  return `page-${number}`;
}
