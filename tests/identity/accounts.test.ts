import { expect, test } from "vitest";

import { changePassword } from "#app/identity/account.server.ts";
import { acceptInvitation, ensurePerson, getInvitation } from "#app/identity/invitation.server.ts";
import { passwordFault } from "#app/identity/password.server.ts";
import { changeRole, deactivatePerson, invitePeople, listPeople } from "#app/identity/people.server.ts";
import { endAllSessions, findActor, startSession } from "#app/identity/session.server.ts";
import { createSetupLink, setUp } from "#app/identity/setup.server.ts";
import { signIn } from "#app/identity/sign-in.server.ts";
import { makeLink } from "#app/identity/token.server.ts";
import { clock, days } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { administrator, learner, password, trainer } from "#tests/builders/people.ts";

const requestWith = (cookie: string) => new Request("http://localhost/", { headers: { Cookie: cookie } });
const tokenOf = (link: string) => link.split("/").at(-1) ?? "";

test("the first administrator comes by a link that works once; afterwards there is none", async () => {
  const link = (await createSetupLink()) ?? "";
  const form = { name: "Ana Primer", email: "ana@example.org", password: "three unrelated words" };
  const results = await Promise.allSettled([1, 2].map(() => setUp(tokenOf(link), form, "en")));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await db.user.count({ where: { role: "administrator" } })).toBe(1);
  expect(await createSetupLink()).toBeNull();
});

test("a session is kept as a hash, ends when it is old, and with deactivation", async () => {
  const ana = await learner();
  const cookie = await startSession(ana.id);
  const value = /session=([^;]+)/.exec(cookie)?.[1] ?? "";
  expect(cookie).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
  const [stored] = await db.session.findMany({ where: { userId: ana.id } });
  expect(stored?.id).toMatch(/^[0-9a-f]{64}$/);
  expect(stored?.id).not.toContain(value);
  expect(await findActor(requestWith(cookie))).toMatchObject({ id: ana.id });
  const now = clock.now;
  clock.now = () => new Date(Date.now() + days(31));
  expect(await findActor(requestWith(cookie))).toBeNull();
  clock.now = now;
  const again = await startSession(ana.id);
  await deactivatePerson(await administrator(), ana.id);
  expect(await findActor(requestWith(again))).toBeNull();
});

test("signing out everywhere ends every session", async () => {
  const ana = await learner();
  const cookies = await Promise.all([startSession(ana.id), startSession(ana.id)]);
  await endAllSessions(ana.id);
  for (const cookie of cookies) expect(await findActor(requestWith(cookie))).toBeNull();
});

test("too many wrong passwords for an account lock it for a while, the right one included", async () => {
  await learner({ email: "locked@example.org" });
  for (let count = 0; count < 10; count += 1) {
    expect(await signIn({ email: "locked@example.org", password: "wrong" }, `10.0.0.${count}`)).toBeNull();
  }
  await expect(signIn({ email: "Locked@example.org", password }, "10.0.1.1")).rejects.toMatchObject({
    status: 429,
  });
});

test("signing in needs the right password of somebody who may come in", async () => {
  const ana = await learner({ email: "may@example.org" });
  expect(await signIn({ email: " May@example.org ", password }, "10.1.0.1")).toMatchObject({
    actor: { id: ana.id },
  });
  await deactivatePerson(await administrator(), ana.id);
  expect(await signIn({ email: "may@example.org", password }, "10.1.0.1")).toBeNull();
});

test.each([
  ["short", "account.passwordShort"],
  ["Password2024!", "account.passwordCommon"],
  ["lozinka12345", "account.passwordCommon"],
  ["1234567890", "account.passwordCommon"],
  ["abcabcabcabc", "account.passwordCommon"],
  ["лозинка123", "account.passwordCommon"],
  ["primer-ana@example.org", "account.passwordOwn"],
  ["Petrović2024", "account.passwordOwn"],
  ["Петровић2024", "account.passwordOwn"],
  ["plava kiša i tri čaše", null],
])("the new password %s gives %s", (candidate, fault) => {
  expect(passwordFault(candidate, ["Ana Primer Petrović", "primer-ana@example.org"])).toBe(fault);
});

test("an invitation is taken up once and only from the newest link", async () => {
  const admin = await administrator();
  const { id, mailId } = await db.$transaction((tx) =>
    ensurePerson(tx, admin, { email: "guest@example.org", language: "en" }),
  );
  expect(mailId).not.toBeNull();
  const old = tokenOf(await makeLink(db, "invitation", id));
  const token = tokenOf(await makeLink(db, "invitation", id));
  await expect(getInvitation(old)).rejects.toMatchObject({ status: 404 });
  const form = {
    name: "Guest",
    language: "sr-Latn",
    jurisdiction: "me",
    sector: "health",
    gender: null,
    usesAssistiveTechnology: null,
    password: "three unrelated words",
  } as const;
  expect(await acceptInvitation(token, form)).toHaveProperty("cookie");
  await expect(acceptInvitation(token, form)).rejects.toMatchObject({ status: 404 });
});

test("changing the password asks for the present one and signs out elsewhere", async () => {
  const ana = await learner();
  const elsewhere = await startSession(ana.id);
  const newPassword = "another unrelated phrase";
  expect(await changePassword(ana, { currentPassword: "wrong", newPassword })).toEqual({
    errors: { currentPassword: "account.passwordWrong" },
  });
  const changed = await changePassword(ana, { currentPassword: password, newPassword });
  expect(await findActor(requestWith(elsewhere))).toBeNull();
  expect(await findActor(requestWith("cookie" in changed ? changed.cookie : ""))).not.toBeNull();
});

test("the last administrator stays, and nobody else changes people", async () => {
  await db.user.updateMany({ where: { role: "administrator" }, data: { deactivatedAt: new Date() } });
  const only = await administrator();
  await expect(changeRole(only, only.id, "learner")).rejects.toMatchObject({
    key: "admin.lastAdministrator",
  });
  await expect(deactivatePerson(only, only.id)).rejects.toMatchObject({ status: 409 });
  const vera = await trainer();
  await expect(changeRole(vera, vera.id, "administrator")).rejects.toMatchObject({ status: 403 });
  await expect(listPeople(await learner(), { search: "", role: null, state: null }, 1)).rejects.toMatchObject(
    { status: 403 },
  );
});

test("inviting a list is all or nothing", async () => {
  const admin = await administrator();
  const input = { role: "trainer", language: "en" } as const;
  expect(await invitePeople(admin, { ...input, text: "one@example.org\nbad" })).toMatchObject({
    ok: false,
    faults: [{ line: 2, text: "bad" }],
  });
  expect(await invitePeople(admin, { ...input, text: "one@example.org\nTWO@example.org" })).toEqual({
    ok: true,
    invited: 2,
    already: 0,
  });
});
