import type { EditorView } from "prosemirror-view";
import { NodeSelection, TextSelection } from "prosemirror-state";

import type { Choice, LessonChoices } from "../../editor/lesson-choices.ts";
import { type AskedBlock, isAskedBlock } from "./asked-block.ts";
import { BlockDialog } from "./block-dialog.tsx";
import { CiteDialog } from "./cite-dialog.tsx";
import { changeBlock, insertBlock, insertCite, node } from "./editor-commands.ts";
import { LinkDialog } from "./link-dialog.tsx";
import { TermDialog } from "./term-dialog.tsx";
import { plainWords, setWords, type WordMark, wordsAround } from "./word-commands.ts";

/** What the editor is asking: of a new block, of one that stands at a position, of a link, a term or a citation. */
export type Question =
  | { kind: "new"; name: AskedBlock }
  | { kind: "block"; pos: number }
  | { kind: "link" }
  | { kind: "term" }
  | { kind: "cite" };

type Asking = { view: EditorView; choices: LessonChoices; language: string; onClose: () => void };

export function EditorDialogs({ question, ...asking }: Asking & { question: Question }) {
  if (question.kind === "link") return <AskLink {...asking} />;
  if (question.kind === "term") return <AskTerm {...asking} />;
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
  const around = wordsAround(view.state, "link");
  return (
    <LinkDialog
      href={String(around?.attrs.href ?? "")}
      pages={pagesOf(view)}
      needsText={view.state.selection.empty && !around}
      onDone={(href, text) => {
        writeWords(view, "link", href && { href }, text || href);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function AskTerm({ view, choices, language, onClose }: Asking) {
  const around = wordsAround(view.state, "term");
  return (
    <TermDialog
      given={String(around?.attrs.id ?? "")}
      terms={choices.terms}
      termsPage={choices.termsPage}
      lang={language}
      needsText={view.state.selection.empty && !around}
      onDone={(id, text) => {
        writeWords(view, "term", id && { id }, text);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

/** Changes the whole that the cursor is in, where nothing is chosen; goes on writing behind it. */
function writeWords(view: EditorView, name: WordMark, attrs: Record<string, string> | "", text: string) {
  const around = wordsAround(view.state, name);
  if (around && view.state.selection.empty) {
    const whole = TextSelection.create(view.state.doc, around.from, around.to);
    view.dispatch(view.state.tr.setSelection(whole));
  }
  (attrs ? setWords(name, attrs, text) : plainWords(name))(view.state, view.dispatch);
  view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.selection.$to)));
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
