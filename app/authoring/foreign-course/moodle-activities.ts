import { sentence } from "#app/assessment/exchange/exchange.ts";
import { element, paragraph } from "#app/assessment/exchange/html-nodes.ts";
import { everyNamed, formatOf, said } from "#app/assessment/exchange/moodle-backup-question.ts";
import { readDescription, type SourceFile, type SourceFiles } from "#app/library/package-source.ts";
import { attribute, childNamed, type XmlElement } from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";
import type { MessageKey } from "#app/platform/i18n.tsx";

import { isPictureName, isToDownload } from "./course-media.ts";
import type { ForeignText, Piece, SourcePart } from "./foreign-course.ts";
import { htmlText, summaryOf, words } from "./html-text.ts";
import { webAddress } from "./lesson-intake.ts";
import { type BackupActivity, documentOf } from "./moodle-backup.ts";
import { type BackupFile, type MoodleFiles, modulePartId, targetOf } from "./moodle-files.ts";
import { joined, moodleText } from "./moodle-text.ts";
import { type MoodleBank, moodleQuizSettings } from "./moodle-quiz.ts";
import type { PartsLedger } from "./parts-ledger.ts";

type Owner = { activity: BackupActivity; part: SourcePart; main: XmlElement; contextId: string };

/** The activities of a Moodle backup, each as what it becomes; what has no counterpart is left out. */
export class MoodleActivities {
  private readonly backup: SourceFiles;
  private readonly files: MoodleFiles;
  private readonly bank: MoodleBank;
  private readonly ledger: PartsLedger;

  constructor(backup: SourceFiles, files: MoodleFiles, bank: MoodleBank, ledger: PartsLedger) {
    this.backup = backup;
    this.files = files;
    this.bank = bank;
    this.ledger = ledger;
  }

  async pieces(activity: BackupActivity): Promise<Piece[]> {
    const { kind, directory, title, moduleId } = activity;
    const part = this.ledger.recognise(modulePartId(moduleId), title, partKinds[kind] ?? "other");
    const reason = reasons[kind];
    if (reason) {
      this.ledger.leave(part.id, reason);
      return [];
    }
    const document = await documentOf(this.backup, `${directory}/${kind}`);
    const main = document && childNamed(document, kind);
    if (!document || !main) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    const module = await documentOf(this.backup, `${directory}/module`);
    if (module && said(module, "visible") === "0") {
      this.ledger.note(part.id, sentence("authoring.foreignNoteHidden"));
    }
    return this.ofKind({ activity, part, main, contextId: attribute(document, "contextid") ?? "" });
  }

  private async ofKind(owner: Owner): Promise<Piece[]> {
    const { activity, part, main } = owner;
    switch (activity.kind) {
      case "page":
        return [this.textPiece(part, [this.intro(owner), this.text(main, "content", owner, "content")])];
      case "book":
        return this.book(owner);
      case "label":
        return [{ ...this.textPiece(part, [this.intro(owner)]), isLoose: true }];
      case "url":
        return this.link(owner);
      case "resource":
        return this.resource(owner);
      case "folder":
        return this.folder(owner);
      case "quiz":
        return this.quiz(owner);
      case "h5pactivity":
      case "scorm":
        return this.package(owner, this.files.of(owner.contextId, "package"));
      default:
        this.ledger.leave(part.id, "authoring.foreignLeftKind", { kind: activity.kind || "?" });
        return [];
    }
  }

  private book({ main, part, ...owner }: Owner): Piece[] {
    const chapters = everyNamed(main, "chapter");
    if (chapters.length === 0) this.ledger.leave(part.id, "exchange.leftEmpty");
    else this.ledger.take(part.id);
    return chapters.map((chapter) => {
      const id = attribute(chapter, "id") ?? "0";
      const title = said(chapter, "title") ?? part.name;
      const own = this.ledger.recognise(`${part.id}/chapter:${id}`, title, "page");
      if (said(chapter, "hidden") === "1") this.ledger.note(own.id, sentence("authoring.foreignNoteHidden"));
      const within = { ...owner, main, part };
      return this.textPiece(own, [this.text(chapter, "content", within, "chapter", id)]);
    });
  }

  private link(owner: Owner): Piece[] {
    const { main, part } = owner;
    const href = webAddress(said(main, "externalurl") ?? "");
    if (!href) {
      this.ledger.leave(part.id, "authoring.foreignLeftAddress");
      return [];
    }
    const link = words([paragraph([element("a", [{ type: "text", value: part.name }], { href })])]);
    return [{ ...this.textPiece(part, [link, this.intro(owner)]), isLoose: true }];
  }

  private async resource(owner: Owner): Promise<Piece[]> {
    const { part, contextId } = owner;
    const [listed] = this.files.of(contextId, "content");
    const target = listed ? targetOf(listed) : null;
    if (!listed?.file || !target) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    const { file, name } = listed;
    if (/\.x?html?$/i.test(name)) {
      const html = decodeXml(await readDescription(file), name, []);
      this.ledger.requireRoom(html.length);
      this.ledger.take(listed.partId);
      const resolve = this.files.beside(contextId, "content", listed.itemId);
      return [this.textPiece(part, [this.intro(owner), () => htmlText(html, resolve)])];
    }
    if (isPictureName(name)) {
      return [{ kind: "picture", part, target, alt: /\.\w+$/.test(part.name) ? "" : part.name }];
    }
    if (/\.(h5p|zip)$/i.test(name)) return this.package(owner, [listed]);
    return isToDownload(this.ledger, [part.id, listed.partId], name)
      ? [this.filePiece("file", owner, listed, file)]
      : [];
  }

  private folder(owner: Owner): Piece[] {
    const { part, main, contextId } = owner;
    const listed = this.files.of(contextId, "content");
    const pieces = listed.flatMap(({ file, name, partId, path }): Piece[] => {
      const target = targetOf({ file, partId, path });
      if (!file || !target) return [];
      const own = this.ledger.recognise(partId, name, "file");
      if (isPictureName(name)) return [{ kind: "picture", part: own, target, alt: "" }];
      return isToDownload(this.ledger, [partId], name)
        ? [{ kind: "file", part: own, summary: "", file, fileName: name, filePartId: part.id }]
        : [];
    });
    if (pieces.some(({ kind }) => kind === "picture")) this.ledger.take(part.id);
    else if (pieces.length === 0 && !said(main, "intro")) {
      this.ledger.leave(part.id, "authoring.foreignLeftModule");
    }
    return [...(said(main, "intro") ? [this.textPiece(part, [this.intro(owner)])] : []), ...pieces];
  }

  private async quiz(owner: Owner): Promise<Piece[]> {
    const { activity, main, part } = owner;
    const grades = await documentOf(this.backup, `${activity.directory}/grades`);
    return [
      {
        kind: "quiz",
        part,
        summary: this.summary(owner),
        settings: moodleQuizSettings(main, grades),
        questions: this.bank.ofQuiz(main, part),
        notes: [],
      },
    ];
  }

  private package(owner: Owner, [listed]: BackupFile[]): Piece[] {
    const { part } = owner;
    if (!listed?.file) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    return [this.filePiece("package", owner, listed, listed.file)];
  }

  private filePiece(
    kind: "package" | "file",
    owner: Owner,
    { name: fileName, partId: filePartId }: BackupFile,
    file: SourceFile,
  ): Piece {
    return { kind, part: owner.part, summary: this.summary(owner), file, fileName, filePartId };
  }

  private textPiece(part: SourcePart, texts: (() => ForeignText)[]): Extract<Piece, { kind: "text" }> {
    return { kind: "text", part, isLoose: false, text: () => joined(texts.map((text) => text())) };
  }

  private intro(owner: Owner): () => ForeignText {
    return this.text(owner.main, "intro", owner, "intro");
  }

  /** A description in words, for the line under an activity's title. */
  private summary(owner: Owner): string {
    return summaryOf(this.intro(owner)().nodes);
  }

  private text(main: XmlElement, field: string, owner: Owner, area: string, itemId = "0"): () => ForeignText {
    const source = said(main, field) ?? "";
    this.ledger.requireRoom(source.length);
    const resolve = this.files.resolver(owner.contextId, area, itemId);
    const format = formatOf(said(main, `${field}format`) ?? "1");
    return () => moodleText(source, format, resolve);
  }
}

const partKinds: Record<string, SourcePart["kind"]> = {
  page: "page",
  book: "page",
  label: "page",
  url: "link",
  resource: "file",
  folder: "file",
  quiz: "quiz",
  h5pactivity: "package",
  scorm: "package",
  forum: "discussion",
  assign: "assignment",
  workshop: "assignment",
  lti: "tool",
};

const reasons: Record<string, MessageKey> = {
  forum: "authoring.foreignLeftDiscussion",
  assign: "authoring.foreignLeftAssignment",
  workshop: "authoring.foreignLeftAssignment",
  lti: "authoring.foreignLeftTool",
};
