import { certificateStepId } from "#app/library/certificate-step.ts";
import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import { plainTextOf } from "#app/assessment/exchange/rich-text.ts";
import { minutesToRead } from "#app/library/reading/reading-time.ts";
import type { SourceFile } from "#app/library/package-source.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import type { WrittenLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { CourseMedia } from "./course-media.ts";
import { type CourseFiles, courseFiles } from "./course-files.server.ts";
import { type DraftedActivity, hasOwnPage, type MadeActivity, type Run, runsOf } from "./drafted-course.ts";
import type { CourseModule, QuestionBank, ReadCourse } from "./foreign-course.ts";
import { draftLesson, type LessonPiece } from "./lesson-draft.ts";
import { lessonMarkdown, type WrittenPage } from "./lesson-writer.ts";
import type { PartsLedger } from "./parts-ledger.ts";
import { placedDocument } from "./placed-document.server.ts";
import { placedPackage } from "./placed-package.server.ts";
import { draftQuestions } from "./quiz-draft.ts";

type Surroundings = {
  ledger: PartsLedger;
  slug: string;
  /** Of ours; English for any other, because every course needs that. */
  language: WrittenLanguage;
  /** A folder for what has to lie on the disk to be checked. */
  workshop: string;
};

/** The files of a course folder, and what learners and trainers will find in it; null when there is nothing of use. */
export async function buildCourse(
  read: ReadCourse,
  surroundings: Surroundings,
): Promise<{ files: CourseFiles; contents: MadeActivity[] } | null> {
  const builder = new CourseBuilder(read, surroundings);
  for (const module of read.modules) await builder.module(module);
  for (const bank of read.banks) await builder.bank(bank);
  const files = builder.files();
  return files && { files, contents: builder.contents() };
}

type FileRun = Extract<Run, { kind: "package" | "file" }>;

class CourseBuilder {
  private readonly activities: DraftedActivity[] = [];
  private readonly packages = new Map<string, SourceFile>();
  private readonly activityIds = new Set<string>([certificateStepId]);
  private readonly questionIds = new Set<string>();
  private readonly media: CourseMedia;
  private readonly read: ReadCourse;
  private readonly surroundings: Surroundings;
  private readonly t: ReturnType<typeof i18nFor>["t"];

  constructor(read: ReadCourse, surroundings: Surroundings) {
    this.read = read;
    this.surroundings = surroundings;
    this.media = new CourseMedia(surroundings.ledger);
    this.t = i18nFor(surroundings.language).t;
  }

  async module({ part, title, pieces }: CourseModule): Promise<void> {
    const before = this.activities.length;
    for (const run of runsOf(pieces)) await this.run(run, title, this.activities.length === before);
    if (!part) return;
    const { ledger } = this.surroundings;
    if (this.activities.length > before) ledger.take(part.id);
    else ledger.leave(part.id, "authoring.foreignLeftModule");
  }

  async bank({ part, questions }: QuestionBank): Promise<void> {
    await this.quiz({ part, questions, summary: "", settings: { mode: "practice" }, notes: [] }, false);
  }

  files(): CourseFiles | null {
    if (this.activities.length === 0) return null;
    if (!this.activities.some(({ kind }) => kind === "lesson")) {
      this.activities.unshift(this.aboutLesson());
    }
    const { slug, language, ledger } = this.surroundings;
    const undescribed = ledger.countNotes("authoring.foreignNoteNoAlt");
    const files = courseFiles(this.read, this.activities, { slug, language, undescribed });
    for (const [path, file] of [...this.media.files, ...this.packages]) files.set(path, file);
    return files;
  }

  contents(): MadeActivity[] {
    return this.activities.map((activity) => {
      const { title } = activity;
      if (activity.kind === "lesson") return { kind: "lesson", title, pages: activity.pages };
      if (activity.kind === "package" || activity.kind === "file") return { kind: activity.kind, title };
      const kind = activity.isInOutline ? "quiz" : "bank";
      return { kind, title, questions: activity.questions.length };
    });
  }

  /** A module's first run is called as the module is; a later one as its first page. */
  private async run(run: Run, moduleTitle: string, isFirst: boolean): Promise<void> {
    if (!("pieces" in run)) {
      if (run.kind === "quiz") return this.quiz(run, true);
      return run.kind === "package" ? this.package(run) : this.file(run);
    }
    const paged = run.pieces.find(hasOwnPage);
    await this.lesson(isFirst || !paged ? moduleTitle : paged.part.name, run.pieces);
  }

  private async lesson(title: string, pieces: LessonPiece[]): Promise<void> {
    const { ledger, workshop } = this.surroundings;
    const undescribed = this.t("authoring.foreignUndescribed");
    const pages = await draftLesson(title, pieces, { ledger, media: this.media, workshop, undescribed });
    if (pages.length > 0) this.activities.push(this.lessonOf(title, pages));
  }

  private async quiz(
    { part, questions, summary, settings, notes }: Omit<Extract<Run, { kind: "quiz" }>, "kind">,
    isInOutline: boolean,
  ): Promise<void> {
    const { ledger } = this.surroundings;
    const drafted = await draftQuestions(questions, {
      ledger,
      media: this.media,
      ids: this.questionIds,
      why: this.t("authoring.foreignNoWhy"),
    });
    if (drafted.length === 0) return ledger.leave(part.id, "authoring.foreignLeftQuiz");
    ledger.take(part.id);
    for (const note of notes) ledger.note(part.id, note);
    const id = this.idFor(part.name, "quiz");
    this.activities.push({
      id,
      title: part.name,
      summary,
      kind: "quiz",
      settings,
      questions: drafted,
      isInOutline,
    });
  }

  private async package(run: FileRun): Promise<void> {
    const { part, summary, file, fileName } = run;
    const id = this.idFor(part.name, "package");
    const placed = await placedPackage(file, fileName, { name: id, workshop: this.surroundings.workshop });
    this.settle(run, placed);
    if ("refusal" in placed) return;
    this.packages.set(placed.path, file);
    this.activities.push({ id, title: part.name, summary, kind: "package" });
  }

  private async file(run: FileRun): Promise<void> {
    const { part, summary, file, fileName } = run;
    const placed = await placedDocument(file, fileName, {
      media: this.media,
      workshop: this.surroundings.workshop,
    });
    this.settle(run, placed);
    if ("refusal" in placed) return;
    const title = part.name.replace(/\.[a-z]{3,4}$/i, "");
    this.activities.push({ id: this.idFor(title, "file"), title, summary, kind: "file", path: placed.path });
  }

  private settle({ part, filePartId }: FileRun, placed: { path: string } | { refusal: Sentence }): void {
    const { ledger } = this.surroundings;
    for (const own of [part.id, ...(filePartId ? [filePartId] : [])]) {
      if ("refusal" in placed) ledger.leaveWith(own, placed.refusal);
      else ledger.take(own);
    }
  }

  /** Questions belong to lessons, and some courses have none. */
  private aboutLesson(): DraftedActivity {
    const title = this.t("authoring.foreignAbout");
    const text = this.read.summary || this.t("authoring.foreignNoLesson");
    const paragraph = {
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "text", value: text }],
    };
    return this.lessonOf(title, [{ id: "about", title, blocks: [paragraph] }]);
  }

  private lessonOf(title: string, pages: WrittenPage[]): DraftedActivity {
    const text = pages.map(({ blocks }) => plainTextOf(blocks)).join("");
    const minutes = Math.max(1, Math.round(minutesToRead(text)));
    const id = this.idFor(title, "lesson");
    return {
      id,
      title,
      summary: "",
      kind: "lesson",
      markdown: lessonMarkdown(pages),
      pages: pages.length,
      minutes,
    };
  }

  private idFor(title: string, fallback: string): string {
    const id = freeSlug(slugOf(title, fallback), (candidate) => this.activityIds.has(candidate));
    this.activityIds.add(id);
    return id;
  }
}
