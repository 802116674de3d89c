import { PackageRefusedError, refuse } from "#app/library/package-refusal.ts";

import type { Draft } from "./draft.ts";
import { draftedQuestion } from "./drafted-question.ts";
import type { ExchangeFormat, ReadQuestion, ReadQuestions, ReadSettings, Sentence } from "./exchange.ts";
import { maxQuestions } from "./exchange-limits.ts";
import { LeftOutError } from "./left-out.ts";
import type { MediaFinder } from "./media-intake.ts";
import { TakenKeys } from "./taken-keys.ts";
import { storable } from "./text-intake.ts";

/** Gathers the questions of one file: one that cannot be taken is listed with its reason, and the next is read. */
export class QuestionGathering {
  private readonly categories = new Set<string>();
  private readonly questions: ReadQuestion[] = [];
  private readonly left: { name: string; reason: Sentence }[] = [];
  private readonly keys = new TakenKeys();
  readonly notes: Sentence[] = [];
  private readonly format: ExchangeFormat;
  private readonly settings: ReadSettings;

  constructor(format: ExchangeFormat, settings: ReadSettings) {
    this.format = format;
    this.settings = settings;
  }

  category(path: string): void {
    if (path !== "") this.categories.add(path);
  }

  leftOut(name: string, reason: Sentence): void {
    this.requireRoom();
    this.left.push({ name: storable(name).trim().slice(0, 120) || "?", reason });
  }

  /** Whether it is taken. `name` is for the list of what is left out. */
  question(name: string, draft: () => Draft, find: MediaFinder): boolean {
    this.requireRoom();
    try {
      const read = draftedQuestion(draft(), find, this.keys, this.settings);
      this.category(read.category);
      this.questions.push(read);
      return true;
    } catch (error) {
      if (error instanceof LeftOutError) this.leftOut(name, error.reason);
      else if (error instanceof PackageRefusedError) this.leftOut(name, error.refusal);
      else throw error;
      return false;
    }
  }

  result(): ReadQuestions {
    return {
      format: this.format,
      categories: [...this.categories],
      questions: this.questions,
      leftOut: this.left,
      notes: this.notes,
    };
  }

  private requireRoom() {
    if (this.questions.length + this.left.length >= maxQuestions) {
      refuse("exchange.refusedTooMany", { limit: maxQuestions });
    }
  }
}
