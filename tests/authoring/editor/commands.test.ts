import { type Command, EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";

import { lessonDocument } from "#app/authoring/editor/lesson-document.ts";
import type { LessonDocument } from "#app/authoring/editor/lesson-node.ts";
import { lessonSchema } from "#app/authoring/editor/lesson-schema.ts";
import { lessonSource } from "#app/authoring/editor/lesson-source.ts";
import { addPart, deletePart } from "#app/authoring/ui/editor/accordion-commands.ts";
import { insertBlock, leaveTitle } from "#app/authoring/ui/editor/editor-commands.ts";
import { newBlocks } from "#app/authoring/ui/editor/new-blocks.ts";
import { plainWords, setWords, wordsAround } from "#app/authoring/ui/editor/word-commands.ts";

/** A lesson in the editor, with the cursor behind these words, or the words chosen. */
function opened(source: string, behind: string, isChosen = false): EditorState {
  const doc = lessonSchema.nodeFromJSON(lessonDocument(source));
  let at = -1;
  doc.descendants((node, pos) => {
    const index = node.text?.indexOf(behind) ?? -1;
    if (index >= 0) at = pos + index + behind.length;
  });
  const selection = TextSelection.create(doc, isChosen ? at - behind.length : at, at);
  return EditorState.create({ doc, selection });
}

function after(state: EditorState, ...commands: Command[]): EditorState {
  return commands.reduce((now, command) => {
    let next = now;
    expect(command(now, (tr) => (next = now.apply(tr)))).toBe(true);
    return next;
  }, state);
}

const typed =
  (text: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.insertText(text));
    return true;
  };

const textOf = (state: EditorState) => lessonSource(state.doc.toJSON() as LessonDocument);

test("an accordion is written part by part, and a part can be taken away", () => {
  const begun = after(
    opened("Text.\n", "Text."),
    insertBlock(newBlocks.accordion()),
    typed("One"),
    leaveTitle,
    typed("First."),
    addPart,
    typed("Two"),
    leaveTitle,
    typed("Second."),
  );
  const part = (title: string, text: string) => `:::part[${title}]\n${text}\n:::`;
  expect(textOf(begun)).toContain(`::::accordion\n\n${part("One", "First.")}\n\n${part("Two", "Second.")}`);
  const less = after(begun, deletePart, typed(" Still."));
  expect(textOf(less)).toContain(part("One", "First. Still."));
  expect(textOf(less)).not.toContain("Two");
});

test("writing begins in the title of a scenario and of a part, and in the text of a note", () => {
  const writtenIn = (block: keyof typeof newBlocks) =>
    textOf(after(opened("Text.\n", "Text."), insertBlock(newBlocks[block]()), typed("Words")));
  expect(writtenIn("scenario")).toBe("Text.\n\n:::scenario[Words]\n:::\n");
  expect(writtenIn("note")).toBe("Text.\n\n:::note\nWords\n:::\n");
});

test("a word becomes a term, another term, and a word again", () => {
  const chosen = opened("A deepfake is made.\n", "deepfake", true);
  const term = after(chosen, setWords("term", { id: "fake" }, ""));
  expect(textOf(term)).toBe("A :term[deepfake]{#fake} is made.\n");
  const inside = term.apply(term.tr.setSelection(TextSelection.create(term.doc, 5)));
  expect(wordsAround(inside, "term")?.attrs).toEqual({ id: "fake" });
  expect(textOf(after(inside, plainWords("term")))).toBe("A deepfake is made.\n");
});

test("a word is a link or a term, not both", () => {
  const linked = after(opened("A word.\n", "word", true), setWords("link", { href: "page" }, ""));
  expect(textOf(after(linked, setWords("term", { id: "t" }, "")))).toBe("A :term[word]{#t}.\n");
});

test("a block without text is chosen when it is put in", () => {
  const figure = lessonSchema.node("figure", { src: "media/x.svg", alt: "A door" });
  expect(after(opened("Text.\n", "Text."), insertBlock(figure)).selection).toBeInstanceOf(NodeSelection);
});
