import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import { submitNewSection } from "#app/authoring/draft-sections.server.ts";
import { addDraftMedium } from "#app/authoring/draft-media.server.ts";
import { beginDraft, requireDraft, writeDraftText } from "#app/authoring/draft.server.ts";
import { submitNewCourse } from "#app/authoring/new-course.server.ts";
import { submitSharedLesson } from "#app/authoring/transfer/shared-lesson.server.ts";
import { addLanguage } from "#app/authoring/workbench-languages.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { startSession } from "#app/identity/session.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/id.ts";
import routes from "#app/routes.ts";
import { fileOf } from "#tests/builders/archives.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { publishedUnits, unitCourse } from "#tests/builders/unit-course.ts";

/**
 * Every page and action below a course's next version, its versions and its availability, as app/routes.ts lists them:
 * a new one is asked here by itself.
 */
const asked = routes.flatMap(({ path = "", file }) =>
  /^teach\/:course\/(draft|versions|availability)(\/|$)/.test(path) ? [{ path, file }] : [],
);

type Handler = (args: {
  request: Request;
  params: Record<string, string>;
  context: object;
}) => Promise<unknown>;
type RouteModule = { loader?: Handler; action?: Handler };

/** Values that are there in the other's course, so that nothing but the permission can refuse: her own trainer gets all pages. */
const values: Record<string, string> = {
  course: unitCourse,
  lesson: "reading",
  language: "sq",
  activity: "exercise",
  section: "section",
  name: "talk.en.vtt",
  from: "1",
  to: "draft",
};

/** As the router gives them for an address of this path. */
function paramsOf(path: string): Record<string, string> {
  // The original's page is there for a step that is a copy; the original's language is in no translation.
  if (path.endsWith("/original")) return { ...values, activity: "listening" };
  const named = [...path.matchAll(/:([\w-]+)/g)].map(([, name = ""]) => [name, values[name] ?? ""]);
  return { ...Object.fromEntries(named), ...(path.endsWith("/texts/:language") && { language: "en" }) };
}

/** What forms of these pages send, so that the wrong order (input first, permission after) would show. */
const intents = [
  {},
  { intent: "begin" },
  { intent: "publish", publication: crypto.randomUUID(), learners: "stay", anyway: "yes" },
  { intent: "plan", publication: crypto.randomUUID(), publishAt: "2026-12-24T12:00", anyway: "yes" },
  { intent: "check" },
  { intent: "cancel" },
  { intent: "discard", confirm: "yes" },
  { intent: "move", learners: "move" },
  { intent: "remove", path: "media/x.png" },
  { intent: "add", text: "A comment.", place: "course" },
  { intent: "save", text: "Mine now.", basis: "" },
  { change: "archive", confirmArchive: "yes" },
  { version: "1" },
];

let vera: Actor;
let zora: Actor;
let before: unknown;

const stateOf = async () => ({
  files: await db.draftFile.findMany({
    where: { draft: { course: { slug: unitCourse } } },
    select: { path: true, sha256: true },
    orderBy: { path: "asc" },
  }),
  comments: await db.draftComment.count(),
  plans: await db.plannedPublication.count(),
  moves: await db.versionMove.count(),
  course: await db.course.findUnique({ where: { slug: unitCourse } }),
});

beforeAll(async () => {
  await publishedUnits();
  vera = await trainer();
  await addTrainer(await administrator(), unitCourse, vera.id);
  await beginDraft(vera, unitCourse);
  await addLanguage(vera, unitCourse, "sq");
  await submitNewSection(vera, unitCourse, { title_en: "Section", title_sq: "", steps: ["reading"] });
  for (const [name, text] of [
    ["conversation", "scenes: []\n"],
    ["en", 'title: "Exercise"\n'],
  ]) {
    const path = `activities/exercise/${name}.yaml`;
    await writeDraftText(vera, await requireDraft(vera, unitCourse), path, { text: text ?? "", basis: null });
  }
  const film = fileOf(Buffer.from("\0\0\0\x18ftypmp42 and what is in it", "latin1"), "talk.mp4");
  await addDraftMedium(vera, await requireDraft(vera, unitCourse), { name: "talk.mp4", path: film });
  const made = await submitNewCourse(vera, { way: "template", publication: newId(), title: "Other" });
  await submitSharedLesson(vera, unitCourse, { from: "slug" in made ? made.slug : "", lesson: "listening" });
  zora = await trainer();
  before = await stateOf();
}, 120_000);

async function statusOf(handle: Handler, path: string, request: Request): Promise<number> {
  try {
    const answer = await handle({ request, params: paramsOf(path), context: {} });
    if (answer instanceof Response) return answer.status;
    return (answer as { init?: { status?: number } } | null)?.init?.status ?? 200;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status;
    const status = (thrown as { init?: { status?: number } }).init?.status;
    if (status === undefined) throw thrown;
    return status;
  }
}

test("there are such pages", () => {
  expect(asked.length).toBeGreaterThan(10);
});

test.each(asked)(
  "/$path is not there for a trainer of another course, to read and to write",
  { timeout: 120_000 },
  async ({ path, file }) => {
    const route = (await import(
      /* @vite-ignore */ join(import.meta.dirname, "../../app", file)
    )) as RouteModule;
    const headersOf = async ({ id }: Actor) => ({ Cookie: (await startSession(id)).split(";")[0] ?? "" });
    const address = `http://localhost:3000/teach/${unitCourse}`;
    const headers = await headersOf(zora);
    if (route.loader) {
      expect(await statusOf(route.loader, path, new Request(address, { headers }))).toBe(404);
      const own = new Request(address, { headers: await headersOf(vera) });
      expect(await statusOf(route.loader, path, own), "for its own trainer").toBe(200);
    }
    for (const fields of route.action ? intents : []) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const body of [form, new URLSearchParams(fields as Record<string, string>)]) {
        const request = new Request(address, { method: "POST", headers, body });
        expect([403, 404], JSON.stringify(fields)).toContain(
          await statusOf(route.action as Handler, path, request),
        );
      }
    }
    expect(await stateOf()).toEqual(before);
  },
);
