import { afterAll, expect, test } from "vitest";

import { db } from "#app/platform/db.server.ts";
import { storeStatements } from "#app/players/statement-store.server.ts";
import { accountOf } from "#app/players/activity-iri.server.ts";
import { xapiStatement } from "#app/players/xapi-statement.ts";
import { newId } from "#app/platform/id.ts";
import { type AuGiven, cmi5Files, openedAu } from "#tests/builders/cmi5.ts";
import { contentServer } from "#tests/builders/content-server.ts";
import { learnerWithPackage, opened, storedPackage } from "#tests/builders/runs.ts";
import { openTryout } from "#app/players/tryout.server.ts";
import { administrator } from "#tests/builders/people.ts";
import { cmi5Extensions } from "#app/players/cmi5-statement.ts";

const server = await contentServer();
afterAll(() => server.close());

function learnerWithAu(given: AuGiven = { id: "a" }) {
  return learnerWithPackage(cmi5Files([given]));
}

async function auOf(learner: Awaited<ReturnType<typeof learnerWithAu>>) {
  const au = await openedAu(server, learner, { au: "a" });
  await au.open();
  return au;
}

test("the fetch address gives a token once, and says so with 200 the second time", async () => {
  const learner = await learnerWithAu();
  const au = await openedAu(server, learner, { au: "a" });
  expect(await au.fetchToken()).toEqual({ "auth-token": expect.any(String) });
  expect(await au.fetchToken()).toMatchObject({ "error-code": "1" });
  const other = await fetch(`${server.content}/xapi/fetch/nobody`, { method: "POST" });
  expect([other.status, await other.json()]).toEqual([
    200,
    { "error-code": "2", "error-text": expect.any(String) },
  ]);
});

test("launch data, preferences and the launched statement are there before the AU says anything", async () => {
  const learner = await learnerWithAu({
    id: "a",
    moveOn: "Passed",
    masteryScore: 0.8,
    launchParameters: "x=1",
  });
  const au = await openedAu(server, learner, { au: "a" });
  expect(await au.open()).toEqual({
    contextTemplate: {
      contextActivities: { grouping: [{ objectType: "Activity", id: "https://example.org/a" }] },
      extensions: { [cmi5Extensions.sessionId]: au.sessionId },
    },
    launchMode: "Normal",
    moveOn: "Passed",
    masteryScore: 0.8,
    launchParameters: "x=1",
    returnURL: expect.stringContaining("/xapi/returned"),
  });
  const preferences = await au.ask("GET", "agents/profile", {
    agent: JSON.stringify(au.actor),
    profileId: "cmi5LearnerPreferences",
  });
  expect(await preferences.json()).toEqual({ languagePreference: "en", audioPreference: "on" });
  const { statements } = (await (await au.ask("GET", "statements")).json()) as { statements: unknown[] };
  expect(statements).toMatchObject([
    {
      verb: { id: "http://adlnet.gov/expapi/verbs/launched" },
      context: {
        registration: au.registration,
        extensions: { [cmi5Extensions.masteryScore]: 0.8, [cmi5Extensions.launchMode]: "Normal" },
      },
    },
  ]);
  for (const method of ["PUT", "POST", "DELETE"]) {
    const change = await au.ask(method, "activities/state", au.state("LMS.LaunchData"), { body: {} });
    expect([method, change.status]).toEqual([method, 403]);
  }
});

test("without version or token nothing is answered; a token opens its own registration only", async () => {
  const au = await auOf(await learnerWithAu());
  const other = await auOf(await learnerWithAu());
  expect(
    (await au.ask("GET", "statements", {}, { headers: { "X-Experience-API-Version": "" } })).status,
  ).toBe(400);
  expect((await au.ask("GET", "statements", {}, { headers: { Authorization: "" } })).status).toBe(401);
  expect((await au.ask("GET", "statements", {}, { headers: { Authorization: "Basic bm8=" } })).status).toBe(
    401,
  );
  expect((await au.ask("GET", "statements", { registration: other.registration })).status).toBe(403);
  expect((await au.ask("GET", "activities/state", { ...other.state("x"), activityId: "urn:x" })).status).toBe(
    403,
  );
  const said = other.statement("initialized");
  expect((await other.say(said)).status).toBe(200);
  expect((await au.ask("GET", "statements", { statementId: said.id })).status).toBe(404);
  expect((await au.say({ ...au.statement("initialized"), actor: other.actor })).status).toBe(403);
  const about = await fetch(`${server.content}/xapi/about`);
  expect(await about.json()).toMatchObject({ version: ["1.0.3", "2.0.0"] });
  expect(about.headers.get("X-Experience-API-Version")).toBe("1.0.3");
});

test("a statement said again is stored once; one that says something else under the same id is refused", async () => {
  const au = await auOf(await learnerWithAu());
  const said = au.statement("initialized");
  expect(await au.say({ ...said, actor: { ...said.actor, name: "Somebody Else" } })).toEqual({
    status: 200,
    answer: [said.id],
  });
  expect((await au.say(said)).status).toBe(200);
  const put = await au.ask("PUT", "statements", { statementId: said.id }, { body: said });
  expect(put.status).toBe(204);
  expect((await au.say({ ...said, verb: { id: "http://example.org/other" } })).status).toBe(409);
  const response = await au.ask("GET", "statements", { statementId: said.id });
  expect(await response.json()).toMatchObject({
    id: said.id,
    actor: { objectType: "Agent", account: au.actor.account },
    authority: { objectType: "Agent" },
    stored: expect.any(String),
    version: "1.0.0",
  });
  const stored = await db.xapiStatement.findMany({ where: { registrationId: au.registration } });
  expect(stored).toHaveLength(2);
  expect(JSON.stringify(stored[1]?.statement)).not.toContain("Somebody Else");
});

test.each([
  ["an unknown property", { colour: "red" }, "colour"],
  ["a verb without IRI", { verb: { id: "went" } }, "verb.id"],
  ["a null", { result: null }, "result"],
  ["a score out of bounds", { result: { score: { scaled: 1.2 } } }, "scaled"],
  ["a raw score outside of min and max", { result: { score: { raw: 11, min: 0, max: 10 } } }, "raw"],
  ["a duration of another kind", { result: { duration: "10 minutes" } }, "duration"],
  ["a timestamp of another kind", { timestamp: "yesterday" }, "timestamp"],
  ["an id that is no UUID", { id: "1" }, "id"],
  [
    "an actor with two identifiers",
    { actor: { mbox: "mailto:a@b.c", openid: "https://b.c" } },
    "exactly one",
  ],
  ["a foreign version", { version: "0.9" }, "version"],
  [
    "a signature",
    {
      attachments: [
        {
          usageType: "http://adlnet.gov/expapi/attachments/signature",
          display: { en: "s" },
          contentType: "a/b",
          length: 1,
          sha2: "0",
          fileUrl: "https://b.c",
        },
      ],
    },
    "signed",
  ],
])("%s is refused with 400 and the place", async (_name, changed, place) => {
  const au = await auOf(await learnerWithAu());
  const { status, answer } = await au.say(au.statement("initialized", changed));
  expect(status).toBe(400);
  expect(answer.message).toContain(place);
});

test("attachments as multipart, and the alternate request syntax, are refused politely", async () => {
  const au = await auOf(await learnerWithAu());
  const headers = { "Content-Type": "multipart/mixed; boundary=x" };
  const multipart = await au.ask("POST", "statements", {}, { body: "--x--", headers });
  expect([multipart.status, await multipart.json()]).toEqual([
    400,
    { message: expect.stringContaining("attachments") },
  ]);
  expect((await au.ask("POST", "statements", { method: "PUT" }, { body: {} })).status).toBe(400);
});

test("statements are found by verb, activity, related activity, time, in both orders and in pages", async () => {
  const au = await auOf(await learnerWithAu());
  await au.say(au.statement("initialized"));
  const allowed = (name: string) => {
    const { context, ...rest } = au.statement("initialized");
    const { grouping } = context.contextActivities;
    return {
      ...rest,
      verb: { id: `http://example.org/${name}` },
      object: { id: `http://example.org/page/${name}` },
      context: { ...context, contextActivities: { grouping, parent: { id: "http://example.org/book" } } },
    };
  };
  for (const name of ["one", "two", "three"]) expect((await au.say(allowed(name))).status).toBe(200);
  const found = async (parameters: Record<string, string>) => {
    const response = await au.ask("GET", "statements", parameters);
    const { statements } = (await response.json()) as { statements: { verb: { id: string } }[] };
    return statements.map(({ verb }) => verb.id.split("/").pop());
  };
  expect(await found({})).toEqual(["three", "two", "one", "initialized", "launched"]);
  expect(await found({ ascending: "true", limit: "2" })).toEqual(["launched", "initialized"]);
  expect(await found({ verb: "http://example.org/two" })).toEqual(["two"]);
  expect(await found({ activity: "http://example.org/page/one" })).toEqual(["one"]);
  expect(await found({ activity: "http://example.org/book" })).toEqual([]);
  const related = { activity: "http://example.org/book", related_activities: "true" };
  expect(await found(related)).toEqual(["three", "two", "one"]);
  expect(await found({ agent: JSON.stringify({ mbox: "mailto:a@b.c" }) })).toEqual([]);
  expect(await found({ since: new Date().toISOString() })).toEqual([]);
  expect(await found({ until: new Date(0).toISOString() })).toEqual([]);
  expect((await au.ask("GET", "statements", { colour: "red" })).status).toBe(400);

  const seen: string[] = [];
  let more = "/xapi/statements?limit=2";
  while (more) {
    const headers = { Authorization: `Basic ${au.token}`, "X-Experience-API-Version": "1.0.3" };
    const response = await fetch(`${server.content}${more}`, { headers });
    expect(response.headers.get("X-Experience-API-Consistent-Through")).toBeTruthy();
    const page = (await response.json()) as { statements: { id: string }[]; more: string };
    seen.push(...page.statements.map(({ id }) => id));
    more = page.more;
  }
  expect(new Set(seen).size).toBe(5);
});

test("a voided statement is found by its own parameter only; an AU may not void", async () => {
  const au = await auOf(await learnerWithAu());
  const said = au.statement("initialized");
  await au.say(said);
  const voiding = au.statement("initialized", {
    verb: { id: "http://adlnet.gov/expapi/verbs/voided" },
    object: { objectType: "StatementRef", id: said.id },
  });
  expect((await au.say(voiding)).status).toBe(403);
  const registration = { id: au.registration, account: accountOf(au.actor.account.name) };
  await storeStatements(db, registration, [xapiStatement.parse(voiding)]);
  expect((await au.ask("GET", "statements", { statementId: said.id })).status).toBe(404);
  const voided = await au.ask("GET", "statements", { voidedStatementId: said.id });
  expect(await voided.json()).toMatchObject({ id: said.id });
  const twice = { statementId: said.id, voidedStatementId: said.id };
  expect((await au.ask("GET", "statements", twice)).status).toBe(400);
});

test("documents keep to If-Match and If-None-Match, merge JSON, and are listed by time", async () => {
  const au = await auOf(await learnerWithAu());
  const place = au.state("bookmark");
  const bytes = "\u0000any bytes";
  const headers = { "Content-Type": "text/x-own" };
  expect((await au.ask("PUT", "activities/state", place, { body: bytes, headers })).status).toBe(204);
  const read = await au.ask("GET", "activities/state", place);
  const etag = read.headers.get("ETag") as string;
  expect([await read.text(), read.headers.get("Content-Type")]).toEqual([bytes, "text/x-own; charset=utf-8"]);
  const put = (headers: Record<string, string>) =>
    au
      .ask("PUT", "activities/state", place, { body: { a: 1, b: { c: 1 } }, headers })
      .then(({ status }) => status);
  expect(await put({ "If-None-Match": "*" })).toBe(412);
  expect(await put({ "If-Match": '"other"' })).toBe(412);
  expect(await put({ "If-Match": etag })).toBe(204);
  const merge = await au.ask("POST", "activities/state", place, { body: { b: 2, d: 3 } });
  expect(merge.status).toBe(204);
  expect(await (await au.ask("GET", "activities/state", place)).json()).toEqual({ a: 1, b: 2, d: 3 });
  expect((await au.ask("POST", "activities/state", place, { body: [1] })).status).toBe(400);
  const { stateId: _, ...all } = place;
  expect(await (await au.ask("GET", "activities/state", all)).json()).toEqual(["LMS.LaunchData", "bookmark"]);
  expect((await au.ask("DELETE", "activities/state", all)).status).toBe(204);
  expect((await au.ask("GET", "activities/state", place)).status).toBe(404);

  const profile = { activityId: "urn:book", profileId: "p" };
  const write = (headers: Record<string, string> = {}) =>
    au.ask("PUT", "activities/profile", profile, { body: {}, headers }).then(({ status }) => status);
  expect([await write(), await write(), await write({ "If-Match": "*" })]).toEqual([204, 409, 204]);
  const preferences = { agent: JSON.stringify(au.actor), profileId: "cmi5LearnerPreferences" };
  const wrong = await au.ask("PUT", "agents/profile", preferences, { body: { audioPreference: "loud" } });
  expect(wrong.status).toBe(400);
  const right = { audioPreference: "off", languagePreference: "sr-Cyrl,en" };
  expect((await au.ask("PUT", "agents/profile", preferences, { body: right })).status).toBe(204);
  expect(await (await au.ask("GET", "agents/profile", preferences)).json()).toEqual(right);
  const person = await au.ask("GET", "agents", { agent: JSON.stringify(au.actor) });
  expect(await person.json()).toEqual({ objectType: "Person", account: [au.actor.account] });
});

test("an AU goes from initialized to passed: course satisfied once, activity and course complete", async () => {
  const learner = await learnerWithAu({ id: "a", moveOn: "Passed", masteryScore: 0.5 });
  const au = await auOf(learner);
  const passed = au.statement("passed", {
    result: { duration: "PT5S", success: true, score: { scaled: 0.75, raw: 3, min: 0, max: 4 } },
  });
  const { context } = passed;
  Object.assign(context.extensions, { [cmi5Extensions.masteryScore]: 0.5 });
  expect((await au.say(au.statement("initialized"), passed)).status).toBe(200);
  expect((await au.say(passed)).status).toBe(200);
  expect((await au.say(au.statement("terminated"))).status).toBe(200);
  const again = await auOf(learner);
  await again.say(again.statement("initialized"), again.statement("terminated"));
  const satisfied = await db.xapiStatement.findMany({
    where: { registrationId: au.registration, verb: "https://w3id.org/xapi/adl/verbs/satisfied" },
  });
  expect(satisfied.map(({ statement }) => statement)).toMatchObject([
    {
      object: { definition: { type: "https://w3id.org/xapi/cmi5/activitytype/course" } },
      context: { extensions: { [cmi5Extensions.sessionId]: au.sessionId } },
    },
  ]);
  expect(await db.runAttempt.findUniqueOrThrow({ where: { id: au.registration } })).toMatchObject({
    completion: "completed",
    success: "passed",
    scaled: 0.75,
    completedAt: expect.any(Date),
  });
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { userId: learner.actor.id } });
  expect(enrolment.completedAt).not.toBeNull();
});

test("opening an AU again abandons the session that was left open, whose token then opens nothing new", async () => {
  const learner = await learnerWithAu();
  const first = await auOf(learner);
  await first.say(first.statement("initialized"));
  await auOf(learner);
  const { statements } = (await (await first.ask("GET", "statements")).json()) as {
    statements: { verb: { id: string }; context: { extensions: Record<string, string> } }[];
  };
  const abandoned = statements.filter(({ verb }) => verb.id.endsWith("/abandoned"));
  expect(abandoned).toHaveLength(1);
  expect(abandoned[0]?.context.extensions[cmi5Extensions.sessionId]).toBe(first.sessionId);
  expect((await first.say(first.statement("completed"))).status).toBe(403);
});

test("two requests that complete at the same moment: one is stored, the other refused", async () => {
  const au = await auOf(await learnerWithAu());
  await au.say(au.statement("initialized"));
  const answers = await Promise.all([1, 2, 3].map(() => au.say(au.statement("completed"))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
});

test("in a try-out an AU is answered as always and nothing is stored", async () => {
  const packageVersionId = await storedPackage(cmi5Files([{ id: "a" }]));
  const { token } = await openTryout(await administrator(), packageVersionId, "en");
  const before = await db.xapiStatement.count();
  const au = await openedAu(server, {} as never, { au: "a", token });
  await au.open();
  expect((await au.say(au.statement("initialized"))).status).toBe(200);
  expect((await au.ask("PUT", "activities/state", au.state("b"), { body: {} })).status).toBe(204);
  expect((await au.ask("GET", "activities/state", au.state("b"))).status).toBe(404);
  expect(await db.xapiStatement.count()).toBe(before);
});

test("an AU that the package does not have, or a launch that is over, opens no session", async () => {
  const learner = await learnerWithAu();
  const { token } = await opened(learner);
  const ask = async (token: string, node: string) =>
    (
      await fetch(`${server.content}/run/${token}/sessions`, {
        method: "POST",
        body: JSON.stringify({ node }),
      })
    ).status;
  expect(await ask(token, newId())).toBe(404);
  expect(await ask(newId(), "1")).toBe(404);
  await opened(learner);
  expect(await ask(token, "1")).toBe(404);
});
