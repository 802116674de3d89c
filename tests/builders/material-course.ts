import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { submitOutline } from "#app/authoring/draft-outline.server.ts";
import { publishDraft } from "#app/authoring/draft-publication.server.ts";
import { stepPage, submitStep } from "#app/authoring/draft-step.server.ts";
import { requireDraft } from "#app/authoring/draft.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { enrol } from "#app/learning/enrol.server.ts";
import { getCurrentCourse } from "#app/library/published-course.server.ts";
import { db } from "#app/platform/db.server.ts";
import type { Fields } from "#app/platform/form-fields.ts";
import { newId } from "#app/platform/id.ts";

import { learner, trainer } from "./people.ts";
import { scratchFolder } from "./scratch-folder.ts";

const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypmp42"), Buffer.alloc(5000, 7)]);
const captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n";
const desk = scratchFolder("materials");

/** A trainer who writes a new course in English and Serbian, and has a film, captions and a PDF for it. */
export async function materialDraft() {
  const vera = await trainer();
  const form = { way: "template", publication: newId(), title: "Materials", "language_sr-Cyrl": "yes" };
  const made = await submitNewCourse(vera, form);
  const slug = "slug" in made ? made.slug : "";
  const files = { "call.mp4": film, "call.en.vtt": captions, "first-steps.pdf": `%PDF-1.7\n${newId()}` };
  for (const [name, content] of Object.entries(files)) {
    const path = join(desk, newId());
    writeFileSync(path, content);
    await addDraftMedium(vera, await requireDraft(vera, slug), { name, path });
  }
  return {
    vera,
    slug,
    add: (fields: Fields) => submitOutline(vera, slug, fields),
    save: async (id: string, changed: Fields) =>
      submitStep(vera, slug, id, { ...(await stepFields(vera, slug, id)), ...changed }),
    publish: async () => {
      const publication = { publication: newId(), learners: "stay", anyway: "yes" } as const;
      return (await publishDraft(vera, slug, publication)).faults;
    },
  };
}

/** The form of a step as its page gives it. */
export async function stepFields(vera: Actor, slug: string, id: string): Promise<Fields> {
  const { step, titles, transcripts, basis } = await stepPage(vera, slug, id, "en");
  const fields: Fields = { basis, minutes: String(step.minutes), after: step.after };
  const put = (name: string, values: Record<string, string>) => {
    for (const [tag, value] of Object.entries(values)) fields[`${name}_${tag}`] = value;
  };
  put("title", titles);
  put("transcript", transcripts);
  if (step.kind === "video") {
    fields.video = step.video;
    put("captions", step.captions);
  }
  if (step.kind === "file") put("file", step.files);
  if (step.kind === "link") put("address", step.addresses);
  for (const name of ["availableFrom", "availableUntil", "dueAfterDays", "minimumMinutes"] as const) {
    const value = (step as Record<string, unknown>)[name];
    if (value !== undefined) fields[name] = String(value);
  }
  return { ...fields, ...(step.required && { required: "yes" }) };
}

export async function enrolledIn(slug: string): Promise<Actor> {
  const [actor, vera, course] = [await learner(), await trainer(), await getCurrentCourse(slug)];
  await db.$transaction((tx) => enrol(tx, vera, course, actor.id));
  return actor;
}
