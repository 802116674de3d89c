import { afterAll, expect, test } from "vitest";

import { playerHost } from "#tests/builders/player-host.ts";

const host = await playerHost();
const { db } = await import("#app/platform/db.server.ts");
const { openLaunch } = await import("#app/players/launch.server.ts");
const { learnerWithPackage } = await import("#tests/builders/runs.ts");
const { h5pFiles } = await import("#tests/builders/h5p.ts");

afterAll(() => host.close());

type Learner = Awaited<ReturnType<typeof learnerWithPackage>>;

async function launch({ actor, place }: Learner) {
  const opened = await openLaunch(actor, place, { newAttempt: null, isTakeOver: true, language: "en" });
  if (opened.kind !== "opened") throw new Error("busy");
  return opened;
}

async function play(learner: Learner) {
  const view = await host.open((await launch(learner)).shellUrl);
  const content = view.shell.frameLocator("iframe.h5p-iframe");
  return { ...view, content };
}

const attemptOf = ({ actor }: Learner) =>
  db.runAttempt.findFirstOrThrow({ where: { enrolment: { userId: actor.id } } });

test(
  "H5P content is shown, its answer scored once, and its state is there again after the tab was closed",
  { timeout: 180_000 },
  async () => {
    const learner = await learnerWithPackage(h5pFiles());
    const first = await play(learner);
    await first.content.getByText("nothing yet").waitFor({ timeout: 60_000 });
    await first.content.getByRole("button", { name: "wrong" }).click();
    await first.content.getByRole("button", { name: "right" }).click();
    // Nothing is waited for: what was answered is in the log of the browser.
    await first.page.close();

    const second = await play(learner);
    await expect
      .poll(() => second.content.locator("output").textContent(), { timeout: 60_000 })
      .toBe("right");
    expect(await second.told()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sigurna: "running" }),
        expect.objectContaining({ sigurna: "height" }),
      ]),
    );
    expect(second.errors).toEqual([]);
    await expect
      .poll(async () => attemptOf(learner), { timeout: 20_000 })
      .toMatchObject({ completion: "completed", success: "passed", scaled: 1, raw: 1, max: 1 });
    const { id } = await attemptOf(learner);
    const statements = await db.xapiStatement.findMany({
      where: { registrationId: id },
      orderBy: [{ launchNumber: "asc" }, { seq: "asc" }],
    });
    const verbs = statements.map(({ verb }) => verb.split("/").pop());
    expect(verbs).toEqual(["attempted", "answered", "answered"]);
    expect(JSON.stringify(statements.map(({ statement }) => statement))).not.toContain("Ana Primer");
    await second.page.close();
  },
);

test("content whose code does not start is named as a problem", { timeout: 120_000 }, async () => {
  const learner = await learnerWithPackage(h5pFiles({ script: "throw new Error('broken');" }));
  const view = await play(learner);
  await expect
    .poll(() => view.told(), { timeout: 60_000 })
    .toContainEqual({ sigurna: "problem", reason: "content" });
  await view.page.close();
});
