import { type Sentence, sentence } from "#app/assessment/exchange/exchange.ts";
import { storable } from "#app/assessment/exchange/text-intake.ts";
import { refuse } from "#app/library/package-refusal.ts";
import type { MessageKey, MessageValues } from "#app/platform/i18n.tsx";

import { maxCourseCharacters, maxParts } from "./foreign-limits.ts";
import type { ImportedPart, LeftOutPart, PartKind, SourcePart } from "./foreign-course.ts";

/**
 * What became of every part of a source: each is recognised once, and is then either imported or left out. What is
 * imported in one place is imported, however often it is left out elsewhere.
 */
export class PartsLedger {
  private readonly parts = new Map<string, SourcePart>();
  private readonly taken = new Set<string>();
  private readonly notes = new Map<string, Sentence[]>();
  private characters = 0;
  private readonly left = new Map<string, Sentence>();

  recognise(id: string, name: string, kind: PartKind): SourcePart {
    const known = this.parts.get(id);
    if (known) return known;
    if (this.parts.size >= maxParts) refuse("authoring.foreignRefusedTooMany", { limit: maxParts });
    const part = { id, name: storable(name).replace(/\s+/g, " ").trim().slice(0, 120) || "?", kind };
    this.parts.set(id, part);
    return part;
  }

  /** Counts a text; refuses a source whose texts are too many together. */
  requireRoom(characters: number): void {
    this.characters += characters;
    if (this.characters > maxCourseCharacters) {
      refuse("authoring.foreignRefusedText", { limit: maxCourseCharacters / 1_000_000 });
    }
  }

  take(id: string): void {
    this.taken.add(id);
  }

  /** Says what of a part is not as it was, if it is imported. */
  note(id: string, note: Sentence): void {
    const notes = this.notes.get(id) ?? [];
    const isSaid = notes.some(
      ({ key, values }) => key === note.key && JSON.stringify(values) === JSON.stringify(note.values),
    );
    if (!isSaid) this.notes.set(id, [...notes, note]);
  }

  countNotes(key: MessageKey): number {
    const said = [...this.taken].flatMap((id) => this.notes.get(id) ?? []);
    return said.filter((note) => note.key === key).length;
  }

  /** The first reason stands. */
  leave(id: string, key: MessageKey, values: MessageValues = {}): void {
    this.leaveWith(id, sentence(key, values));
  }

  leaveWith(id: string, reason: Sentence): void {
    if (!this.left.has(id)) this.left.set(id, reason);
  }

  /** Parts that nothing led to are left out for that. */
  result(): { recognised: SourcePart[]; imported: ImportedPart[]; leftOut: LeftOutPart[] } {
    const recognised = [...this.parts.values()];
    return {
      recognised,
      imported: recognised
        .filter(({ id }) => this.taken.has(id))
        .map((part) => ({ ...part, notes: this.notes.get(part.id) ?? [] })),
      leftOut: recognised
        .filter(({ id }) => !this.taken.has(id))
        .map((part) => ({
          ...part,
          reason: this.left.get(part.id) ?? sentence("authoring.foreignLeftUnused"),
        })),
    };
  }
}
