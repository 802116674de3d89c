import type { BackupQuestion } from "#app/assessment/exchange/moodle-backup-bank.ts";
import { everyNamed, said } from "#app/assessment/exchange/moodle-backup-question.ts";
import { MoodleSettings } from "#app/assessment/exchange/moodle-settings.ts";
import type { XmlElement } from "#app/library/xml-document.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import type { Piece, QuestionBank, ReadPart, SourcePart } from "./foreign-course.ts";
import { givenNumber } from "./given-number.ts";
import type { PartsLedger } from "./parts-ledger.ts";

type QuizPiece = Extract<Piece, { kind: "quiz" }>;

/** The questions of a backup's bank, and which of them quizzes have asked. */
export class MoodleBank {
  private readonly questions: BackupQuestion[];
  private readonly byId: Map<string, BackupQuestion>;
  private readonly byEntry = new Map<string, BackupQuestion[]>();
  private readonly asked = new Set<BackupQuestion>();
  private readonly ledger: PartsLedger;

  constructor(questions: BackupQuestion[], ledger: PartsLedger) {
    this.ledger = ledger;
    this.questions = questions;
    this.byId = new Map(questions.map((question) => [question.id, question]));
    for (const question of questions) {
      if (!question.entry) continue;
      this.byEntry.set(question.entry, [...(this.byEntry.get(question.entry) ?? []), question]);
    }
  }

  /** The questions of a quiz in order, each with the points that the quiz gives it. */
  ofQuiz(quiz: XmlElement, part: SourcePart): ReadPart[] {
    const placeOf = (slot: XmlElement) => Number(said(slot, "slot") ?? 0);
    const slots = everyNamed(quiz, "question_instance").sort((one, other) => placeOf(one) - placeOf(other));
    const asked = slots.map((slot) => this.inSlot(slot));
    const hasTries = /^(interactive|adaptive$)/.test(said(quiz, "preferredbehaviour") ?? "");
    this.tellSettings(part, asked, (key) => hasTries || key !== "exchange.noteTries");
    return slots.flatMap((slot, index) => {
      const question = asked[index];
      if (!question) {
        const id = `${part.id}/slot:${index + 1}`;
        const isDrawn = everyNamed(slot, "question_set_reference").length > 0;
        this.ledger.leave(
          this.ledger.recognise(id, `${part.name} ${index + 1}`, "question").id,
          isDrawn ? "exchange.leftRandom" : "exchange.leftElsewhere",
        );
        return [];
      }
      const points = Number(said(slot, "maxmark") ?? said(slot, "grade") ?? Number.NaN);
      return this.read(
        question,
        Number.isFinite(points) && points > 0 ? points : null,
        `${part.id}/slot:${index + 1}`,
      );
    });
  }

  /** What no quiz asks, by category, which `title` is of what has no name. Earlier versions of a question are none. */
  unasked(title: string): QuestionBank[] {
    const categories = new Map<string, BackupQuestion[]>();
    for (const question of this.questions) {
      if (this.isAsked(question) || !this.isLatest(question)) continue;
      categories.set(question.category, [...(categories.get(question.category) ?? []), question]);
    }
    return [...categories].map(([category, questions]) => {
      const name = category.split("/").at(-1) || title;
      const part = this.ledger.recognise(`bank:${category}`, name, "questionBank");
      this.tellSettings(part, questions, () => true);
      return { part, questions: questions.flatMap((one) => this.read(one, null, `question:${one.id}`)) };
    });
  }

  private tellSettings(
    part: SourcePart,
    questions: (BackupQuestion | undefined)[],
    isTold: (key: MessageKey) => boolean,
  ): void {
    const counted = new MoodleSettings();
    for (const question of questions) {
      const settings = question && "settings" in question.outcome ? question.outcome.settings : [];
      counted.question(settings.filter(isTold));
    }
    for (const note of counted.notes()) this.ledger.note(part.id, note);
  }

  private read(question: BackupQuestion, points: number | null, partId: string): ReadPart[] {
    const part = this.ledger.recognise(partId, question.name, "question");
    const { outcome } = question;
    this.asked.add(question);
    if ("leftOut" in outcome) {
      this.ledger.leaveWith(part.id, outcome.leftOut.reason);
      return [];
    }
    const { structure } = outcome.question;
    return [
      {
        part,
        question: { ...outcome.question, structure: { ...structure, points: points ?? structure.points } },
      },
    ];
  }

  /** By the entry and perhaps a version (since Moodle 4), or by the question. */
  private inSlot(slot: XmlElement): BackupQuestion | undefined {
    const [reference] = everyNamed(slot, "question_reference");
    const entry = reference && said(reference, "questionbankentryid");
    if (!reference || !entry) return this.byId.get(said(slot, "questionid") ?? said(slot, "question") ?? "");
    const versions = this.byEntry.get(entry) ?? [];
    const wanted = Number(said(reference, "version") ?? Number.NaN);
    return versions.find(({ version }) => version === wanted) ?? latestOf(versions);
  }

  private isAsked(question: BackupQuestion): boolean {
    const versions = question.entry ? (this.byEntry.get(question.entry) ?? []) : [question];
    return versions.some((version) => this.asked.has(version));
  }

  private isLatest(question: BackupQuestion): boolean {
    return !question.entry || latestOf(this.byEntry.get(question.entry) ?? []) === question;
  }
}

function latestOf(versions: BackupQuestion[]): BackupQuestion | undefined {
  return versions.toSorted((one, other) => other.version - one.version)[0];
}

const scoring: Record<string, "best" | "mean" | "first" | "last"> = {
  "1": "best",
  "2": "mean",
  "3": "first",
  "4": "last",
};

const secondsOfAMinute = 60;

/** The settings that have a counterpart. Dates belong to the course as it was held, and are left out. */
export function moodleQuizSettings(quiz: XmlElement, grades: XmlElement | null): QuizPiece["settings"] {
  const behaviour = said(quiz, "preferredbehaviour") ?? "";
  const passMark = grades ? passMarkOf(grades) : 0;
  const shuffled = everyNamed(quiz, "section").map((section) => said(section, "shufflequestions"));
  return {
    mode: /^(immediate|interactive|adaptive)/.test(behaviour) ? "practice" : "test",
    ...(passMark > 0 ? { passMark } : {}),
    ...givenNumber("attempts", said(quiz, "attempts_number")),
    ...givenNumber("waitMinutes", said(quiz, "delay1"), secondsOfAMinute),
    ...givenNumber("timeLimitMinutes", said(quiz, "timelimit"), secondsOfAMinute),
    scoring: scoring[said(quiz, "grademethod") ?? "1"] ?? "best",
    shuffleQuestions: shuffled.includes("1"),
    shuffleOptions: said(quiz, "shuffleanswers") !== "0",
    ...(said(quiz, "navmethod") === "sequential" ? { canGoBack: false } : {}),
  };
}

/** In percent of the most that can be reached. */
function passMarkOf(grades: XmlElement): number {
  const [item] = everyNamed(grades, "grade_item");
  const pass = Number((item && said(item, "gradepass")) ?? 0);
  const most = Number((item && said(item, "grademax")) ?? 0);
  const percent = Math.round((10_000 * pass) / most) / 100;
  return percent > 0 ? Math.min(100, percent) : 0;
}
