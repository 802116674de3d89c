import { writeFileSync } from "node:fs";
import { join } from "node:path";

import sharp from "sharp";

import { saveResponse } from "#app/assessment/answering/answer.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { submitNewAssignment } from "#app/authoring/draft-assignment.server.ts";
import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { submitOutline } from "#app/authoring/draft-outline.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import { submitNewSection } from "#app/authoring/draft-sections.server.ts";
import { submitStep } from "#app/authoring/draft-step.server.ts";
import { requireDraft } from "#app/authoring/draft.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import { submitAttempt } from "#app/certification/learner-steps.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { getCurrentCourse, type PublishedCourse } from "#app/library/published-course.server.ts";
import { clock } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";

import { courseFolder } from "./course.ts";
import { waitingTasks } from "./grading.ts";
import { stepFields } from "./material-course.ts";
import { trainer } from "./people.ts";
import { learnerIn } from "./quizzes.ts";
import { scratchFolder } from "./scratch-folder.ts";

const assignment = "your-first-answer";
const answer =
  "Thank you for telling me. It is not your fault. Before anything else: are you safe where you are just now?";

/** A course with steps of most kinds in its draft, and its trainer: what the pictures of the trainers' guide show. */
export async function guideCourse(): Promise<{ vera: Actor; slug: string }> {
  const vera = await trainer({ name: "Vera Uzorak" });
  const publication = newId();
  const form = { way: "blended", publication, title: "First answers", "language_sr-Cyrl": "yes" };
  const made = await submitNewCourse(vera, form);
  const slug = "slug" in made ? made.slug : "";
  const desk = scratchFolder("guide");
  for (const [name, content] of Object.entries(await media())) {
    const path = join(desk, newId());
    writeFileSync(path, content);
    await addDraftMedium(vera, await requireDraft(vera, slug), { name, path });
  }
  await submitOutline(vera, slug, { intent: "video", video: "media/first-call.mp4" });
  await submitOutline(vera, slug, { intent: "file", file: "media/pocket-card.pdf" });
  await submitNewAssignment(vera, slug, {
    id: newId(),
    title_en: "Your first answer",
    "title_sr-Cyrl": "Ваш први одговор",
    task_en:
      "A colleague tells you that her pictures are passed on. Write the first three sentences that you say to her.",
    "task_sr-Cyrl":
      "Колегиница вам каже да неко дели њене снимке. Напишите прве три реченице које бисте јој рекли.",
    answer: "text",
    complete: "passed",
    passMark: "60",
    minutes: "20",
  });
  await submitNewSection(vera, slug, {
    title_en: "Listen and practise",
    "title_sr-Cyrl": "Слушамо и вежбамо",
    steps: ["prepare", "session"],
  });
  return { vera, slug };
}

/**
 * Gives the film its words, publishes the draft of the course, sets a date that is long past, enrols three people, and lets one of them hand in
 * the assignment. Returns the id of the date and of what waits to be graded.
 */
export async function taughtGuideCourse(vera: Actor, slug: string) {
  await submitStep(vera, slug, "first-call", {
    ...(await stepFields(vera, slug, "first-call")),
    title_en: "A first call, as it may go",
    "title_sr-Cyrl": "Како може да протекне први позив",
    captions_en: "media/first-call.en.vtt",
    transcript_en: "Thank you for calling. Are you safe just now?",
    "transcript_sr-Cyrl": "Хвала што сте позвали. Јесте ли сада на сигурном?",
  });
  const form = { publication: newId(), learners: "stay", anyway: "yes" } as const;
  const { faults } = await publishDraft(vera, slug, form);
  if (faults.length > 0) throw new Error(`not published: ${faults.map(({ key }) => key).join(", ")}`);
  const course = await getCurrentCourse(slug);
  const date = await givenDate(course, "session");
  for (const name of ["Mira Shembull", "Sanja Proba"])
    await learnerIn(course, { name, email: emailOf(name) });
  const lea = await learnerIn(course, { name: "Lea Primer", email: emailOf("Lea Primer") });
  const { number } = await startAttempt(lea, slug, assignment);
  await saveResponse(lea, slug, assignment, number, 1, answer);
  await submitAttempt(lea, slug, assignment, number);
  const [task] = await waitingTasks(vera, course);
  return { date, task: task?.id ?? "" };
}

async function givenDate({ courseId }: PublishedCourse, activityId: string): Promise<string> {
  const times = { startsAt: new Date("2026-03-12T09:00:00Z"), endsAt: new Date("2026-03-12T10:30:00Z") };
  const { id } = await db.sessionDate.create({
    data: {
      id: newId(),
      courseId,
      activityId,
      ...times,
      place: "Town hall, room 2",
      link: "",
      code: "246810",
      createdAt: clock.now(),
    },
  });
  return id;
}

const emailOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@example.org`;

async function media(): Promise<Record<string, Buffer | string>> {
  return {
    "doors.png": await sharp(join(courseFolder, "media/doors-1.svg")).png().toBuffer(),
    "first-call.mp4": Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from("ftypmp42"),
      Buffer.alloc(5000, 7),
    ]),
    "first-call.en.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nThank you for calling. Are you safe just now?\n",
    "pocket-card.pdf": "%PDF-1.7\n",
  };
}
