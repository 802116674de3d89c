import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { settleInvitations } from "#app/live-sessions/invitations.server.ts";
import { after, clock, days, hours } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import type { SessionDate } from "#prisma/generated/client.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** The live session of `courseWithSession`. */
export const meeting = "meeting";

/** A course of its own in a folder: a live session that counts for the certificate, and a lesson that does not. */
export async function courseWithSession({
  version = "1.0.0",
  slug = `blended-${newId().slice(0, 8)}`,
  after: before = "",
  hasSession = true,
  isHidden = false,
} = {}): Promise<PublishedCourse> {
  const folder = join(scratchFolder("blended"), slug);
  const session = `  - { id: ${meeting}, kind: session, minutes: 90, required: true, after: [${before}]${isHidden ? ", hidden: true" : ""} }\n`;
  const files = {
    "course.yaml": `id: ${slug}
version: ${version}
languages: [en]
audience: [police]
hours: 2
outline:
  - { id: reading, kind: lesson, lesson: reading, minutes: 3, required: ${!hasSession} }
${hasSession ? session : ""}sources: {}
`,
    "text/en.yaml": `course:
  title: "Blended"
  summary: "A course with a meeting."
  contentNote: "Nothing that weighs."
  objectives: ["meet"]
activities:
  reading: { title: "Reading" }
${hasSession ? `  ${meeting}: { title: "Meeting in the town hall" }\n` : ""}questions: {}
`,
    "lessons/reading/en.md": "::page[First page]{#first}\n\nA page.\n",
  };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  await importCourse(folder);
  return getCurrentCourse(slug);
}

/** The fields of a date's form: so many days from now, in the morning. */
export function dateFields(inDays: number, given: Record<string, string> = {}): Record<string, string> {
  const [day = ""] = localOfInstant(after(days(inDays))).split("T");
  return { day, from: "10:00", to: "11:30", place: "Town hall, room 2", link: "", places: "", ...given };
}

/** A date of the course's live session, of which everybody is told who has to be. */
export async function givenDate(
  { courseId }: PublishedCourse,
  { begins = days(3), ...given }: { begins?: number; places?: number | null; link?: string } = {},
): Promise<SessionDate> {
  const startsAt = after(begins);
  const date = await db.sessionDate.create({
    data: {
      id: newId(),
      courseId,
      activityId: meeting,
      startsAt,
      endsAt: after(hours(1.5), startsAt),
      place: "Town hall, room 2",
      link: "",
      code: "123456",
      createdAt: clock.now(),
      ...given,
    },
  });
  await settleInvitations({ courseId, activityId: meeting });
  return date;
}
