import { expect, test } from "./fixtures.ts";
import { quizSubject } from "./quiz-subject.ts";

test("an answer on a slow line does not replace the one that 'Save and go on' sent after it", async ({
  site,
  page,
  learner,
}) => {
  const quiz = quizSubject(site, learner);
  await quiz.open(page);
  site.proxy.disturb(/^POST .*\/answer$/, { slow: 3_000 });
  await quiz.act();
  await expect.poll(() => site.proxy.underWay()).toBe(1);
  await page.getByRole("textbox").fill("77");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await page.waitForURL(/\/questions\/2$/);
  await expect.poll(() => site.proxy.underWay()).toBe(0);
  expect(Object.values(await quiz.stored())).toEqual(["77"]);
});
