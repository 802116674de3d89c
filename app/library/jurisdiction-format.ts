import { z } from "zod";

import { jurisdictions } from "#app/identity/background.ts";

import { factStatuses } from "./course-format.ts";
import { noteTopics } from "./note-topics.ts";
import { id, slug } from "./question-format.ts";
import { sourceDocument } from "./source-document.ts";
import { translationSource, translationStatus } from "./translation-status.ts";

/** Schemas of courses/jurisdictions: what is known of the law and the bodies of each jurisdiction, beside the courses. */

/** The jurisdictions that have notes. */
export const notedJurisdictions = jurisdictions.filter((code) => code !== "other");

/** `local`: nobody has confirmed it for this jurisdiction yet, so the note says what has to be asked there. */
export const noteStatuses = [...factStatuses, "local"] as const;

const source = z.strictObject({ status: z.enum(factStatuses), documents: z.array(sourceDocument).min(1) });

/** How far each translation has come. The places of its review are jurisdictions, or notes of one ("rs/stalking"). */
const translations = z.record(z.string(), translationStatus).default({});

/** notes.yaml: the languages that every note is written in, how far they have come, and the sources of all notes. */
export const notesFile = z.strictObject({
  languages: z.array(z.string()).min(1),
  translations,
  sources: z.record(id, source),
});

export const jurisdictionNote = z.strictObject({
  id: slug,
  topic: z.enum(noteTopics),
  facts: z.array(id).default([]),
  status: z.enum(noteStatuses),
  /** When it was last compared with its sources. */
  checked: z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, "write YYYY-MM or YYYY-MM-DD"),
  text: z.record(z.string(), z.string().min(1)),
});

/** <code>.yaml: the notes of one jurisdiction. */
export const jurisdictionFile = z.strictObject({
  jurisdiction: z.enum(notedJurisdictions),
  /** By language, what its notes were made of. */
  source: z.record(z.string(), translationSource).default({}),
  notes: z.array(jurisdictionNote).min(1),
});

/**
 * What JurisdictionNotes.content holds: the notes of one jurisdiction, with the sources that they name and the status of
 * the translations of all notes.
 */
export const jurisdictionContent = z.object({
  notes: z.array(jurisdictionNote),
  translations,
  /** Languages whose notes on this jurisdiction were made of others than there are now. */
  behind: z.array(z.string()).default([]),
  sources: z.record(id, source),
});

export type NotedJurisdiction = (typeof notedJurisdictions)[number];
export type JurisdictionNote = z.infer<typeof jurisdictionNote>;
export type JurisdictionFile = z.infer<typeof jurisdictionFile>;
export type NotesFile = z.infer<typeof notesFile>;
export type JurisdictionContent = z.infer<typeof jurisdictionContent>;
