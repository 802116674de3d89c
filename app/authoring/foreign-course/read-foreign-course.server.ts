import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type Sentence, sentence } from "#app/assessment/exchange/exchange.ts";
import { readSettings } from "#app/assessment/exchange/read-settings.server.ts";
import { storable } from "#app/assessment/exchange/text-intake.ts";
import { fileKind } from "#app/library/file-kind.ts";
import { openArchive } from "#app/library/package-archive.server.ts";
import { PackageRefusedError, refuse } from "#app/library/package-refusal.ts";
import { filesOf, type PackageSource, type SourceFiles } from "#app/library/package-source.ts";
import { freeSlug, slugOf } from "#app/library/slug.ts";
import { openTarArchive } from "#app/library/tar-archive.server.ts";
import { readXml } from "#app/library/xml-document.ts";
import { fileHead } from "#app/platform/file-head.server.ts";
import { defaultLanguage, type WrittenLanguage } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

import { buildCourse } from "./build-course.server.ts";
import { isCartridge, readManifest } from "./cartridge-manifest.ts";
import { readCartridge } from "./cartridge-reader.server.ts";
import type { CourseFiles } from "./course-files.server.ts";
import type { MadeActivity } from "./drafted-course.ts";
import type { ForeignKind, ImportedPart, LeftOutPart, ReadCourse, SourcePart } from "./foreign-course.ts";
import { foreignLanguage, type ForeignLanguage } from "./foreign-language.ts";
import { documentOf, readOutline } from "./moodle-backup.ts";
import { readMoodleBackup } from "./moodle-reader.server.ts";
import { PartsLedger } from "./parts-ledger.ts";

/** What the file held and what became of each part. */
export type ForeignReport = { recognised: SourcePart[]; imported: ImportedPart[]; leftOut: LeftOutPart[] };

/** Use `files` before `close`: what is large is read from the archive. */
export type ForeignCourse = ForeignReport & {
  kind: ForeignKind;
  version: string;
  slug: string;
  title: string;
  /** As the source gives it. */
  language: string | null;
  /** A course folder in our format. */
  files: CourseFiles;
  contents: MadeActivity[];
  close: () => Promise<void>;
};

export type ForeignOutcome =
  | { course: ForeignCourse; refusal: null }
  | ({ course: null; refusal: Sentence } & Omit<ForeignReport, "imported">);

/** What a trainer wants otherwise than the source says. `workshop`: where to work, for want of the system's place. */
export type ForeignWishes = {
  title?: string;
  slug?: string;
  language?: ForeignLanguage;
  /** Whether a course of this address exists. */
  isTaken?: (slug: string) => boolean;
  workshop?: string;
};

/**
 * Reads a Common Cartridge (1.1 to 1.3, also a thin one) or the backup of a Moodle course as a course folder in our
 * format. Every part of it is either imported or left out with a reason; what is dangerous refuses the whole file.
 * Nothing outside the file is read.
 */
export async function readForeignCourse(
  { path, name }: { path: string; name: string },
  wishes: ForeignWishes = {},
): Promise<ForeignOutcome> {
  const workshop = await mkdtemp(join(wishes.workshop ?? tmpdir(), "sigurna-foreign-"));
  const ledger = new PartsLedger();
  let source: PackageSource | null = null;
  const close = async () => {
    await source?.close();
    await rm(workshop, { recursive: true, force: true });
  };
  try {
    source = await opened(path, name, workshop);
    const { read, language } = await readSource(filesOf(source), { name, ledger, wishes });
    const slug = wishes.slug ?? freeSlug(slugOf(read.title, "course"), wishes.isTaken ?? (() => false));
    const built = await buildCourse(read, { ledger, slug, language, workshop });
    const report = ledger.result();
    if (built) {
      const { kind, version, title } = read;
      return {
        course: { ...report, ...built, kind, version, slug, title, language: read.language, close },
        refusal: null,
      };
    }
    await close();
    const { recognised, leftOut } = report;
    return { course: null, refusal: sentence("authoring.foreignRefusedNothing"), recognised, leftOut };
  } catch (error) {
    await close();
    if (!(error instanceof PackageRefusedError)) throw error;
    return { course: null, refusal: error.refusal, recognised: [], leftOut: [] };
  }
}

async function opened(path: string, name: string, workshop: string): Promise<PackageSource> {
  const kind = fileKind(await fileHead(path));
  if (kind === "zip") return openArchive(path, name);
  if (kind === "gzip") return openTarArchive(path, name, workshop);
  return refuse("authoring.foreignRefusedUnknown");
}

type Reading = { read: ReadCourse; language: WrittenLanguage };

type Surroundings = { name: string; ledger: PartsLedger; wishes: ForeignWishes };

async function readSource(files: SourceFiles, { name, ledger, wishes }: Surroundings): Promise<Reading> {
  const backup = await documentOf(files, "moodle_backup");
  if (backup) {
    const outline = await readOutline(backup, files);
    const language = languageOf(outline, wishes);
    const read = await readMoodleBackup(outline, files, ledger, wordsFor(language, name));
    return { language, read: asWished(read, wishes) };
  }
  const file = files.find("imsmanifest.xml") ?? refuse("authoring.foreignRefusedUnknown");
  const document = await readXml(file, []);
  if (!isCartridge(document)) refuse("authoring.foreignRefusedManifest");
  const manifest = readManifest(document);
  const language = languageOf(manifest, wishes);
  const read = await readCartridge(manifest, files, ledger, wordsFor(language, name));
  return { language, read: asWished(read, wishes) };
}

function asWished(read: ReadCourse, { title = read.title, language }: ForeignWishes): ReadCourse {
  if (!language) return { ...read, title };
  const isUnknown = read.language === null || foreignLanguage(read.language, title) !== null;
  return {
    ...read,
    title,
    language: language !== "other" ? language : isUnknown ? "unknown" : read.language,
  };
}

/** English stands for every language that is none of ours. */
function languageOf(
  { language, title }: { language: string | null; title: string | null },
  wishes: ForeignWishes,
): WrittenLanguage {
  if (wishes.language) return wishes.language === "other" ? defaultLanguage : wishes.language;
  return foreignLanguage(language, title ?? "") ?? defaultLanguage;
}

function wordsFor(language: WrittenLanguage, name: string) {
  const { t } = i18nFor(language);
  const titles = {
    title: storable(name.replace(/\.[^.]+$/, "")) || t("authoring.foreignAbout"),
    further: t("authoring.foreignFurther"),
    section: (number: number) => t("authoring.foreignSection", { number }),
  };
  return { settings: readSettings(language), titles };
}
