import type { MessageKey } from "#app/platform/i18n.tsx";

import type { LessonChoices } from "../../editor/lesson-choices.ts";

/** Blocks that ask something before they can stand in a lesson, with the names of their dialogs. */
export const askedBlocks = {
  page: "editor.page",
  figure: "editor.figure",
  video: "editor.video",
  audio: "editor.audio",
  check: "editor.check",
  package: "editor.package",
  tool: "editor.tool",
  download: "editor.download",
  jurisdiction: "editor.jurisdiction",
} satisfies Record<string, MessageKey>;

export type AskedBlock = keyof typeof askedBlocks;

export function isAskedBlock(name: string): name is AskedBlock {
  return Object.hasOwn(askedBlocks, name);
}

export type Attributes = Record<string, string>;
export type Errors = Record<string, MessageKey>;

/** What must be filled in, and what is said where it is not. */
const required: Record<AskedBlock, Errors> = {
  page: { id: "editor.idNeeded" },
  figure: { src: "editor.pictureNeeded", alt: "editor.altNeeded" },
  video: { src: "editor.filmNeeded", title: "editor.titleNeeded" },
  audio: { src: "editor.soundNeeded", title: "editor.titleNeeded", transcript: "editor.transcriptNeeded" },
  check: { id: "editor.questionNeeded" },
  package: { name: "editor.packageNeeded", title: "editor.titleNeeded" },
  tool: { name: "editor.toolNeeded" },
  download: { file: "editor.fileNeeded", title: "editor.titleNeeded" },
  jurisdiction: {},
};

/** The attributes of a block as its dialog was filled in. */
export function attributesOf(name: AskedBlock, given: Attributes, choices: LessonChoices): Attributes {
  // A box that is not ticked is not among the fields; what is decorative says nothing.
  if (name === "figure")
    return { ...given, ...(given.decorative ? { alt: "", description: "" } : { decorative: "" }) };
  const tool = name === "tool" && choices.tools.find(({ id }) => id === given.name);
  return tool && !given.title ? { ...given, title: tool.title } : given;
}

/** What is wrong with them, by field; `otherIds` are those of the lesson's other pages. */
export function errorsIn(name: AskedBlock, attributes: Attributes, otherIds: string[]): Errors {
  const errors: Errors = {};
  for (const [field, key] of Object.entries(required[name])) if (!attributes[field]) errors[field] = key;
  if (attributes.decorative) delete errors.alt;
  if (name === "video" && !attributes.captions && !attributes.transcript)
    errors.captions = "editor.captionsNeeded";
  if (name === "page" && attributes.id && !/^[a-z0-9-]+$/.test(attributes.id)) errors.id = "editor.idForm";
  if (name === "page" && otherIds.includes(attributes.id ?? "")) errors.id = "editor.idTwice";
  return errors;
}
