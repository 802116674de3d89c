import { after, days, hours, minutes } from "#app/platform/clock.ts";
import { db } from "#app/platform/db.server.ts";
import { localOfInstant } from "#app/platform/zoned-time.ts";
import { courseWithSession, meeting } from "#tests/builders/live-sessions.ts";
import { learnerIn, trainerOf } from "#tests/builders/quizzes.ts";

import { expect, expectAccessible, expectFits, mailsTo, signInOn, test } from "./fixtures.ts";

test("a trainer sets a date, a learner gets it into her calendar, types the code and has completed the course", async ({
  browser,
  origin,
  page,
  signIn,
  request,
}) => {
  test.setTimeout(300_000);
  const course = await courseWithSession();
  const email = `ana.${course.slug}@example.org`;
  const ana = await learnerIn(course, { name: "Ana Primer", email });
  const mira = await learnerIn(course, { name: "Mira Primer" });
  await signIn(await trainerOf(course));

  await page.goto(`/teach/${course.slug}/sessions`);
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("link", { name: /^Add a date/ }).click();
  await page.getByRole("button", { name: "Set the date" }).click();
  await expect(page.getByRole("alert")).toContainText("Choose a day.");
  await expectAccessible(page);
  await expectFits(page);
  const [day = ""] = localOfInstant(after(days(3))).split("T");
  await page.getByLabel("Day").fill(day);
  await page.getByLabel("From").fill("10:00");
  await page.getByLabel("To", { exact: true }).fill("11:30");
  await page.getByLabel("Place", { exact: true }).fill("Town hall, room 2");
  await page.getByRole("button", { name: "Set the date" }).click();
  await expect(page.getByText("The date is set.")).toBeVisible();

  const mails = async () => (await mailsTo(email)).filter(({ attachments }) => attachments.length > 0);
  await expect(async () => expect(await mails()).toHaveLength(1)).toPass({ timeout: 30_000 });
  const [invitation] = await mails();
  expect(invitation?.subject).toBe("Something new for you at Sigurna");
  expect(`${invitation?.subject} ${invitation?.text}`).not.toMatch(/Blended|Meeting in|Town hall/);
  const entry = invitation?.attachments[0]?.content.toString() ?? "";
  expect(entry).toContain("METHOD:REQUEST");
  expect(entry).toContain("SUMMARY:Appointment");

  // The learner, without JavaScript.
  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  await signInOn(plain, origin, ana);
  const hers = await plain.newPage();
  await hers.goto(`${origin}/learn`);
  await hers.getByRole("link", { name: "See the dates" }).click();
  await expect(hers.getByText("Where: Town hall, room 2")).toBeVisible();
  await hers.getByRole("button", { name: /Take a place/ }).click();
  await expect(hers.getByText("You have a place. An entry")).toBeVisible();
  const fileAddress = await hers.getByRole("link", { name: /Add to your calendar/ }).getAttribute("href");
  const file = await plain.request.get(`${origin}${fileAddress}`);
  expect(await file.text()).toContain("SUMMARY:Appointment");

  await hers.goto(`${origin}/account/calendar`);
  await hers.getByRole("button", { name: "Make an address" }).click();
  const address = await hers.locator("code").innerText();
  // A calendar program has no cookie.
  const feed = await request.get(address);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect(await feed.text()).toContain("BEGIN:VEVENT");
  await hers.getByRole("button", { name: "Switch the address off" }).click();
  await expect(hers.getByText("The address is switched off.")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);

  // The day has come.
  await db.sessionDate.updateMany({
    where: { courseId: course.courseId, activityId: meeting },
    data: { startsAt: after(-minutes(5)), endsAt: after(hours(1)) },
  });
  await page.getByRole("link", { name: /Attendance and code/ }).click();
  await expect(page.getByRole("heading", { name: "Attendance", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  const code = await page.getByText(/^\d{3} \d{3}$/).innerText();
  await hers.goto(`${origin}/learn/${course.slug}/sessions/${meeting}`);
  await hers.getByLabel("Code").fill(code === "000 000" ? "111111" : "000000");
  await hers.getByRole("button", { name: "I am there" }).click();
  await expect(hers.getByRole("alert")).toContainText("This is not the code");
  await hers.getByLabel("Code").fill(code);
  await hers.getByRole("button", { name: "I am there" }).click();
  await expect(hers.getByText("It is noted that you were there.")).toBeVisible();
  await hers.goto(`${origin}/learn/${course.slug}`);
  await expect(hers.getByText("You have completed this course")).toBeVisible();
  await plain.close();

  // The other learner is ticked, and the tick of the first one, who typed the code, is there.
  await page.reload();
  await expect(page.getByRole("checkbox", { name: /Ana Primer/ })).toBeChecked();
  await page.getByRole("checkbox", { name: /Mira Primer/ }).check();
  await page.getByRole("button", { name: "Save the attendance" }).click();
  await expect(page.getByText("The attendance is saved.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: /Mira Primer/ })).toBeChecked();
  await page.goto(`/teach/${course.slug}/preview/sessions/${meeting}`);
  await expectAccessible(page);

  await signIn(mira);
  await page.goto(`/learn/${course.slug}/sessions/${meeting}`);
  await expect(page.getByText("It is noted that you were there.")).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await page.goto("/account/calendar");
  await page.getByRole("button", { name: "Make an address" }).click();
  await expect(page.getByRole("heading", { name: "The address" })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
});
