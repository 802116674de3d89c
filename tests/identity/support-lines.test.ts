import { expect, test } from "vitest";

import {
  addSupportLine,
  changeSupportLine,
  confirmedSupportLines,
  getSupportLine,
  listSupportLines,
  removeSupportLine,
} from "#app/identity/support-line.server.ts";
import { supportLineForm } from "#app/identity/support-line-form.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { administrator, learner, trainer } from "#tests/builders/people.ts";

const formOf = (given: Record<string, string> = {}) =>
  supportLineForm.parse({ jurisdiction: "rs", name: "A line", contact: "0800 000", ...given });

async function onlyLine(given: Record<string, string>) {
  await db.supportLine.deleteMany();
  const admin = await administrator();
  await addSupportLine(admin, formOf(given));
  const [line] = await listSupportLines(admin);
  return { admin, id: line?.id ?? "" };
}

test("a line is shown only with the day on which somebody dialled it", async () => {
  const { admin, id } = await onlyLine({ hours: "day and night" });
  expect(await confirmedSupportLines()).toEqual([]);
  expect(await getSupportLine(admin, id)).toMatchObject({ isShown: false, isDue: true });
  await changeSupportLine(admin, id, formOf({ hours: "day and night", lastDialledOn: "2026-11-02" }));
  expect(await confirmedSupportLines("rs")).toMatchObject([
    { name: "A line", contact: "0800 000", hours: "day and night", dialledOn: "2026-11-02" },
  ]);
  expect(await confirmedSupportLines("al")).toEqual([]);
});

test("a changed number is hidden until a later day of a call is given", async () => {
  const { admin, id } = await onlyLine({ lastDialledOn: "2026-11-02" });
  await changeSupportLine(admin, id, formOf({ contact: "0800 111", lastDialledOn: "2026-11-02" }));
  expect(await confirmedSupportLines()).toEqual([]);
  await changeSupportLine(admin, id, formOf({ contact: "0800 111", lastDialledOn: "2026-11-03" }));
  expect(await confirmedSupportLines()).toMatchObject([{ contact: "0800 111", dialledOn: "2026-11-03" }]);
  await changeSupportLine(admin, id, formOf({ contact: "0800 222", lastDialledOn: "2026-11-04" }));
  expect(await confirmedSupportLines()).toMatchObject([{ contact: "0800 222", dialledOn: "2026-11-04" }]);
});

test("after half a year administrators are asked to dial a line again; it stays shown", async () => {
  const { admin, id } = await onlyLine({ lastDialledOn: "2026-11-02" });
  const now = clock.now;
  clock.now = () => new Date("2027-04-30T12:00:00Z");
  expect(await getSupportLine(admin, id)).toMatchObject({ isDue: false });
  clock.now = () => new Date(new Date("2026-11-02").getTime() + days(184));
  expect(await getSupportLine(admin, id)).toMatchObject({ isShown: true, isDue: true });
  clock.now = now;
});

test("only administrators see, add, change and remove lines", async () => {
  const { id } = await onlyLine({});
  for (const actor of [await learner(), await trainer()]) {
    await expect(listSupportLines(actor)).rejects.toThrow(ForbiddenError);
    await expect(getSupportLine(actor, id)).rejects.toThrow(ForbiddenError);
    await expect(addSupportLine(actor, formOf())).rejects.toThrow(ForbiddenError);
    await expect(changeSupportLine(actor, id, formOf())).rejects.toThrow(ForbiddenError);
    await expect(removeSupportLine(actor, id)).rejects.toThrow(ForbiddenError);
  }
  expect(await db.supportLine.count()).toBe(1);
});

test("what is done to a line is written down with the number and the day", async () => {
  const { admin, id } = await onlyLine({});
  await changeSupportLine(admin, id, formOf({ lastDialledOn: "2026-11-02" }));
  await removeSupportLine(admin, id);
  await expect(removeSupportLine(admin, id)).rejects.toThrow(NotFoundError);
  const entries = await db.auditEntry.findMany({
    where: { subject: `support-line:${id}` },
    orderBy: { id: "asc" },
  });
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["support-line.added", admin.id],
    ["support-line.changed", admin.id],
    ["support-line.removed", admin.id],
  ]);
  expect(entries[1]?.detail).toEqual({
    jurisdiction: "rs",
    name: "A line",
    contact: "0800 000",
    lastDialledOn: "2026-11-02",
  });
});

test("a day that is none, or is still to come, is refused at its field", () => {
  const faultOf = (lastDialledOn: string) =>
    supportLineForm
      .safeParse({ jurisdiction: "rs", name: "A line", contact: "0800 000", lastDialledOn })
      .error?.issues.map(({ message }) => message);
  expect(faultOf("2026-02-30")).toEqual(["admin.linesDateWrong"]);
  expect(faultOf(new Date(Date.now() + days(2)).toISOString().slice(0, 10))).toEqual([
    "admin.linesDateFuture",
  ]);
  expect(faultOf("")).toBeUndefined();
});
