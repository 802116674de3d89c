import { basename } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import {
  type ForeignCourse,
  readForeignCourse,
} from "#app/authoring/foreign-course/read-foreign-course.server.ts";
import { writeCourseFolder } from "#app/authoring/foreign-course/write-course-folder.server.ts";
import type { Sentence } from "#app/assessment/exchange/exchange.ts";
import { checkCourseFolder } from "#app/library/course-folder.server.ts";
import { faultLine } from "#app/library/fault-line.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";

/** What became of one file. Sentences are in English. */
export type CartridgeTrial = {
  name: string;
  kind: string | null;
  version: string | null;
  title: string | null;
  language: string | null;
  refused: string | null;
  recognised: { id: string; name: string; kind: string }[];
  imported: { id: string; name: string; kind: string; notes: string[] }[];
  leftOut: { id: string; name: string; kind: string; reason: string }[];
  /** Of the course that was made, by kind. */
  activities: Record<string, number>;
  pages: number;
  questions: number;
  seconds: number;
  /** Ours to mend. */
  faults: string[];
};

/** Longer is a hang. */
const longestSeconds = 300;

/** `slugs`: addresses that earlier files of the run have taken. */
export async function tryCartridge(
  path: string,
  { workshop, slugs }: { workshop: string; slugs: Set<string> },
): Promise<CartridgeTrial> {
  const trial: CartridgeTrial = {
    name: basename(path),
    kind: null,
    version: null,
    title: null,
    language: null,
    refused: null,
    recognised: [],
    imported: [],
    leftOut: [],
    activities: {},
    pages: 0,
    questions: 0,
    seconds: 0,
    faults: [],
  };
  const started = performance.now();
  try {
    const file = { path, name: trial.name };
    const outcome = await readForeignCourse(file, { isTaken: (slug) => slugs.has(slug) });
    const { course } = outcome;
    if (course) {
      try {
        slugs.add(course.slug);
        report(trial, course);
        await importTwice(trial, course, workshop);
      } finally {
        await course.close();
      }
    } else {
      trial.refused = said(outcome.refusal);
      trial.recognised = outcome.recognised;
      trial.leftOut = outcome.leftOut.map(leftOutLine);
    }
  } catch (error) {
    trial.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  trial.seconds = Math.round((performance.now() - started) / 100) / 10;
  if (trial.seconds > longestSeconds) trial.faults.push(`took ${trial.seconds} s`);
  return trial;
}

function said({ key, values }: Sentence): string {
  return i18nFor("en").t(key, values);
}

function leftOutLine({ reason, ...part }: ForeignCourse["leftOut"][number]) {
  return { ...part, reason: said(reason) };
}

function report(trial: CartridgeTrial, course: ForeignCourse): void {
  const { kind, version, title, language, recognised, imported, leftOut } = course;
  Object.assign(trial, { kind, version, title, language, recognised });
  trial.imported = imported.map(({ notes, ...part }) => ({ ...part, notes: notes.map(said) }));
  trial.leftOut = leftOut.map(leftOutLine);
  const settled = new Set([...imported, ...leftOut].map(({ id }) => id));
  if (settled.size !== recognised.length || imported.length + leftOut.length !== recognised.length) {
    trial.faults.push(`${recognised.length} recognised, ${settled.size} imported or left out`);
  }
}

async function importTwice(trial: CartridgeTrial, course: ForeignCourse, workshop: string): Promise<void> {
  const folder = await writeCourseFolder(course, workshop);
  const { slug } = await importCourse(folder).catch(async (error: unknown) => {
    trial.faults.push(...(await checkCourseFolder(folder)).map(faultLine));
    throw error;
  });
  if ((await importCourse(folder)).isNew) trial.faults.push("importing it again made another version");
  const { courseId, structure } = await getCurrentCourse(slug);
  for (const { kind } of structure.course.outline) {
    trial.activities[kind] = (trial.activities[kind] ?? 0) + 1;
  }
  // The page of sources is ours.
  trial.pages = Object.values(structure.lessons).reduce((sum, { pages }) => sum + pages.length - 1, 0);
  trial.questions = await db.bankQuestion.count({ where: { bank: { courseId } } });
  const asked = trial.imported.filter(({ kind }) => kind === "question").length;
  if (trial.questions !== asked) trial.faults.push(`${asked} questions read, ${trial.questions} saved`);
}
