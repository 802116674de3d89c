import type { Page } from "@playwright/test";

import { attemptOf, openQuiz, startAttempt } from "#app/assessment/attempt.server.ts";
import { computeQuizStatistics } from "#app/assessment/quiz-statistics.server.ts";
import { beginDraft } from "#app/authoring/draft.server.ts";
import { addLanguage } from "#app/authoring/workbench-languages.server.ts";
import { revokeCertificate } from "#app/certification/certificate.server.ts";
import type { Actor } from "#app/identity/actor.ts";
import { makeLink } from "#app/identity/token.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { db } from "#app/platform/db.server.ts";
import { administrator, trainer } from "#tests/builders/people.ts";
import { answeredAttempt, attempt, finishedLearner, learnerBeforeTest } from "#tests/builders/attempts.ts";
import { bankOf, sharedBank } from "#tests/builders/banks.ts";
import { courseSlug, enrolledLearner, publishedCourse } from "#tests/builders/course.ts";
import { simulateAttempts } from "#tests/builders/many-attempts.ts";
import { trainerOf } from "#tests/builders/quizzes.ts";
import { publishedUnits, unitCourse } from "#tests/builders/unit-course.ts";

import { expect, expectAccessible, expectFits, signInOn, test } from "./fixtures.ts";

const course = `/learn/${courseSlug}`;
const publicPages = [
  "/sign-in",
  "/password-reset",
  "/safety",
  "/privacy",
  "/accessibility",
  "/jurisdictions",
  "/jurisdictions?in=xk",
  "/tools",
  "/tools/safe-contact",
  "/tools/clean-up",
  "/tools/triage",
  "/tools/notice",
  "/tools/evidence",
  "/tools/provenance",
];
const learnerPages = [
  "/learn",
  course,
  `${course}?role=police`,
  `${course}/progress`,
  `${course}/lessons/documenting/screenshot`,
  `${course}/lessons/what-it-is/sources`,
  `${course}/lessons/accounts/your-role`,
  `${course}/lessons/devices/print`,
  `${course}/quizzes/pre-test`,
  `${course}/quizzes/final-test`,
  `${course}/certificate`,
  "/jurisdictions?in=al",
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
  `${teach}/preview/quizzes/what-it-is-quiz?question=5`,
  `${teach}/preview/surveys/satisfaction`,
  `${teach}/draft`,
  `${teach}/review`,
  `${teach}/translations`,
  `${teach}/exports`,
];
const administratorPages = [
  "/admin",
  "/admin/people",
  "/admin/people/invitations",
  "/admin/certificates",
  "/admin/support-lines",
  "/admin/support-lines/new",
  "/admin/jobs",
  `${teach}/team`,
];

/** Of a course whose next version is being written and waits to be published; another one is archived. */
const draft = `/teach/${unitCourse}/draft`;
const draftPages = [
  draft,
  `${draft}/outline`,
  `${draft}/outline/exercise`,
  `${draft}/texts/en`,
  `${draft}/media`,
  `${draft}/lessons/reading/en`,
  `${draft}/comments`,
  `${draft}/translations`,
  `${draft}/translations/sq`,
  `${draft}/translations/sq/reading`,
  `${draft}/translation-import`,
  `/teach/${unitCourse}/versions`,
  `/teach/${unitCourse}/versions/1/draft`,
  `/teach/${unitCourse}/availability`,
  "/teach/archived",
];

async function courseTrainer() {
  const vera = await trainer();
  await publishedCourse();
  await addTrainer(await administrator(), courseSlug, vera.id);
  return vera;
}

/** The trainer of a course with an open draft, in which another language is written. */
async function draftTrainer() {
  const vera = await trainer();
  await publishedUnits();
  await addTrainer(await administrator(), unitCourse, vera.id);
  await beginDraft(vera, unitCourse);
  await addLanguage(vera, unitCourse, "sq");
  return vera;
}

/** A page of an attempt for every type of question, with the pages before and after handing in. */
async function questionPages(person: Actor): Promise<string[]> {
  const shown = new Map<string, string>();
  const { structure } = await publishedCourse();
  const lessonQuizzes = structure.course.outline.filter(({ id }) => id.endsWith("-quiz"));
  for (const { id } of lessonQuizzes) {
    const { number } = await startAttempt(person, courseSlug, id);
    const open = await openQuiz(person, courseSlug, id);
    for (const item of (await attemptOf(open, number)).items) {
      shown.set(
        item.stored.question.type,
        `${course}/quizzes/${id}/attempts/${number}/questions/${item.position}`,
      );
    }
  }
  expect([...shown.keys()].sort()).toEqual([
    "match",
    "multiple",
    "numeric",
    "order",
    "scenario",
    "single",
    "truefalse",
  ]);
  const failed = await attempt(person, "final-test", () => true);
  const next = await answeredAttempt(person, "final-test", (_, index) => index > 3);
  return [
    ...shown.values(),
    `${course}/quizzes/final-test/attempts/${failed.number}/result`,
    `${course}/quizzes/final-test/attempts/${next}/summary`,
    `${course}/quizzes/final-test/attempts/${next}/questions/5`,
  ];
}

/** The pages that mails lead to. */
async function oneTimeLinks({ id }: Actor): Promise<string[]> {
  return [await makeLink(db, "invitation", id), await makeLink(db, "password_reset", id)].map(
    (address) => new URL(address).pathname,
  );
}

// A new link takes the old one's place, so only one test may make it.
test("the page of the first start fits a phone and passes axe", async ({ page, context, origin }) => {
  const { pathname } = new URL(await makeLink(db, "setup", null));
  for (const language of ["en", "sr-Cyrl"]) {
    await context.addCookies([{ name: "language", value: language, url: origin }]);
    await page.goto(pathname);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectFits(page);
    await expectAccessible(page);
  }
});

/** What is walked through: by whom, and which pages. One test each, so that the workers share them. */
const walks: Record<string, () => Promise<{ person: Actor | null; paths: string[] }>> = {
  "for everybody": async () => ({
    person: null,
    paths: [...publicPages, ...(await oneTimeLinks(await trainer()))],
  }),
  "of a learner": async () => ({ person: await learnerBeforeTest(), paths: learnerPages }),
  "of an attempt": async () => {
    const zora = await learnerBeforeTest();
    return { person: zora, paths: await questionPages(zora) };
  },
  "of whoever has finished": async () => ({
    person: await finishedLearner(),
    paths: [
      `${course}/certificate`,
      `${course}/surveys/satisfaction`,
      `${course}/quizzes/final-test/attempts/1/result`,
    ],
  }),
  "of a trainer": async () => ({ person: await courseTrainer(), paths: trainerPages }),
  "of a next version": async () => ({ person: await draftTrainer(), paths: draftPages }),
  "of an administrator": async () => {
    const ana = await enrolledLearner();
    return { person: await administrator(), paths: [...administratorPages, `/admin/people/${ana.id}`] };
  },
};

for (const [language, scheme] of [
  ["en", "light"],
  ["sr-Cyrl", "dark"],
] as const) {
  for (const [whose, prepare] of Object.entries(walks)) {
    test(`the pages ${whose} fit a phone and pass axe in ${language}, ${scheme}`, async ({
      page,
      context,
      origin,
      signIn,
    }) => {
      await page.emulateMedia({ colorScheme: scheme });
      const { person, paths } = await prepare();
      await context.addCookies([{ name: "language", value: language, url: origin }]);
      if (person) await signIn(person, language);
      for (const path of paths) await expectGood(page, path);
    });
  }

  test(`a certificate that is ready, checked and revoked fits a phone and passes axe in ${language}, ${scheme}`, async ({
    page,
    signIn,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const mira = await finishedLearner();
    await signIn(mira, language);
    await page.goto(`${course}/certificate`);
    await expect(page.getByRole("link", { name: /PDF/ })).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
    const { serial } = await db.certificate.findFirstOrThrow({ where: { holderId: mira.id } });
    await expectGood(page, `/certificates/${serial}`);
    await revokeCertificate(await administrator(), serial, "Issued by mistake");
    await signIn(await administrator(), language);
    await expectGood(page, "/admin/certificates");
  });
}

async function expectGood(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectFits(page);
  await expectAccessible(page);
}

test("statistics, similar answers, a regrade, what a learner is given and a bank's settings fit a phone and pass axe", async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { course: taken, quizId } = await simulateAttempts({ attempts: 60, questions: 6 });
  await computeQuizStatistics(quizId);
  const vera = await trainerOf(taken);
  const enrolment = await db.enrolment.findFirstOrThrow({ where: { courseId: taken.courseId } });
  const quiz = `/teach/${taken.slug}/quizzes/quiz`;
  const bank = `/teach/banks/${await sharedBank(vera)}`;
  const { bankId, questionId } = await bankOf(taken, "Q1");
  await signIn(vera, "sr-Cyrl");
  await page.goto(`${quiz}/statistics`);
  const ofQuestion = await page.getByRole("rowheader").getByRole("link").first().getAttribute("href");
  for (const path of [
    `${quiz}/statistics`,
    ofQuestion ?? "",
    `${quiz}/similar`,
    `${quiz}/regrade`,
    quiz,
    `${quiz}/questions`,
    `${quiz}/place`,
    `/teach/${taken.slug}/quizzes/new`,
    `/teach/${taken.slug}/grading`,
    `/teach/${taken.slug}/enrolments/${enrolment.id}/accommodations`,
    "/teach/banks",
    bank,
    `${bank}/settings`,
    `${bank}/import`,
    `${bank}/export`,
    `/teach/banks/${bankId}`,
    `/teach/banks/${bankId}/questions/${questionId}`,
    `/teach/banks/${bankId}/questions/${questionId}/versions`,
  ]) {
    await expectGood(page, path);
  }
});

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

test("pages that are not there, not allowed or not possible yet say what to do, and pass axe", async ({
  browser,
  origin,
}) => {
  // The browser notes the status of such a page in its console, which fails other tests.
  const context = await browser.newContext({ baseURL: origin });
  await signInOn(context, origin, await learnerBeforeTest());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  for (const [path, status] of [
    ["/no-such-page", 404],
    ["/admin", 403],
    [`${course}/surveys/satisfaction`, 409],
  ] as const) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await expect(page.getByText(/Reference:/)).toBeVisible();
    await expect(page).toHaveTitle(
      `${await page.getByRole("heading", { level: 1 }).textContent()} · Sigurna`,
    );
    await expectFits(page);
    await expectAccessible(page);
  }
  expect(errors).toEqual([]);
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
  await context.close();
});
