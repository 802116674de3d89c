import { join } from "node:path";

import { beforeAll, expect, test } from "vitest";

import { beginDraft } from "#app/authoring/draft.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { startSession } from "#app/identity/session.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import routes from "#app/routes.ts";
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

/** Values that are there in the other's course, so that nothing but the permission can refuse. */
const params = {
  course: unitCourse,
  lesson: "reading",
  language: "en",
  "language.xlf": "en.xlf",
  activity: "exercise",
  from: "1",
  to: "draft",
};

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
  const vera = await trainer();
  await addTrainer(await administrator(), unitCourse, vera.id);
  await beginDraft(vera, unitCourse);
  zora = await trainer();
  before = await stateOf();
}, 120_000);

async function statusOf(handle: Handler, request: Request): Promise<number> {
  try {
    const answer = await handle({ request, params, context: {} });
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
  async ({ file }) => {
    const route = (await import(
      /* @vite-ignore */ join(import.meta.dirname, "../../app", file)
    )) as RouteModule;
    const cookie = (await startSession(zora.id)).split(";")[0] ?? "";
    const address = `http://localhost:3000/teach/${unitCourse}`;
    const headers = { Cookie: cookie };
    if (route.loader) expect(await statusOf(route.loader, new Request(address, { headers }))).toBe(404);
    for (const fields of route.action ? intents : []) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      for (const body of [form, new URLSearchParams(fields as Record<string, string>)]) {
        const request = new Request(address, { method: "POST", headers, body });
        expect([403, 404], JSON.stringify(fields)).toContain(
          await statusOf(route.action as Handler, request),
        );
      }
    }
    expect(await stateOf()).toEqual(before);
  },
);
