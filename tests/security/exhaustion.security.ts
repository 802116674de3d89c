import { db } from "#app/platform/db.server.ts";
import { newPerson } from "#scripts/packages-try/publish.ts";
import { expect, test } from "#tests/journeys/fixtures.ts";

import { hostileScorm } from "./hostile-packages.ts";
import { type HostilePlayer, playHostile } from "./hostile-player.ts";

type Lms = {
  lms: {
    LMSSetValue: (element: string, value: string) => string;
    LMSGetLastError: () => string;
  };
};

const setValue = (player: HostilePlayer, value: string) =>
  player
    .frame()
    .evaluate((given) => (window as unknown as Lms).lms.LMSSetValue("cmi.suspend_data", given), value);

test("with a full browser storage, a value is on the server before the package hears that it is stored", async ({
  browser,
}) => {
  const learner = await newPerson("learner");
  const player = await playHostile(browser, learner, await hostileScorm([learner]));
  await player.attempt("fillStorage");
  expect(await setValue(player, "kept although the storage is full")).toBe("true");
  const stored = await db.runValue.findFirst({
    where: { attempt: { enrolment: { userId: learner.id } }, element: "cmi.suspend_data" },
  });
  expect(stored?.value).toBe("kept although the storage is full");
  await player.context.close();
});

test("with a full storage and no connection, the package is told so and the learner too", async ({
  browser,
}) => {
  const learner = await newPerson("learner");
  const player = await playHostile(browser, learner, await hostileScorm([learner]));
  await player.attempt("fillStorage");
  await expect.poll(() => player.attempt("countUnsent")).toBe(0);
  await player.attempt("fillStorage");
  await player.context.route(/\/run\//, (route) => route.abort());
  expect(await setValue(player, "cannot be kept anywhere")).toBe("false");
  expect(await player.frame().evaluate(() => (window as unknown as Lms).lms.LMSGetLastError())).not.toBe("0");
  await expect(player.page.getByText("There is no room left in this browser")).toBeVisible();
  await player.context.close();
});

test("a full storage and full cookies do not stop the next learner", async ({ browser }) => {
  const first = await newPerson("learner");
  const second = await newPerson("learner");
  const hostile = await hostileScorm([first, second]);
  const one = await playHostile(browser, first, hostile);
  await one.attempt("fillStorage");
  await one.attempt("fillCookies");
  await one.page.close();
  const two = await playHostile(browser, second, hostile, one.context);
  expect(await setValue(two, "there is room again")).toBe("true");
  await two.context.close();
});

test("no body, however large or strange, breaks the server or is stored in part", async ({ browser }) => {
  const learner = await newPerson("learner");
  const player = await playHostile(browser, learner, await hostileScorm([learner]));
  const answers = (await player.attempt("sendMonsters", {
    recordsAddress: `/run/${player.token()}/records`,
  })) as Record<string, { status: number; isJson: boolean }>;
  const broken = Object.entries(answers).filter(([, { status, isJson }]) => status >= 500 || !isJson);
  expect(broken).toEqual([]);
  for (const name of [
    "empty",
    "notJson",
    "nothing",
    "number",
    "list",
    "deepRecord",
    "wrongTypes",
    "wrongKind",
    "negative",
    "twice",
  ]) {
    expect(answers[name]?.status, name).toBe(400);
  }
  for (const name of ["large", "veryLarge", "tooMany"])
    expect([0, 400, 413], name).toContain(answers[name]?.status);
  expect(await setValue(player, "and goes on")).toBe("true");
  expect((await fetch(`${process.env.APP_ORIGIN}/health`)).status).toBe(200);
  await player.context.close();
});
