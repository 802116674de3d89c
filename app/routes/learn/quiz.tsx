import { redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { quizStatus } from "#app/assessment/attempt-pages.server.ts";
import { startAttempt } from "#app/assessment/attempt.server.ts";
import { requireActor } from "#app/identity/session.server.ts";
import { endpoint, requireParam } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { attemptTable } from "#app/reporting/attempt-table.ts";
import { ReportTableView } from "#app/reporting/ui/report-table-view.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

export const handle = { title: "quiz.startTitle" } satisfies PageHandle;

export const loader = endpoint(async ({ request, params }) => {
  const language = languageOf(request);
  const quiz = await quizStatus(
    await requireActor(request),
    requireParam(params, "course"),
    requireParam(params, "activity"),
    language,
  );
  return { ...quiz, attemptTable: attemptTable(i18nFor(language), quiz) };
});

export const action = endpoint(async ({ request, params }) => {
  const actor = await requireActor(request);
  const course = requireParam(params, "course");
  const activity = requireParam(params, "activity");
  const { number } = await startAttempt(actor, course, activity);
  return redirect(`/learn/${course}/quizzes/${activity}/attempts/${number}`);
});

export default function QuizPage() {
  const t = useT();
  const quiz = useLoaderData<typeof loader>();
  const isTest = quiz.mode === "test";
  const canStart = quiz.openNumber !== null || (isTest ? !quiz.isPassed && quiz.attemptsLeft !== 0 : true);
  return (
    <div className="measure stack">
      <Breadcrumbs items={[{ to: `/learn/${quiz.courseSlug}`, label: quiz.courseTitle }]} />
      <PageHeader title={quiz.quizTitle} />
      {quiz.isPassed && <StatusTag kind="done">{t("quiz.passed")}</StatusTag>}
      <p>{t(isTest ? "quiz.aboutTest" : "quiz.aboutPractice", { count: quiz.questionCount })}</p>
      <p>{t("quiz.rulePass", { passMark: quiz.passMark })}</p>
      {quiz.hasCritical && <p>{t("quiz.ruleCritical")}</p>}
      {quiz.attemptsAllowed !== null && (
        <p>
          {t("quiz.ruleAttempts", { count: quiz.attemptsAllowed })}{" "}
          {!quiz.isPassed && t("quiz.attemptsLeft", { count: quiz.attemptsLeft ?? 0 })}
        </p>
      )}
      {quiz.attemptsLeft === 0 && !quiz.isPassed && <NoAttemptLeft />}
      {canStart && (
        <Form method="post" reloadDocument>
          <Button>
            {t(
              quiz.openNumber !== null ? "quiz.goOn" : quiz.attempts.length > 0 ? "quiz.again" : "quiz.start",
            )}
          </Button>
        </Form>
      )}
      {quiz.attempts.length > 0 && <Attempts />}
    </div>
  );
}

function NoAttemptLeft() {
  const t = useT();
  const { contacts } = useLoaderData<typeof loader>();
  return (
    <Notice kind="warning" title={t("quiz.noneLeftTitle")}>
      <p>{t("quiz.noneLeft")}</p>
      {contacts.length === 0 && <p>{t("quiz.noneLeftNobody")}</p>}
      <ul>
        {contacts.map(({ name, email }) => (
          <li key={email}>
            {name}, <a href={`mailto:${email}`}>{email}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Attempts() {
  const { attempts, attemptTable: table, courseSlug, activityId } = useLoaderData<typeof loader>();
  const here = `/learn/${courseSlug}/quizzes/${activityId}`;
  return (
    <ReportTableView
      table={table}
      csvTo={`${here}/attempts.csv`}
      cells={{
        number: (text) => <Link to={`${here}/attempts/${text}/result`}>{text}</Link>,
        outcome: (text, index) => (
          <StatusTag
            kind={attempts[index]?.isWaiting ? "neutral" : attempts[index]?.isPassed ? "done" : "wrong"}
          >
            {text}
          </StatusTag>
        ),
      }}
    />
  );
}
