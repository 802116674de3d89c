import { type ReadSettings, sentence } from "#app/assessment/exchange/exchange.ts";
import { type BackupQuestion, readMoodleBackupBank } from "#app/assessment/exchange/moodle-backup-bank.ts";
import { treeOfHtml } from "#app/assessment/exchange/rich-text.ts";
import { PackageRefusedError } from "#app/library/package-refusal.ts";
import type { SourceFiles } from "#app/library/package-source.ts";

import type { CourseModule, GivenTitles, Piece, ReadCourse } from "./foreign-course.ts";
import { summaryOf } from "./html-text.ts";
import { leavingOut } from "./leaving-out.ts";
import { MoodleActivities } from "./moodle-activities.ts";
import { type BackupActivity, type BackupOutline, type BackupSection, documentOf } from "./moodle-backup.ts";
import { MoodleFiles, modulePartId } from "./moodle-files.ts";
import { moodleText } from "./moodle-text.ts";
import { MoodleBank } from "./moodle-quiz.ts";
import type { PartsLedger } from "./parts-ledger.ts";

/** Reads the backup of a Moodle course: its sections in order, then what stands in none; of people, nothing. */
export async function readMoodleBackup(
  outline: BackupOutline,
  backup: SourceFiles,
  ledger: PartsLedger,
  { settings, titles }: { settings: ReadSettings; titles: GivenTitles },
): Promise<ReadCourse> {
  const files = new MoodleFiles(await documentOf(backup, "files"), backup, ledger);
  const bank = new MoodleBank(await questionsOf(backup, files, { ledger, settings }), ledger);
  const activities = new MoodleActivities(backup, files, bank, ledger);
  const waiting = new Map(outline.activities.map((activity) => [activity.moduleId, activity]));
  const title = outline.title ?? titles.title;
  const modules: CourseModule[] = [];
  for (const section of outline.sections) {
    const listed = section.sequence.flatMap((id) => waiting.get(id) ?? []);
    for (const { moduleId } of listed) waiting.delete(moduleId);
    const called = section.title || (section.number === 0 ? title : titles.section(section.number));
    const part = ledger.recognise(`section:${section.id}`, called, "module");
    if (section.isHidden) ledger.note(part.id, sentence("authoring.foreignNoteHidden"));
    const pieces = [...headOf(section, called, files, ledger), ...(await piecesOf(listed))];
    modules.push({ part, title: called, pieces });
  }
  modules.push({ part: null, title: titles.further, pieces: await piecesOf([...waiting.values()]) });

  async function piecesOf(listed: BackupActivity[]): Promise<Piece[]> {
    const pieces: Piece[] = [];
    for (const activity of listed) {
      const part = modulePartId(activity.moduleId);
      pieces.push(...(await leavingOut(ledger, part, () => activities.pieces(activity))));
    }
    return pieces;
  }

  return {
    kind: "moodle-backup",
    version: outline.release,
    title,
    summary: summaryOf(treeOfHtml(outline.summary.slice(0, 5000))),
    language: outline.language,
    modules,
    banks: bank.unasked(titles.title),
  };
}

/** A bank that cannot be read is left out as a whole; the rest of the course does without it. */
async function questionsOf(
  backup: SourceFiles,
  files: MoodleFiles,
  { ledger, settings }: { ledger: PartsLedger; settings: ReadSettings },
): Promise<BackupQuestion[]> {
  try {
    const root = await documentOf(backup, "questions");
    return root ? readMoodleBackupBank(root, settings, files.ofQuestion()) : [];
  } catch (error) {
    if (!(error instanceof PackageRefusedError)) throw error;
    const part = ledger.recognise("questions", "questions", "questionBank");
    ledger.leaveWith(part.id, error.refusal);
    return [];
  }
}

/** What stands at the head of a section. */
function headOf(
  { id, summary }: BackupSection,
  title: string,
  files: MoodleFiles,
  ledger: PartsLedger,
): Piece[] {
  if (summary === "") return [];
  const part = ledger.recognise(`section:${id}/summary`, title, "page");
  ledger.requireRoom(summary.length);
  const resolve = files.ofSection(id);
  return [{ kind: "text", part, isLoose: true, text: () => moodleText(summary, "html", resolve) }];
}
