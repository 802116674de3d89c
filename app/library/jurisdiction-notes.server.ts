import type { Jurisdiction } from "#app/identity/background.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import type { Language } from "#app/platform/languages.ts";

import { faultLine } from "./fault-line.server.ts";
import { readJurisdictionFolder } from "./jurisdiction-folder.server.ts";
import {
  jurisdictionContent,
  type JurisdictionNote,
  notedJurisdictions,
  type NotedJurisdiction,
} from "./jurisdiction-format.ts";
import type { NoteTopic } from "./note-topics.ts";
import { textIn } from "./titles.ts";
import type { TranslationStatus } from "./translation-status.ts";

/** A note in the reader's language, or in the one that stands in: `language` says which. */
export type ShownNote = Omit<JurisdictionNote, "text"> & { text: string; language: string };

/**
 * Takes over the notes of a folder in place of those that there were; repeating it changes nothing. Throws an Error
 * that lists every fault.
 */
export async function importJurisdictionNotes(directory: string): Promise<void> {
  const { notes, faults } = readJurisdictionFolder(directory);
  if (!notes) {
    throw new Error(
      `The notes in ${directory} have faults:\n${faults.map((fault) => `  ${faultLine(fault)}`).join("\n")}`,
    );
  }
  const importedAt = clock.now();
  await db.$transaction(
    [...notes].map(([jurisdiction, content]) =>
      db.jurisdictionNotes.upsert({
        where: { jurisdiction },
        update: { content, importedAt },
        create: { jurisdiction, content, importedAt },
      }),
    ),
  );
}

/** How far the notes have come in a language; `behind` names jurisdictions whose notes have changed since. */
export type NoteTranslation = TranslationStatus & { behind: NotedJurisdiction[] };

/** How far the notes have come in each language that there are some in; null when there are no notes. */
export async function noteTranslations(): Promise<Map<string, NoteTranslation> | null> {
  const rows = await db.jurisdictionNotes.findMany({ orderBy: { jurisdiction: "asc" } });
  const all = rows.map(({ jurisdiction, content }) => ({
    jurisdiction,
    ...jurisdictionContent.parse(content),
  }));
  const [first] = all;
  if (!first) return null;
  const written = first.notes.flatMap(({ text }) => Object.keys(text));
  return new Map(
    [...written, ...Object.keys(first.translations)].map((tag) => [
      tag,
      {
        ...(first.translations[tag] ?? { review: [] }),
        behind: notedJurisdictions.filter((code) =>
          all.some(({ jurisdiction, behind }) => jurisdiction === code && behind.includes(tag)),
        ),
      },
    ]),
  );
}

/** The notes on a jurisdiction, of one topic or of all, with their sources in the order in which notes name them. */
export async function listJurisdictionNotes(
  jurisdiction: Jurisdiction,
  language: Language,
  topic: NoteTopic | null = null,
) {
  const row = await db.jurisdictionNotes.findUnique({ where: { jurisdiction } });
  if (!row) return { notes: [], sources: [] };
  const { notes, sources } = jurisdictionContent.parse(row.content);
  const wanted = notes.filter((note) => topic === null || note.topic === topic);
  const facts = [...new Set(wanted.flatMap((note) => note.facts))];
  return {
    notes: wanted.flatMap((note): ShownNote[] => {
      const shown = textIn(note.text, language);
      return shown ? [{ ...note, ...shown }] : [];
    }),
    sources: facts.flatMap((fact) => {
      const source = sources[fact];
      return source ? [{ fact, ...source }] : [];
    }),
  };
}
