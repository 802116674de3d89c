/**
 * `npm run courses:check [folder …]`: every fault of every course, and (without folders) of what stands beside them, the
 * notes on jurisdictions and the words that activities share, with file, line and remedy. `-- --report` adds how hard,
 * long and large each lesson is and tells the warnings; `-- --json` is that for programs. Warnings do not fail.
 */
import { join, relative } from "node:path";

import { sharedWordsIn } from "#app/library/activity-folder.server.ts";
import { checkSharedWords } from "#app/library/activity-translations.server.ts";
import { checkCourse, type CourseCheck, type CourseWarnings } from "#app/library/course-check.server.ts";
import { courseFoldersIn } from "#app/library/course-folder.server.ts";
import { besideLine, courseReport, reportLegend, summaryLine } from "#app/library/course-report.ts";
import { faultLine, faultSentence } from "#app/library/fault-line.server.ts";
import type { Fault } from "#app/library/fault.ts";
import { jurisdictionFolderIn, readJurisdictionFolder } from "#app/library/jurisdiction-folder.server.ts";
import type { TranslatedFile } from "#app/library/translation-source.server.ts";
import { translationWarnings } from "#app/library/translation-warnings.server.ts";

const courses = join(import.meta.dirname, "..", "courses");
const options = process.argv.slice(2).filter((name) => name.startsWith("--"));
const given = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const folders = given.length > 0 ? given : courseFoldersIn(courses);

const from = (folder: string) => (fault: Fault) => ({
  ...fault,
  file: join(relative(".", folder), fault.file),
});
const checks: CourseCheck[] = [];
for (const folder of folders) {
  const { faults, warnings, ...check } = await checkCourse(folder);
  checks.push({
    ...check,
    faults: faults.map(from(folder)),
    warnings: Object.fromEntries(
      Object.entries(warnings).map(([kind, list]) => [kind, list.map(from(folder))]),
    ) as CourseWarnings,
  });
}
const beside = given.length > 0 ? [] : besideCourses();
const faults = [...checks, ...beside].flatMap((check) => check.faults);

if (options.includes("--json")) {
  console.log(JSON.stringify({ courses: checks, beside }, inSentences, 2));
} else {
  const isReport = options.includes("--report");
  const readable = checks.filter(({ lessons }) => lessons.length > 0);
  for (const check of readable) console.log(isReport ? `${courseReport(check)}\n` : summaryLine(check));
  if (isReport && readable.length > 0) console.log(`${reportLegend}\n`);
  for (const check of beside) {
    console.log(besideLine(check));
    if (isReport) for (const warning of check.warnings.translations) console.log(faultLine(warning));
  }
  for (const fault of faults) console.log(faultLine(fault));
  console.log(
    faults.length === 0
      ? `${folders.length} ${folders.length === 1 ? "course is" : "courses are"} in order${given.length > 0 ? "" : ", and what stands beside them"}.`
      : `${faults.length} ${faults.length === 1 ? "fault" : "faults"}.`,
  );
}
process.exit(faults.length === 0 ? 0 : 1);

/** Faults as people read them. */
function inSentences(_: string, value: unknown): unknown {
  const isFault = typeof value === "object" && value !== null && "key" in value && "values" in value;
  if (!isFault) return value;
  const { file, line } = value as Fault;
  return { file, line, problem: faultSentence(value as Fault) };
}

/** The notes on jurisdictions, and the words that activities share. */
function besideCourses() {
  const check = (directory: string, read: { faults: Fault[]; translated: TranslatedFile[] }) => ({
    id: relative(courses, directory),
    faults: read.faults.map(from(directory)),
    warnings: { translations: translationWarnings(read.translated).map(from(directory)) },
  });
  const notes = jurisdictionFolderIn(courses);
  return [
    ...(notes ? [check(notes, readJurisdictionFolder(notes))] : []),
    ...sharedWordsIn(courses).map((shared) => check(shared.directory, checkSharedWords(shared))),
  ];
}
