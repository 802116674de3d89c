import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { importCourse } from "#app/authoring/course-import.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";

import { administrator, learner } from "./people.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** A small course whose activities are packages: one of its own, and one in the middle of a lesson. */
export const unitCourse = "units";
export const unit = `/learn/${unitCourse}/packages/exercise`;

/** A SCORM 1.2 package with one page: a note that is kept, and a button that passes with 90. */
const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="exercise" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="o"><organization identifier="o"><title>Exercise</title>
    <item identifier="sco" identifierref="r"><title>Exercise</title></item>
  </organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/></resource></resources>
</manifest>`;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Exercise</title></head><body>
<h1>Exercise</h1>
<p>Kept: <output></output></p>
<label>Note <input></label>
<button id="keep">Keep</button> <button id="pass">Pass</button>
<script>
let api; for (let w = window; !api; w = w.parent) { api = w.API; if (w === w.parent) break; }
api.LMSInitialize("");
const kept = document.querySelector("output");
kept.textContent = api.LMSGetValue("cmi.suspend_data");
document.getElementById("keep").onclick = () => {
  const note = document.querySelector("input").value;
  const isStored = api.LMSSetValue("cmi.suspend_data", note);
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSCommit("");
  if (isStored === "true") kept.textContent = note;
};
document.getElementById("pass").onclick = () => {
  api.LMSSetValue("cmi.interactions.0.id", "capital");
  api.LMSSetValue("cmi.interactions.0.type", "choice");
  api.LMSSetValue("cmi.interactions.0.student_response", "b");
  api.LMSSetValue("cmi.interactions.0.result", "correct");
  api.LMSSetValue("cmi.core.score.raw", "90");
  api.LMSSetValue("cmi.core.lesson_status", "passed");
  api.LMSSetValue("cmi.core.exit", "");
  api.LMSFinish("");
};
</script></body></html>`;

const files = {
  "course.yaml": `id: ${unitCourse}
version: 1.0.0
languages: [en]
audience: [police]
hours: 0.5
outline:
  - { id: exercise, kind: package, package: exercise, minutes: 5, required: true, attempts: 3 }
  - { id: reading, kind: lesson, lesson: reading, minutes: 3, required: true }
sources: {}
`,
  "text/en.yaml": `course:
  title: "Units"
  summary: "A course of units."
  contentNote: "Nothing that weighs."
  objectives: ["open a unit"]
activities:
  exercise: { title: "Exercise" }
  reading: { title: "Reading" }
questions: {}
`,
  "lessons/reading/en.md": `::page[First page]{#first}

Before the unit.

::package[Warm-up]{name=warm-up}

After the unit.

::page[Second page]{#second}

The end.
`,
  "packages/exercise/imsmanifest.xml": manifest,
  "packages/exercise/index.html": page,
  "packages/warm-up/imsmanifest.xml": manifest.replaceAll("Exercise", "Warm-up"),
  "packages/warm-up/index.html": page.replaceAll("Exercise", "Warm-up"),
};

/** Imported once; repeating it changes nothing. */
export async function publishedUnits() {
  const folder = join(scratchFolder("units"), unitCourse);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  await importCourse(folder);
  return getCurrentCourse(unitCourse);
}

export async function unitLearner(given: Parameters<typeof learner>[0] = {}): Promise<Actor> {
  await publishedUnits();
  const actor = await learner(given);
  await enrolIn(unitCourse, actor);
  return actor;
}

export async function enrolIn(courseSlug: string, actor: Actor): Promise<void> {
  const course = await getCurrentCourse(courseSlug);
  const by = await administrator();
  await db.$transaction((tx) => enrol(tx, by, course, actor.id));
}
