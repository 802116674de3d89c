import { element, paragraph } from "#app/assessment/exchange/html-nodes.ts";
import { type ReadSettings, sentence } from "#app/assessment/exchange/exchange.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import { readDescription, type SourceFiles } from "#app/library/package-source.ts";
import { attribute, childText, readXml } from "#app/library/xml-document.ts";
import { decodeXml } from "#app/library/xml-text.ts";

import { CartridgeFiles, isWebPage } from "./cartridge-files.ts";
import { type Resource, urlOf } from "./cartridge-manifest.ts";
import { canvasQuiz, cartridgeQuiz } from "./cartridge-quiz.ts";
import { isPictureName, isToDownload } from "./course-media.ts";
import type { Piece, QuestionBank, SourcePart } from "./foreign-course.ts";
import { htmlText, titleOf, words } from "./html-text.ts";
import { leavingOut } from "./leaving-out.ts";
import { webAddress } from "./lesson-intake.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** What a cartridge's resources become; each is used once. */
export class CartridgeResources {
  private readonly list: Resource[];
  private readonly byId: Map<string, Resource>;
  private readonly files: CartridgeFiles;
  private readonly ledger: PartsLedger;
  private readonly settings: ReadSettings;
  /** Resources that the organization or another resource has used. */
  private readonly used = new Set<Resource>();

  constructor(
    list: Resource[],
    files: SourceFiles,
    { ledger, settings }: { ledger: PartsLedger; settings: ReadSettings },
  ) {
    this.list = list;
    this.ledger = ledger;
    this.settings = settings;
    this.byId = new Map(list.toReversed().map((resource) => [resource.id, resource]));
    this.files = new CartridgeFiles(files, list, partIdOf);
    for (const resource of list) {
      if (resource.kind === "quiz" || resource.kind === "questionBank") this.useCompanions(resource);
    }
  }

  find(id: string): Resource | undefined {
    return this.byId.get(id);
  }

  isUsed(resource: Resource): boolean {
    return this.used.has(resource);
  }

  /** What learners reach in the other platform in other ways than through the modules. */
  async unlisted(): Promise<{ pieces: Piece[]; banks: QuestionBank[] }> {
    const pieces: Piece[] = [];
    const banks: QuestionBank[] = [];
    for (const resource of this.list.filter((one) => !this.used.has(one))) {
      const isPage = resource.kind === "content" && isWebPage(resource.main ?? "");
      if (resource.kind === "questionBank" || isCanvasBank(resource)) {
        banks.push(...(await this.bankOf(resource)));
      } else if (isPage || resource.kind !== "content") {
        pieces.push(...(await this.pieces(resource)));
      } else {
        const part = this.part(resource, fileName(resource.main) ?? resource.id);
        const file = this.files.find(resource.main);
        if (!file) this.ledger.leave(part.id, "authoring.foreignLeftMissing");
        else if (resource.isForTeachers) this.ledger.leave(part.id, "authoring.foreignLeftTeachers");
        else if (this.files.partIdOf(file.path) !== part.id) {
          this.ledger.leave(part.id, "authoring.foreignLeftTwice");
        }
      }
    }
    return { pieces, banks };
  }

  /** Files that are no resource of their own, such as pictures beside a page. */
  recogniseStrays({ list }: SourceFiles): void {
    const described = new Set(
      this.list
        .filter(({ kind }) => kind !== "content")
        .flatMap(({ files, main }) => [...files, ...(main ? [main] : [])])
        .flatMap((path) => this.files.find(path)?.path ?? []),
    );
    for (const { path } of list) {
      if (path.toLowerCase() === "imsmanifest.xml" || described.has(path)) continue;
      const isSettings = path.startsWith("course_settings/");
      const part = this.ledger.recognise(this.files.partIdOf(path), path, isSettings ? "settings" : "file");
      if (isSettings) this.ledger.leave(part.id, "authoring.foreignLeftSettings");
    }
  }

  /** `title`: as the organization calls it. */
  async pieces(resource: Resource, title = ""): Promise<Piece[]> {
    this.used.add(resource);
    const part = this.part(resource, title || (await this.nameOf(resource)));
    if (resource.isForTeachers) {
      this.ledger.leave(part.id, "authoring.foreignLeftTeachers");
      return [];
    }
    switch (resource.kind) {
      case "content":
        return this.contentPieces(resource, part);
      case "link":
        return this.linkPieces(resource, part);
      case "quiz":
        return this.quizPieces(resource, part);
      case "discussion":
        this.ledger.leave(part.id, "authoring.foreignLeftDiscussion");
        return [];
      case "tool":
        this.ledger.leave(part.id, "authoring.foreignLeftTool");
        return [];
      case "assignment":
        this.ledger.leave(part.id, "authoring.foreignLeftAssignment");
        return [];
      case "associated":
        this.ledger.leave(part.id, "authoring.foreignLeftSettings");
        return [];
      default:
        this.ledger.leave(part.id, "authoring.foreignLeftKind", { kind: resource.type.slice(0, 60) || "?" });
        return [];
    }
  }

  private async contentPieces(resource: Resource, part: SourcePart): Promise<Piece[]> {
    const variant = resource.variantOf ? this.byId.get(resource.variantOf) : undefined;
    const file = this.files.find(resource.main);
    if (variant?.kind === "assignment") this.ledger.leave(part.id, "authoring.foreignLeftAssignment");
    else if (variant?.kind === "quiz") this.ledger.leave(part.id, "authoring.foreignLeftTwice");
    else if (!file) this.ledger.leave(part.id, "authoring.foreignLeftMissing");
    else if (this.files.partIdOf(file.path) !== part.id) {
      this.ledger.leave(part.id, "authoring.foreignLeftTwice");
    } else if (isWebPage(file.path)) {
      return leavingOut(this.ledger, part.id, async () => {
        const html = decodeXml(await readDescription(file), file.path, []);
        if (/<meta name="workflow_state" content="unpublished"/i.test(html)) {
          this.ledger.note(part.id, sentence("authoring.foreignNoteHidden"));
        }
        this.ledger.requireRoom(html.length);
        const text = () => htmlText(html, this.files.resolver(file.path));
        return [{ kind: "text", part, isLoose: false, text }];
      });
    } else if (isPictureName(file.path)) {
      const alt = /\.\w+$/.test(part.name) ? "" : part.name;
      return [{ kind: "picture", part, target: { kind: "file", partId: part.id, file }, alt }];
    } else if (/\.(h5p|zip)$/i.test(file.path)) {
      return [{ kind: "package", part, summary: "", file, fileName: fileName(file.path) ?? "package.zip" }];
    } else if (isToDownload(this.ledger, [part.id], file.path)) {
      return [{ kind: "file", part, summary: "", file, fileName: fileName(file.path) ?? file.path }];
    }
    return [];
  }

  private async linkPieces({ main, url }: Resource, part: SourcePart): Promise<Piece[]> {
    const file = this.files.find(main);
    if (!file && !url) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    return leavingOut(this.ledger, part.id, async () => {
      const href = webAddress((file ? urlOf((await readXml(file, [])).root) : url) ?? "");
      if (!href) {
        this.ledger.leave(part.id, "authoring.foreignLeftAddress");
        return [];
      }
      const link = element("a", [{ type: "text", value: part.name }], { href });
      return [{ kind: "text", part, text: words([paragraph([link])]), isLoose: true }];
    });
  }

  private async quizPieces(resource: Resource, part: SourcePart): Promise<Piece[]> {
    const companions = this.companionsOf(resource).flatMap(({ files }) => files);
    const found = (pattern: RegExp) =>
      companions.filter((path) => pattern.test(path)).flatMap((path) => this.files.find(path) ?? [])[0];
    // Canvas writes a quiz twice; the one outside the Common Cartridge says more.
    const file = found(/non_cc_assessments\/.*\.qti$/i) ?? this.files.find(resource.main);
    if (!file) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    const surroundings = { files: this.files, ledger: this.ledger, settings: this.settings };
    return leavingOut(this.ledger, part.id, async () => {
      const quiz = await cartridgeQuiz(part, file, surroundings);
      const meta = found(/assessment_meta\.xml$/i);
      const { summary, settings } = meta ? await canvasQuiz(meta) : { summary: "", settings: {} };
      return [{ kind: "quiz", part, summary, ...quiz, settings: { ...quiz.settings, ...settings } }];
    });
  }

  private async bankOf(resource: Resource): Promise<QuestionBank[]> {
    this.used.add(resource);
    const part = this.part(resource, await this.nameOf(resource), "questionBank");
    const file = this.files.find(resource.main);
    if (!file) {
      this.ledger.leave(part.id, "authoring.foreignLeftMissing");
      return [];
    }
    const surroundings = { files: this.files, ledger: this.ledger, settings: this.settings };
    return leavingOut(this.ledger, part.id, async () => {
      const { questions } = await cartridgeQuiz(part, file, surroundings);
      return [{ part, questions }];
    });
  }

  /** What Canvas adds to a quiz. */
  private companionsOf({ dependencies }: Resource): Resource[] {
    return dependencies
      .flatMap((id) => this.byId.get(id) ?? [])
      .filter(({ kind, main }) => kind === "associated" && /assessment_meta\.xml$|\.qti$/i.test(main ?? ""));
  }

  private useCompanions(resource: Resource): void {
    for (const companion of this.companionsOf(resource)) {
      this.used.add(companion);
      const part = this.part(companion, fileName(companion.main) ?? companion.id, "settings");
      this.ledger.take(part.id);
    }
  }

  private async nameOf(resource: Resource): Promise<string> {
    const fallback = fileName(resource.main) ?? resource.id;
    const file = this.files.find(resource.main);
    if (!file) return fallback;
    try {
      const text = decodeXml(await readDescription(file), file.path, []);
      if (isWebPage(file.path)) return titleOf(text) ?? fallback;
      if (!/\.(xml|qti)$/i.test(file.path)) return fallback;
      const { root } = await readXml(file, []);
      const inner = root.children[0];
      const titled = [root, ...(inner ? [inner] : [])];
      return (
        titled.map((one) => childText(one, "title") ?? attribute(one, "title")).find(Boolean) ?? fallback
      );
    } catch (error) {
      // Reading it says why.
      if (error instanceof PackageRefusedError) return fallback;
      throw error;
    }
  }

  private part(resource: Resource, name: string, kind?: SourcePart["kind"]): SourcePart {
    return this.ledger.recognise(partIdOf(resource), name, kind ?? partKind(resource));
  }
}

const partIdOf = ({ id }: Resource) => `resource:${id}`;

function partKind({ kind, main }: Resource): SourcePart["kind"] {
  if (kind === "content") {
    if (isWebPage(main ?? "")) return "page";
    return /\.(h5p|zip)$/i.test(main ?? "") ? "package" : "file";
  }
  if (kind === "associated") return "settings";
  return kind === "unknown" ? "other" : kind;
}

/** A question bank of Canvas, which the standard has no place for. */
function isCanvasBank({ kind, main }: Resource): boolean {
  return kind === "associated" && /non_cc_assessments\/.*\.qti$/i.test(main ?? "");
}

function fileName(path: string | null): string | null {
  return path?.split("/").at(-1) || null;
}
