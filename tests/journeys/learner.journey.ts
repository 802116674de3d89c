import { keyOf } from "#app/assessment/grading/key.ts";
import { attemptOf, openQuiz, presentationIn } from "#app/assessment/attempt.server.ts";
import { fieldsOfResponse } from "#app/assessment/response.ts";
import type { Actor } from "#app/identity/actor.ts";
import type { Language } from "#app/platform/languages.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import type { Page } from "@playwright/test";

import { attempt, readLesson as hasRead } from "#tests/builders/attempts.ts";
import { readPdf, readQr } from "#tests/builders/pdf.ts";
import { courseSlug, enrolledLearner } from "#tests/builders/course.ts";
import { password } from "#tests/builders/people.ts";

import { expect, expectAccessible, expectFits, mailsTo, test } from "./fixtures.ts";

const lessons = ["what-it-is", "safety-first", "accounts", "devices", "documenting", "safe-contact"];

// With and without JavaScript the whole course; once more in a third language what is at its end.
for (const [language, name, hasScript, walked] of [
  ["en", "Ana Čelik", true, lessons],
  ["sr-Cyrl", "Љубица Ђорђевић", false, lessons],
  ["sq", "Çelnisa Gjoçaj", false, lessons.slice(-1)],
] as const) {
  test(`a learner earns a certificate in ${language} ${hasScript ? "with" : "without"} JavaScript`, async ({
    browser,
    origin,
  }) => {
    const email = `${language.toLowerCase()}@example.org`;
    const ana = await enrolledLearner({ name, email, language });
    const context = await browser.newContext({
      javaScriptEnabled: hasScript,
      baseURL: origin,
      locale: { en: "en-GB", "sr-Cyrl": "sr-RS", sq: "sq-AL" }[language],
    });
    const page = await context.newPage();
    const { t, formatPercent } = i18nFor(language);

    await page.goto("/learn");
    await page.getByLabel(t("account.email")).fill(email);
    await page.getByLabel(t("account.password"), { exact: true }).fill(password);
    await page.getByRole("button", { name: t("account.signIn") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("learn.coursesTitle"));
    await page
      .getByRole("link", { name: t("learn.start") })
      .first()
      .click();
    for (const lesson of lessons.slice(0, -walked.length)) {
      await hasRead(ana, lesson);
      await attempt(ana, `${lesson}-quiz`);
    }
    for (const lesson of walked) {
      await readLesson(page, lesson, language);
      await answer(page, ana, `${lesson}-quiz`, language);
    }
    await answer(page, ana, "final-test", language);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("quiz.resultPassed"));
    // The same test has the same result in every language.
    await expect(
      page.getByText(
        t("quiz.resultScore", { points: "10", max: "10", percent: formatPercent(1), passMark: 80 }),
      ),
    ).toBeVisible();

    await page.getByRole("link", { name: t("quiz.nextCertificate") }).click();
    const download = page.getByRole("link", { name: t("certificate.download") });
    if (!hasScript) {
      await expect(async () => {
        await page.reload();
        await expect(download).toBeVisible({ timeout: 500 });
      }).toPass();
    }
    await expect(download).toBeVisible();
    if (hasScript) await expectAccessible(page);
    await expectFits(page);

    const file = await page.request.get(`/learn/${courseSlug}/certificate.pdf`);
    const pdf = await readPdf(await file.body());
    expect(pdf.text).toContain(name);
    expect(pdf.text).toContain(t("certificate.pdfTitle"));
    expect(pdf).toMatchObject({ isTagged: true, language });
    const serial = /SG-[A-Z0-9-]{14}/.exec(pdf.text)?.[0] ?? "";
    expect(await readQr(await file.body())).toBe(`${origin}/certificates/${serial}`);
    await page.goto(`/certificates/${serial}`);
    await expect(page.getByText(t("certificate.checkValid"))).toBeVisible();
    expect(await page.locator("html").getAttribute("lang")).toBe(language);

    await expect(async () => expect(await mailsTo(email)).toHaveLength(1)).toPass();
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe(t("mail.certificateSubject", { site: "Sigurna" }));
    expect(mail?.headers.get("content-language")).toBe(language);
    expect(mail?.attachments[0]?.content.equals(await file.body())).toBe(true);
    await context.close();
  });
}

async function readLesson(page: Page, lesson: string, language: Language) {
  const { t } = i18nFor(language);
  await page.goto(`/learn/${courseSlug}/lessons/${lesson}`);
  const finish = page.getByRole("button", { name: t("learn.finish") });
  const next = page.getByRole("button", { name: t("learn.next"), exact: true });
  const heading = page.getByRole("heading", { level: 1 });
  // A page's heading may be there before its end.
  const isLast = async () => {
    await expect(finish.or(next)).toBeVisible();
    return finish.isVisible();
  };
  while (!(await isLast())) {
    const before = await heading.innerText();
    await next.click();
    // Not the address: it changes a moment before the page does.
    await expect(heading).not.toHaveText(before);
  }
  await finish.click();
  await page.waitForURL(/finished=/);
}

/** Answers a whole quiz right through the page's own controls. */
async function answer(page: Page, actor: Actor, activityId: string, language: Language) {
  const { t } = i18nFor(language);
  await page.goto(`/learn/${courseSlug}/quizzes/${activityId}`);
  await page.getByRole("button", { name: t("quiz.start") }).click();
  await page.waitForURL(/questions\/1$/);
  const open = await openQuiz(actor, courseSlug, activityId);
  const { items } = await attemptOf(open, 1);
  for (const item of items) {
    const { question } = item.stored;
    const fields = fieldsOfResponse(question, presentationIn(item), keyOf(question));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      t("quiz.questionOf", { position: item.position, total: items.length }),
    );
    await fill(page, question.type, fields);
    if (open.quiz.settings.mode === "practice") {
      await page.getByRole("button", { name: t("quiz.check") }).click();
      await expect(page.getByText(t("quiz.correct"), { exact: true })).toBeVisible();
      const isLast = item.position === items.length;
      await page.getByRole("link", { name: t(isLast ? "quiz.toResult" : "quiz.nextQuestion") }).click();
    } else {
      await page.getByRole("button", { name: t("quiz.saveNext") }).click();
    }
  }
  await page.waitForURL(/summary$/);
  await page.getByRole("button", { name: t("quiz.submit") }).click();
  await page.waitForURL(/result$/);
}

async function fill(page: Page, type: string, fields: ReturnType<typeof fieldsOfResponse>) {
  if (type === "order" || type === "match") {
    for (const [name, value] of Object.entries(fields)) {
      if (name.startsWith("part-")) await page.locator(`[name="${name}"]`).selectOption(String(value));
    }
  } else if (type === "numeric") {
    await page.locator('[name="answer"]').fill(String(fields.answer));
  } else {
    const values = Array.isArray(fields.answer) ? fields.answer : [fields.answer];
    const name = type === "multiple" ? "answer[]" : "answer";
    for (const value of values) await page.locator(`[name="${name}"][value="${value}"]`).check();
  }
}
