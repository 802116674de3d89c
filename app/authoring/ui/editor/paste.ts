import { Fragment, Slice } from "prosemirror-model";
import type { EditorView } from "prosemirror-view";

import { lessonDocument } from "../../editor/lesson-document.ts";
import type { LessonNode } from "../../editor/lesson-node.ts";
import { lessonSchema } from "../../editor/lesson-schema.ts";

/** Puts in what was copied elsewhere, without its looks. The reading of HTML is loaded when it is first needed. */
export async function pasteHtml(view: EditorView, html: string): Promise<void> {
  const { pastedMarkdown } = await import("../../editor/pasted-markdown.ts");
  const content = lessonDocument(pastedMarkdown(html)).content.map(withoutOrigin);
  const nodes = content.map((node) => lessonSchema.nodeFromJSON(node));
  const isInline = nodes.length === 1 && nodes[0]?.type.name === "paragraph";
  const depth = isInline ? 1 : 0;
  view.dispatch(
    view.state.tr.replaceSelection(new Slice(Fragment.from(nodes), depth, depth)).scrollIntoView(),
  );
}

/** It did not come from this lesson's file. */
function withoutOrigin(node: LessonNode): LessonNode {
  return { ...node, attrs: { ...node.attrs, origin: null } };
}
