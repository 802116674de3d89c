import { openLaunch } from "#app/players/launch.server.ts";
import { db } from "#app/platform/db.server.ts";
import { newPerson } from "#scripts/packages-try/publish.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

import { hostileScorm } from "./hostile-packages.ts";
import { playHostile } from "./hostile-player.ts";

type Lms = {
  lms: { LMSSetValue: (element: string, value: string) => string; LMSCommit: (nothing: "") => string };
};

test("what one learner's package left in a browser is gone when another learner plays there", async ({
  browser,
}) => {
  const first = await newPerson("learner");
  const second = await newPerson("learner");
  const hostile = await hostileScorm([first, second]);
  const one = await playHostile(browser, first, hostile);
  await one.attempt("leaveTraces");
  await one.page.close();
  const two = await playHostile(browser, second, hostile, one.context);
  expect(await two.attempt("readLeftovers")).toEqual([]);
  await two.context.close();
});

test("records that a learner could not send are neither readable nor lost when another learner plays there", async ({
  browser,
}) => {
  const first = await newPerson("learner");
  const second = await newPerson("learner");
  const hostile = await hostileScorm([first, second]);
  const one = await playHostile(browser, first, hostile);
  await one.context.route(/\/run\//, (route) => route.abort());
  const answer = await one
    .frame()
    .evaluate(() =>
      (window as unknown as Lms).lms.LMSSetValue("cmi.suspend_data", "answer of the first learner"),
    );
  expect(answer).toBe("true");
  const left = await one.attempt("readWholeStorage");
  expect(left).toContain("sigurna.run.");
  expect(left).not.toContain("answer of the first");
  await one.page.close();
  await one.context.unroute(/\/run\//);

  const two = await playHostile(browser, second, hostile, one.context);
  const values = await db.runValue.findMany({ where: { attempt: { enrolment: { userId: first.id } } } });
  expect(values).toContainEqual(
    expect.objectContaining({ element: "cmi.suspend_data", value: "answer of the first learner" }),
  );
  const launches = await db.runLaunch.findMany({ where: { attempt: { enrolment: { userId: first.id } } } });
  const storage = String(await two.attempt("readWholeStorage"));
  expect(launches.filter(({ id }) => storage.includes(id))).toEqual([]);
  await two.context.close();
});

test("a package that leaves false records in the browser neither stops the next one nor forges anything", async ({
  browser,
}) => {
  const first = await newPerson("learner");
  const second = await newPerson("learner");
  const hostile = await hostileScorm([first, second]);
  const one = await playHostile(browser, first, hostile);
  const { launchId } = await launchOf(second, hostile);
  await one.attempt("leaveFalseLog", {
    keys: [
      `sigurna.run.${launchId}.1`,
      "sigurna.run.x.1",
      "sigurna.run.",
      "sigurna.run.x.-1",
      "sigurna.run.x.01",
      "sigurna.run.x.1e3",
      `sigurna.run.${"x".repeat(100)}.1`,
      "sigurna.run.\0.1",
      "sigurna.run.__proto__.1",
      "sigurna.run.x.9007199254740993",
    ],
  });
  await one.page.close();
  const two = await playHostile(browser, second, hostile, one.context);
  expect(await db.runRecord.count({ where: { launchId } })).toBe(0);
  await two.context.close();
});

test("a package reaches no registration but its own", async ({ browser }) => {
  const first = await newPerson("learner");
  const second = await newPerson("learner");
  const hostile = await hostileScorm([first, second]);
  const theirs = await launchOf(second, hostile);
  const one = await playHostile(browser, first, hostile);
  const tokens = [
    theirs.launchId,
    "none",
    `${one.token()}x`,
    one.token().slice(0, -1),
    "..%2f..%2frun",
    "*",
    "%",
    "' OR 1=1",
  ];
  expect(await one.attempt("useOtherTokens", { tokens })).toEqual([]);
  expect(await db.runRecord.count({ where: { launchId: theirs.launchId } })).toBe(0);
  await one.context.close();
});

test("a package reads no file but its own", async ({ browser }) => {
  const learner = await newPerson("learner");
  const hostile = await hostileScorm([learner]);
  const another = await hostileScorm([learner]);
  const one = await playHostile(browser, learner, hostile);
  const [, , token = ""] = new URL(one.frame().url()).pathname.split("/");
  const bytes = Buffer.from(token, "base64url");
  Buffer.from(another.stored.id.replaceAll("-", ""), "hex").copy(bytes);
  const forged = bytes.toString("base64url");
  const paths = [
    `/files/${forged}/index.html`,
    `/files/${token.slice(0, -2)}AA/index.html`,
    `/files/${another.stored.id}/index.html`,
    `/files//index.html`,
    ...[
      "../../../package.json",
      "..%2f..%2f..%2fpackage.json",
      "%2e%2e/%2e%2e/package.json",
      "..%5c..%5cpackage.json",
      "%2fetc%2fpasswd",
      "index.html%00.txt",
    ].flatMap((path) => [`/files/${token}/${path}`, `/player/${path}`, `/h5p/${path}`, `/shell/${path}`]),
  ];
  expect(await one.attempt("readFiles", { paths })).toEqual([]);
  expect(await one.attempt("readFiles", { paths: [`/files/${token}/story.js`] })).toHaveLength(1);
  await one.context.close();
});

async function launchOf(
  learner: Parameters<typeof openLaunch>[0],
  hostile: Parameters<typeof openLaunch>[1],
) {
  const opened = await openLaunch(learner, hostile, {
    newAttempt: null,
    isTakeOver: true,
    language: "en",
  });
  if (opened.kind !== "opened") throw new Error(opened.kind);
  return opened;
}
