import { addTrainer } from "#app/library/course-team.server.ts";
import type { Language } from "#app/platform/languages.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { finishedLearner, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { courseSlug, publishedCourse } from "#tests/builders/course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const course = `/learn/${courseSlug}`;
const publicPages = ["/sign-in", "/password-reset", "/safety", "/privacy", "/accessibility"];
const learnerPages = [
  "/learn",
  course,
  `${course}/progress`,
  `${course}/lessons/documenting/screenshot`,
  `${course}/lessons/what-it-is/sources`,
  `${course}/lessons/accounts/your-role`,
  `${course}/lessons/devices/print`,
  `${course}/quizzes/final-test`,
  `${course}/certificate`,
  "/account",
  "/account/password",
];
const teach = `/teach/${courseSlug}`;
const trainerPages = [
  "/teach",
  teach,
  `${teach}/enrolments`,
  `${teach}/preview`,
  `${teach}/preview/lessons/safe-contact/start`,
  `${teach}/preview/quizzes/final-test`,
  `${teach}/preview/quizzes/what-it-is-quiz`,
  `${teach}/preview/surveys/satisfaction`,
  `${teach}/review`,
];
const administratorPages = [
  "/admin",
  "/admin/people",
  "/admin/people/invitations",
  "/admin/certificates",
  "/admin/jobs",
  `${teach}/team`,
];

async function people() {
  await publishedCourse();
  const admin = await administrator();
  const vera = await trainer();
  await addTrainer(admin, courseSlug, vera.id);
  return { admin, vera, ana: await learnerBeforeTest(), mira: await finishedLearner() };
}

for (const [language, scheme] of [
  ["en", "light"],
  ["sr-Cyrl", "dark"],
] as const) {
  test(`every page fits a phone and passes axe in ${language}, ${scheme}`, async ({
    page,
    context,
    signIn,
  }) => {
    test.setTimeout(300_000);
    await page.emulateMedia({ colorScheme: scheme });
    const { admin, vera, ana, mira } = await people();
    const walk = async (paths: string[]) => {
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expectFits(page);
        await expectAccessible(page);
      }
    };
    const walkAs = async (person: { id: string }, paths: string[]) => {
      await context.clearCookies();
      await signIn(person, language as Language);
      await walk(paths);
    };
    await walk(publicPages);
    await walkAs(ana, learnerPages);
    await walkAs(mira, [`${course}/certificate`, `${course}/surveys/satisfaction`]);
    await walkAs(vera, trainerPages);
    await walkAs(admin, [...administratorPages, `/admin/people/${ana.id}`]);
  });
}

test("a lesson still fits at 400 % zoom with wide text spacing", async ({ browser, origin }) => {
  const context = await browser.newContext({
    baseURL: origin,
    bypassCSP: true,
    viewport: { width: 320, height: 256 },
  });
  await signInOn(context, origin, await learnerBeforeTest());
  const page = await context.newPage();
  await page.goto(`${course}/lessons/documenting/log`);
  await page.addStyleTag({
    content:
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }",
  });
  await expectFits(page);
  await context.close();
});
